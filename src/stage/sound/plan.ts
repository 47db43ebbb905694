/** What should sound now, from the world alone: loops with their loudness and place, and single sounds for facts. */
import type { Agent, Thing } from '../../sim/things.ts';
import type { Fact, Vec3, World } from '../../sim/world.ts';
import { flow_frac, jetOf } from '../hazards/looks.ts';
import { breathGain, dose_frac, heartGain, smokeAtHead_pm } from '../rig/suffering.ts';
import { crowdWishes } from './crowd.ts';
import { dulledBy, throughDoors } from './hearing.ts';
import type { LoopWish } from './wish.ts';

/** Voices at once, loops and single sounds together (webxr 1.8). */
export const VOICES = 16;
/** Of these at most so many loops; the rest stay free for what the hands do. */
export const LOOPS = 8;

const SPRAY: Record<Agent, string> = {
  'abc-powder': 'powder-loop',
  co2: 'co2-loop',
  'water-based': 'water-loop',
  'wet-chemical': 'water-loop',
};

/** Loudness of a fire: heard from a few kilowatts on, twice the heat is not twice the noise. */
export function fireGain(heat_kW: number): number {
  return heat_kW < 0.5 ? 0 : Math.min(1, 0.16 * heat_kW ** 0.36);
}
/** Up to here it is the crackle of a basket, above it roars. */
const ROAR_kW = 60;

function burnWish(id: string, heat_kW: number, at_m: Vec3): LoopWish {
  const sound = heat_kW > ROAR_kW ? 'fire-big-loop' : 'fire-small-loop';
  return { id: `${id} burns ${sound}`, sound, gain: fireGain(heat_kW), at_m };
}

/** What one thing sounds like all the while. */
function thingWishes(world: World, id: string, thing: Thing, wishes: LoopWish[]): void {
  const at_m = thing.pose.position_m;
  const wish = (does: string, sound: string, gain: number, from_m: Vec3 = at_m) =>
    void wishes.push({ id: `${id} ${does}`, sound, gain, at_m: from_m });
  if ('heatRelease_kW' in thing && thing.burning) wishes.push(burnWish(id, thing.heatRelease_kW, at_m));
  switch (thing.kind) {
    case 'oil-pan':
      // hot oil talks before it burns, and under the lid
      if (!thing.burning && thing.oil_K > 420) wish('sizzles', 'sizzle-loop', Math.min(0.5, (thing.oil_K - 420) / 500));
      break;
    case 'appliance':
      if (thing.live && thing.burning) wish('hums', 'hum-loop', 0.35);
      break;
    case 'extinguisher':
      if (thing.flow_kgps > 0)
        wish(
          'sprays',
          SPRAY[thing.agent],
          0.2 + 0.7 * flow_frac(thing.flow_kgps, thing.charge_kg, thing.discharge_s),
          thing.nozzle.position_m,
        );
      break;
    case 'call-point':
      if (thing.on) wish('rings', 'bell-loop', 0.55);
      break;
    case 'smoke-alarm':
    case 'heat-alarm':
      if (thing.actedAt_s >= 0) wish('warns', thing.kind === 'smoke-alarm' ? 'beeper-loop' : 'bell-loop', 0.6);
      break;
    case 'sprinkler':
      if (thing.actedAt_s >= 0) wish('sprinkles', 'water-loop', 0.5);
      break;
    case 'e-bike':
      if (thing.venting) wish('hisses', 'vapour-loop', 0.5);
      if (jetOf(world, thing) > 0) wish('jets', 'jet-loop', 0.5 + 0.18 * jetOf(world, thing));
      break;
  }
}

/** @returns the loops that should sound, loudest first, never more than LOOPS. */
export function loopsOf(world: World): LoopWish[] {
  const outside = world.body.space === 'outside';
  const wishes: LoopWish[] = [{ id: 'room', sound: outside ? 'outdoors-loop' : 'room-loop', gain: 0.25, at_m: null }];
  for (const id in world.things) thingWishes(world, id, world.things[id]!, wishes);
  wishes.push(...crowdWishes(world));
  for (const wish of wishes) {
    if (!wish.at_m) continue;
    const { gain, low_Hz } = throughDoors(dulledBy(world, wish.at_m));
    wish.gain *= gain;
    wish.low_Hz = low_Hz;
  }
  const dose = dose_frac(world);
  const own: [string, string, number][] = [
    ['heart', 'heartbeat-loop', heartGain(dose)],
    ['breath', 'breath-loop', breathGain(smokeAtHead_pm(world), dose)],
  ];
  for (const [id, sound, gain] of own)
    if (gain > 0.03 && world.body.alive) wishes.push({ id, sound, gain, at_m: null });
  return wishes
    .filter((wish) => wish.gain > 0.01)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, LOOPS);
}

