/** How the room shows that a deed was done: the same for every body. */
import type { Deed } from '../../src/sim/world.ts';
import { told } from './puppet.ts';
import type { Seen } from './seen.ts';

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
    case 'place':
      return more('placed');
    case 'turn':
      return (seen) => Math.abs(Number(state(seen, deed.thing, 'open_frac')) - deed.to_frac) < 0.1;
    case 'press':
      return (seen) => state(seen, deed.thing, 'on') !== state(before, deed.thing, 'on');
    case 'pull':
      return deed.thing.endsWith('.pin')
        ? (seen) => state(seen, deed.thing, 'pinIn') === false
        : (seen) => state(seen, deed.thing, 'on') === false;
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
  }
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
  if (deed.do === 'hang-up') return ['hang-up'];
  if (deed.do === 'say') return [`say:${deed.phrase}`];
  if (deed.do === 'tag') return [`tag:${deed.label}`];
  return null;
}
