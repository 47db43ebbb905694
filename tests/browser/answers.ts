/** How the room shows that a deed was done: the same for every body. */
import type { Deed } from '../../src/sim/world.ts';
import { told } from './puppet.ts';
import type { Seen } from './seen.ts';

/** A hand that was felt for within this still lies there. */
const LATELY_s = 1.5;

function state(seen: Seen, thing: string, field: string): unknown {
  return seen.things.find((one) => one.id === thing)?.state[field];
}

/** @returns a question to ask of what is seen afterwards, made from what is seen before */
export function answerTo(deed: Deed, before: Seen): (seen: Seen) => boolean {
  const more = (fact: string, about?: string) => {
    const known = told(before, fact, about);
    return (seen: Seen) => told(seen, fact, about) > known;
  };
  switch (deed.do) {
    case 'grab':
      return deed.thing.endsWith('.hose')
        ? (seen) => state(seen, deed.thing, 'heldBy') !== null
        : (seen) => Object.values(seen.body.holds).includes(deed.thing);
    case 'release':
      return (seen) => seen.body.holds[deed.hand] === null;
    case 'place': {
      // a cloth is put, rolled up against a door, soaked; water is poured out
      const answers = ['placed', 'sealed', 'wetted', 'watered'].map((fact) => more(fact));
      const taped = Number(state(before, deed.thing, 'sidesSealed_frac') ?? 0);
      return (seen) =>
        answers.some((answer) => answer(seen)) || Number(state(seen, deed.thing, 'sidesSealed_frac') ?? 0) > taped;
    }
    case 'turn': {
      // in a crowd somebody opens it again at once
      const closed = more('closed', deed.thing);
      return (seen) =>
        Math.abs(Number(state(seen, deed.thing, 'open_frac')) - deed.to_frac) < 0.06 ||
        (deed.to_frac === 0 && closed(seen)) ||
        (deed.to_frac > 0 && deed.to_frac < 0.2 && Number(state(seen, deed.thing, 'open_frac')) > 0.2);
    }
    case 'press': {
      const pressed = more('pressed', deed.thing);
      return (seen) => state(seen, deed.thing, 'on') !== state(before, deed.thing, 'on') || pressed(seen);
    }
    case 'pull':
      return deed.thing.endsWith('.pin')
        ? (seen) => state(seen, deed.thing, 'pinIn') === false
        : (seen) => state(seen, deed.thing, 'on') === false;
    case 'coach':
      return () => true;
    case 'say':
      return more('said', deed.phrase);
    case 'dial':
      return more('called');
    case 'tell':
      return more('told', deed.card);
    case 'hang-up':
      return more('hung-up');
    case 'tag':
      return more('tagged', deed.thing);
    case 'feel': {
      // a hand that brushed the leaf on its way has felt it already; a door that others hold open has nothing to tell
      const felt = more('felt', deed.thing);
      const already = before.facts.some(
        ({ fact, thing, at_s }) => fact === 'felt' && thing === deed.thing && at_s > before.clock_s - LATELY_s,
      );
      return (seen) => already || felt(seen) || Number(state(seen, deed.thing, 'open_frac')) > 0.2;
    }
    case 'unfeel':
      return () => true;
    case 'climb':
      return more('jumped', deed.thing);
    case 'count':
      return more('counted');
  }
}

/** @returns the word of a thing's choices that stands for a deed (stage/input/offers.ts), null where there are none. */
export function choiceOf(deed: Deed, seen: Seen): string | null {
  if (!('thing' in deed)) return null;
  const kind = seen.things.find((one) => one.id === deed.thing)?.kind;
  if (deed.do === 'feel') return 'feel';
  if (deed.do === 'climb') return 'climb';
  if (deed.do === 'grab') return kind === 'phone' ? 'take-along' : null;
  if (deed.do === 'turn' && (kind === 'door' || kind === 'window'))
    return deed.to_frac < 0.05 ? 'close' : deed.to_frac < 0.2 && kind === 'door' ? 'crack' : 'open';
  if (deed.do !== 'place' || kind !== 'door') return null;
  const held = seen.things.find((one) => one.id === seen.body.holds[deed.hand])?.kind;
  return held === 'cloth' ? 'seal' : held === 'tape' ? 'tape' : 'pour';
}

/** Keys of the panel that a deed is done with, in order; null for deeds done on things themselves. */
export function keysOf(deed: Deed): string[] | null {
  if (deed.do === 'dial')
    return [
      ...deed.number
        .replace(/\D/g, '')
        .split('')
        .map((digit) => `digit:${digit}`),
      'dial',
    ];
  if (deed.do === 'tell') return [`tell:${deed.card}`];
  if (deed.do === 'count') return ['count'];
  if (deed.do === 'hang-up') return ['hang-up'];
  if (deed.do === 'say') return [`say:${deed.phrase}`];
  if (deed.do === 'tag') return [`tag:${deed.label}`];
  return null;
}
