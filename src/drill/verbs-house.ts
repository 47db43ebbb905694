/** Verbs of a house: doors felt, cracked and sealed, cloth wetted, signs at windows, hands and knees. */
import type { Step } from '../script/plan.ts';
import type { HandSide, Vec3 } from '../sim/world.ts';
import type { Doer } from './doer.ts';
import {
  approach,
  deed,
  freeHand,
  fullHand,
  handWith,
  holding,
  look,
  pause,
  REACHES_m,
  reach,
  reachPoint,
  SIDES,
} from './moves.ts';

type Act = (doer: Doer, step: Step) => Generator<void, void>;

/** The hand gets to a leaf from here; a crack is looked through from here. */
const AT_LEAF_m = 0.55;
const FEEL_s = 1;
const HANDLE_m = 1.1;
/** Open by eleven degrees, and looked through for as long. */
const CRACK_frac = 0.12;
const CRACK_s = 1.4;
/** Tape takes three seconds, and a little to be sure. */
const TAPE_s = 3.5;
const WAVE_s = 3;
/** The hand swings so wide, so often: 0.9 m/s on the whole. */
const SWING_m = 0.22;
const SWING_Hz = 1;

export const HOUSE_ACTS: Record<string, Act> = {
  *feel(doer, step) {
    const door = step.thing!;
    const hand = step.hand ?? freeHand(doer);
    yield* approach(doer, door, AT_LEAF_m);
    const at = onLeaf(doer, door, HANDLE_m);
    if (!at) return;
    yield* reachPoint(doer, at, hand);
    doer.limbs.deeds.push({ do: 'feel', hand, thing: door });
    yield* pause(doer, step.for_s ?? FEEL_s);
    yield* deed(doer, { do: 'unfeel', hand });
  },
  *crack(doer, step) {
    const door = step.thing!;
    const hand = step.hand ?? freeHand(doer);
    yield* approach(doer, door, AT_LEAF_m);
    yield* reach(doer, door, hand);
    yield* deed(doer, { do: 'turn', hand, thing: door, to_frac: CRACK_frac });
    yield* look(doer, door, step.for_s ?? CRACK_s);
  },
  *wet(doer, step) {
    const hand = yield* inHand(doer, step.thing!, step.hand);
    const at = step.at ?? nearestWater(doer);
    if (!at) return;
    yield* approach(doer, at, REACHES_m);
    yield* reach(doer, at, hand);
    yield* deed(doer, { do: 'place', hand, thing: at });
  },
  *seal(doer, step) {
    const hand = yield* inHand(doer, step.with!, step.hand);
    const door = step.thing!;
    const tape = doer.s.things[step.with!]?.kind === 'tape';
    yield* approach(doer, door, AT_LEAF_m);
    const at = onLeaf(doer, door, tape ? HANDLE_m : 0.1);
    if (!at) return;
    yield* reachPoint(doer, at, hand);
    yield* deed(doer, { do: 'place', hand, thing: door });
    if (!tape) return;
    doer.limbs.arms[hand].reach_m = at;
    yield* pause(doer, TAPE_s);
    doer.limbs.arms[hand].reach_m = null;
  },
  *'pour on'(doer, step) {
    const hand = step.hand ?? handWith(doer, ['water']);
    yield* approach(doer, step.thing!, REACHES_m);
    yield* reach(doer, step.thing!, hand);
    yield* deed(doer, { do: 'place', hand, thing: step.thing! });
  },
  *'wave at'(doer, step) {
    const window = step.thing!;
    const hand = step.hand ?? handWith(doer, ['torch', 'cloth']);
    yield* approach(doer, window, AT_LEAF_m);
    const at = doer.s.where(window);
    const half = doer.s.things[window]?.half_m;
    if (!at || !half) return;
    const { limbs } = doer;
    const level = half[0] >= half[2];
    const y = Math.min(limbs.eyes_m, at[1]);
    for (let waved_s = 0; waved_s < (step.for_s ?? WAVE_s); waved_s += doer.dt_s) {
      const swing_m = SWING_m * Math.sin(2 * Math.PI * SWING_Hz * waved_s);
      const from: Vec3 = [limbs.x + (at[0] - limbs.x) * 0.7, y, limbs.z + (at[2] - limbs.z) * 0.7];
      limbs.look_m = [at[0], y, at[2]];
      limbs.aim_m = at;
      limbs.arms[hand].reach_m = level ? [from[0] + swing_m, y, from[2]] : [from[0], y, from[2] + swing_m];
      yield;
    }
    limbs.arms[hand].reach_m = limbs.aim_m = limbs.look_m = null;
  },
  *light(doer, step) {
    const hand = yield* inHand(doer, step.thing!, step.hand);
    if (doer.s.things[step.thing!]?.on === true) return;
    yield* deed(doer, { do: 'press', hand, thing: step.thing! });
  },
  *wear(doer, step) {
    const hand = yield* inHand(doer, step.thing!, step.hand);
    const { limbs } = doer;
    for (let held_s = 0; held_s < 1; held_s += doer.dt_s) {
      limbs.arms[hand].reach_m = [limbs.x, limbs.eyes_m - 0.06, limbs.z];
      yield;
    }
    limbs.arms[hand].reach_m = null;
  },
  *'climb out'(doer, step) {
    yield* approach(doer, step.thing!, REACHES_m);
    yield* look(doer, step.thing!, 0.3);
    yield* deed(doer, { do: 'climb', thing: step.thing! });
  },
  *count(doer) {
    yield* pause(doer, 1);
    yield* deed(doer, { do: 'count' });
  },
};

/** Takes a thing in hand when it is in none yet. */
function* inHand(doer: Doer, thing: string, wanted?: HandSide): Generator<void, HandSide> {
  for (const side of SIDES) if (holding(doer, side) === thing) return side;
  const free = SIDES.find((side) => holding(doer, side) === null);
  const hand = wanted ?? free ?? fullHand(doer);
  yield* approach(doer, thing, REACHES_m);
  yield* reach(doer, thing, hand);
  yield* deed(doer, { do: 'grab', hand, thing });
  return hand;
}

/** The nearest tap, or basin nobody holds. */
function nearestWater(doer: Doer): string | null {
  let best: string | null = null;
  let least_m = Number.POSITIVE_INFINITY;
  for (const [id, thing] of Object.entries(doer.s.things)) {
    const at = thing.kind === 'tap' || thing.kind === 'water' ? doer.s.where(id) : null;
    if (!at) continue;
    const away_m = Math.hypot(at[0] - doer.limbs.x, at[2] - doer.limbs.z) + 3 * Math.abs(at[1] - doer.limbs.eyes_m);
    if (away_m >= least_m) continue;
    best = id;
    least_m = away_m;
  }
  return best;
}

/** The nearest place of a leaf's near face, so high over its foot. */
function onLeaf(doer: Doer, door: string, height_m: number): Vec3 | null {
  const at = doer.s.where(door);
  const half = doer.s.things[door]?.half_m;
  if (!at || !half) return null;
  const { x, z } = doer.limbs;
  const inside = (v: number, k: 0 | 2) => Math.max(at[k] - half[k] + 0.05, Math.min(at[k] + half[k] - 0.05, v));
  const level = half[0] >= half[2];
  const across = level ? Math.sign(z - at[2]) * half[2] : Math.sign(x - at[0]) * half[0];
  const y = at[1] - half[1] + height_m;
  return level ? [inside(x, 0), y, at[2] + across] : [at[0] + across, y, inside(z, 2)];
}