export interface ShotWish {
  sound: string;
  gain: number;
  /** thing it comes from; null: in the head */
  thing: string | null;
}

type Recipe = [sound: string, gain: number, inHead?: boolean];

const SHOTS: Partial<Record<string, Recipe>> = {
  grabbed: ['take', 0.6],
  released: ['put', 0.5],
  'pin-pulled': ['pin', 0.9],
  'lever-locked': ['locked', 0.9],
  'spray-started': ['lever', 0.6],
  'spray-stopped': ['lever', 0.4],
  fizzled: ['fizz', 0.8],
  empty: ['fizz', 0.7],
  'turned-off': ['knob', 0.7],
  'turned-on': ['knob', 0.7],
  pressed: ['toggle', 0.8],
  'power-off': ['toggle', 0.6],
  unplugged: ['plug', 0.9],
  opened: ['door-open', 0.8],
  closed: ['door-close', 0.9],
  'cover-misfit': ['lid', 0.6],
  uncovered: ['lid', 0.5],
  'oil-flashed': ['fireball', 1],
  'oil-splashed': ['splash', 0.7],
  'dust-flashed': ['flash', 1],
  'duct-fire': ['flash', 0.8],
  ignited: ['flash', 0.5],
  reignited: ['flash', 0.8],
  shocked: ['arc', 0.9],
  out: ['steam', 0.6],
  'head-in-smoke': ['cough', 0.8, true],
  burned: ['wrong', 0.5, true],
  collapsed: ['cough', 0.9, true],
  called: ['ringback', 0.7, true],
  'hung-up': ['hangup', 0.6, true],
  told: ['press', 0.6, true],
  tagged: ['take', 0.5],
  cracked: ['door-crack', 0.8],
  felt: ['pat', 0.8],
  wetted: ['tap-run', 0.8],
  watered: ['splash', 0.8],
  unsealed: ['cloth', 0.7],
  signalled: ['cloth', 0.6],
  'lit-up': ['toggle', 0.5],
  broke: ['glass', 1],
  masked: ['cloth', 0.7, true],
  'lift-came': ['ding', 0.8],
  vented: ['pop', 1],
  jetted: ['pop', 0.9],
  'person-down': ['fall', 0.8],
  pushed: ['cloth', 0.5, true],
};

/** Of one throw of water. */
const THROWN: Recipe = ['splash', 0.9];

/** @returns the single sound of a fact, null for those that make none. */
export function shotOf(fact: Fact, world: World): ShotWish | null {
  const thing = fact.thing ? world.things[fact.thing] : undefined;
  let recipe = SHOTS[fact.fact];
  if (fact.fact === 'covered' || fact.fact === 'placed') {
    if (thing?.kind === 'fire-blanket' || world.things[fact.with ?? '']?.kind === 'fire-blanket')
      recipe = ['blanket', 0.9];
    else recipe = fact.fact === 'covered' ? ['lid', 0.9] : ['put', 0.5];
  }
  if (fact.fact === 'sealed')
    recipe = world.things[fact.with ?? '']?.kind === 'tape' ? ['tape-rip', 0.9] : ['cloth', 0.8];
  if (thing?.kind === 'window' && (fact.fact === 'opened' || fact.fact === 'closed')) recipe = ['window-slide', 0.8];
  if (fact.fact === 'closed' && thing?.kind === 'door' && thing.steel) recipe = ['door-steel', 0.9];
  if (fact.fact === 'oil-flashed' && thing) recipe = ['fireball', 1];
  if (fact.fact === 'out' && fact.with !== undefined && /water/.test(fact.with)) recipe = ['steam', 0.9];
  if (!recipe) return null;
  return { sound: recipe[0], gain: recipe[1], thing: recipe[2] ? null : (fact.thing ?? null) };
}

/** What a throwable sounds like when something leaves it. */
export function thrownShot(id: string): ShotWish {
  return { sound: THROWN[0], gain: THROWN[1], thing: id };
}

/** The engine is first heard so long after the call, and stands before the house so long after that. [D] a hall cannot wait eight minutes */
const SIREN_after_s = 18;
const SIREN_comes_s = 60;
const SIREN_gain = 0.5;
/** @returns loudness of the engine's siren in the street. */
export function sirenGain(sinceCall_s: number): number {
  if (!(sinceCall_s > SIREN_after_s)) return 0;
  return SIREN_gain * Math.min(1, 0.12 + (sinceCall_s - SIREN_after_s) / SIREN_comes_s);
}
