/** What should sound now, from the world alone: loops with their loudness and place, and single sounds for facts. */
import type { Agent, Fact, Vec3, World } from '../../sim/world.ts';
import { flow_frac } from '../hazards/looks.ts';

/** Voices at once, loops and single sounds together (webxr 1.8). */
export const VOICES = 16;
/** Of these at most so many loops; the rest stay free for what the hands do. */
export const LOOPS = 8;

export interface LoopWish {
  /** stays the same while the loop goes on: the thing and what it does */
  id: string;
  sound: string;
  gain: number;
  /** null: not in a place, in the head */
  at_m: Vec3 | null;
}

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

/** @returns the loops that should sound, loudest first, never more than LOOPS. */
export function loopsOf(world: World): LoopWish[] {
  const wishes: LoopWish[] = [{ id: 'room', sound: 'room-loop', gain: 0.25, at_m: null }];
  for (const id in world.things) {
    const thing = world.things[id]!;
    const at_m = thing.pose.position_m;
    if (thing.kind === 'oil-pan') {
      if (thing.burning) wishes.push(burnWish(id, thing.heatRelease_kW, at_m));
      // hot oil talks before it burns, and under the lid
      else if (thing.oil_K > 420)
        wishes.push({
          id: `${id} sizzles`,
          sound: 'sizzle-loop',
          gain: Math.min(0.5, (thing.oil_K - 420) / 500),
          at_m,
        });
    } else if (thing.kind === 'solid-fuel' && thing.burning) wishes.push(burnWish(id, thing.heatRelease_kW, at_m));
    else if (thing.kind === 'appliance') {
      if (thing.burning) wishes.push(burnWish(id, thing.heatRelease_kW, at_m));
      if (thing.live && thing.burning) wishes.push({ id: `${id} hums`, sound: 'hum-loop', gain: 0.35, at_m });
    } else if (thing.kind === 'extinguisher' && thing.flow_kgps > 0) {
      const flow = flow_frac(thing.flow_kgps, thing.charge_kg, thing.discharge_s);
      wishes.push({
        id: `${id} sprays`,
        sound: SPRAY[thing.agent],
        gain: 0.2 + 0.7 * flow,
        at_m: thing.nozzle.position_m,
      });
    } else if (thing.kind === 'call-point' && thing.on)
      wishes.push({ id: `${id} rings`, sound: 'bell-loop', gain: 0.55, at_m });
  }
  const dose = Math.max(world.body.heatDose_frac, world.body.smokeDose_frac);
  if (dose > 0.25) wishes.push({ id: 'heart', sound: 'heartbeat-loop', gain: Math.min(0.9, dose), at_m: null });
  return wishes.sort((a, b) => b.gain - a.gain).slice(0, LOOPS);
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
  if (fact.fact === 'oil-flashed' && thing) recipe = ['fireball', 1];
  if (fact.fact === 'out' && fact.with !== undefined && /water/.test(fact.with)) recipe = ['steam', 0.9];
  if (!recipe) return null;
  return { sound: recipe[0], gain: recipe[1], thing: recipe[2] ? null : (fact.thing ?? null) };
}

/** What a throwable sounds like when something leaves it. */
export function thrownShot(id: string): ShotWish {
  return { sound: THROWN[0], gain: THROWN[1], thing: id };
}
