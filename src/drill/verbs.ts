/** What each verb of a plan does with the body: one small routine a verb, run a frame at a time. */
import { type Known, match, type Told } from '../script/condition.ts';
import type { Step } from '../script/plan.ts';
import type { Condition } from '../script/schema.ts';
import { hasLevels } from '../sim/ground.ts';
import type { Vec3 } from '../sim/world.ts';
import type { Doer } from './doer.ts';
import {
  approach,
  beyond,
  deed,
  freeHand,
  fullHand,
  handWith,
  held,
  holding,
  look,
  PART_near_m,
  pause,
  pointOf,
  REACHES_m,
  reach,
  reachPoint,
  SIDES,
  STANDS_m,
  stepTo,
  toPhone,
  walk,
  work,
} from './moves.ts';
import { HOUSE_ACTS } from './verbs-house.ts';

type Act = (doer: Doer, step: Step) => Generator<void, void>;

const LOOK_s = 0.9;
const UNTIL_most_s = 60;
const SPRAY_most_s = 30;
const THROW_from_m = 1.6;
/** Pace of stepping forward behind the spray. [D] */
const ADVANCE_mps = 0.4;

export const VERB_ACTS: Record<string, Act> = {
  *'walk to'(doer, step) {
    const place = step.place!;
    if (typeof place !== 'string') return yield* walk(doer, pointOf(doer, place), step.within_m ?? 0);
    const post = doer.s.room.posts[place];
    if (post) return yield* walk(doer, post, step.within_m ?? 0);
    const at = doer.s.where(place);
    if (at) yield* walk(doer, at, step.within_m ?? STANDS_m);
  },
  *'look at'(doer, step) {
    yield* approach(doer, step.thing!, PART_near_m);
    yield* look(doer, step.thing!, step.for_s ?? LOOK_s);
  },
  *take(doer, step) {
    const hand = step.hand ?? freeHand(doer);
    if (!step.thing!.includes('.')) for (const side of SIDES) if (holding(doer, side) === step.thing) return;
    yield* approach(doer, step.thing!, REACHES_m);
    yield* reach(doer, step.thing!, hand);
    yield* deed(doer, { do: 'grab', hand, thing: step.thing! });
  },
  *'let go'(doer, step) {
    yield* deed(doer, { do: 'release', hand: step.hand ?? fullHand(doer) });
  },
  *'put back'(doer, step) {
    const hand = step.hand ?? fullHand(doer);
    const thing = step.thing ?? holding(doer, hand);
    const home = thing ? doer.s.home(thing) : null;
    if (!thing || !home) return;
    yield* walk(doer, home, 0.55);
    yield* reachPoint(doer, home, hand);
    yield* deed(doer, { do: 'place', hand, thing });
  },
  *'pull the pin'(doer, step) {
    const bottle = step.thing ?? held(doer, 'extinguisher');
    if (!bottle) return;
    const pin = `${bottle.split('.')[0]}.pin`;
    const hand = step.hand ?? freeHand(doer);
    yield* approach(doer, pin, REACHES_m);
    yield* reach(doer, pin, hand);
    yield* deed(doer, { do: 'pull', hand, thing: pin });
  },
  *'hold the hose'(doer, step) {
    const bottle = step.thing ?? held(doer, 'extinguisher');
    if (!bottle) return;
    const hand = step.hand ?? freeHand(doer);
    yield* reach(doer, `${bottle.split('.')[0]}.hose`, hand);
    yield* deed(doer, { do: 'grab', hand, thing: `${bottle.split('.')[0]}.hose` });
  },
  *'aim at'(doer, step) {
    const sprays = step.for_s !== undefined || step.until !== undefined;
    yield* spray(doer, step, sprays, 0, 1);
  },
  *sweep(doer, step) {
    yield* spray(doer, step, true, step.width_m ?? 0.4, step.period_s ?? 1.2);
  },
  *squeeze(doer, step) {
    const arm = doer.limbs.arms[step.hand ?? handWith(doer, ['extinguisher', 'water', 'flour'])];
    arm.squeezing = true;
    yield* pause(doer, step.for_s!);
    arm.squeezing = false;
  },
  *'let go of the lever'(doer) {
    for (const side of SIDES) doer.limbs.arms[side].squeezing = false;
    yield* pause(doer, 0.2);
  },
  *shake(doer, step) {
    const arm = doer.limbs.arms[step.hand ?? handWith(doer, ['extinguisher'])];
    arm.inverted = true;
    yield* pause(doer, step.for_s ?? 3);
    arm.inverted = false;
  },
  *turn(doer, step) {
    const { kind, on } = doer.s.things[step.thing!] ?? {};
    const switched = kind === 'breaker' || kind === 'hood' || kind === 'plug';
    if (switched && on === step.to! > 0.5) return;
    yield* work(doer, step, (hand) =>
      switched
        ? { do: 'press', hand, thing: step.thing! }
        : { do: 'turn', hand, thing: step.thing!, to_frac: step.to! },
    );
  },
  *'slide onto'(doer, step) {
    const hand = step.hand ?? handWith(doer, ['lid', 'fire-blanket']);
    yield* approach(doer, step.thing!, REACHES_m);
    yield* reach(doer, step.thing!, hand);
    yield* deed(doer, { do: 'place', hand, thing: step.thing! });
  },
  *press(doer, step) {
    yield* work(doer, step, (hand) => ({ do: 'press', hand, thing: step.thing! }));
  },
  *'pull plug'(doer, step) {
    yield* work(doer, step, (hand) => ({ do: 'pull', hand, thing: step.thing! }));
  },
  *'throw at'(doer, step) {
    const at = doer.s.where(step.thing!);
    if (!at) return;
    yield* walk(doer, at, THROW_from_m);
    const arm = doer.limbs.arms[step.hand ?? handWith(doer, ['water', 'flour'])];
    doer.limbs.look_m = at;
    doer.limbs.aim_m = at;
    yield* pause(doer, 0.5);
    arm.squeezing = true;
    yield* pause(doer, step.for_s ?? 0.5);
    arm.squeezing = false;
    doer.limbs.aim_m = null;
    doer.limbs.look_m = null;
  },
  ...HOUSE_ACTS,
  *crouch(doer) {
    doer.limbs.crouched = true;
    doer.limbs.low = false;
    yield* pause(doer, 0.6);
  },
  *'go low'(doer) {
    doer.limbs.low = true;
    yield* pause(doer, 1);
  },
  *stand(doer) {
    const from_low = doer.limbs.low;
    doer.limbs.crouched = false;
    doer.limbs.low = false;
    yield* pause(doer, from_low ? 1 : 0.6);
  },
  *say(doer, step) {
    yield* deed(doer, { do: 'say', phrase: step.phrase! });
  },
  *dial(doer, step) {
    yield* toPhone(doer);
    const number = doer.numbers[step.number!] ?? step.number!;
    yield* pause(doer, 0.25 * number.length);
    yield* deed(doer, { do: 'dial', number });
  },
  *tell(doer, step) {
    for (const card of step.card === 'all' ? ['where', 'what', 'who', 'callback'] : [step.card!]) {
      yield* pause(doer, 1);
      yield* deed(doer, { do: 'tell', card });
    }
  },
  *'hang up'(doer) {
    yield* deed(doer, { do: 'hang-up' });
  },
  *tag(doer, step) {
    yield* approach(doer, step.thing!, REACHES_m);
    yield* look(doer, step.thing!, 0.4);
    yield* deed(doer, { do: 'tag', thing: step.thing!, label: step.as! });
  },
  *wait(doer, step) {
    yield* pause(doer, step.for_s!);
  },
  *'wait until'(doer, step) {
    const most_s = step.at_most_s ?? UNTIL_most_s;
    for (let waited_s = 0; waited_s < most_s && !holds(doer, step.until!); waited_s += doer.dt_s) yield;
  },
  *open(doer, step) {
    yield* work(doer, step, (hand) => ({ do: 'turn', hand, thing: step.thing!, to_frac: 1 }));
  },
  *close(doer, step) {
    yield* work(doer, step, (hand) => ({ do: 'turn', hand, thing: step.thing!, to_frac: 0 }));
  },
  *leave(doer, step) {
    const { door, outside } = doer.s.room.exit;
    const at = doer.s.where(door);
    if (!at) return;
    const hand = freeHand(doer);
    yield* approach(doer, door, STANDS_m);
    if ((doer.s.things[door]?.open_frac ?? 0) < 0.9) yield* deed(doer, { do: 'turn', hand, thing: door, to_frac: 1 });
    const middle: Vec3 = [
      (outside.min_m[0] + outside.max_m[0]) / 2,
      outside.min_m[1],
      (outside.min_m[2] + outside.max_m[2]) / 2,
    ];
    const levels = hasLevels(doer.s.room);
    yield* walk(doer, levels ? beyond(at, middle) : middle, 0);
    if (step.shut !== false) {
      yield* look(doer, door, 0.5);
      yield* deed(doer, { do: 'turn', hand, thing: door, to_frac: 0 });
    }
    if (levels) yield* walk(doer, doer.s.room.posts.assembly ?? middle, 0);
  },
};

/** Aims, and squeezes where asked, with a wandering hand; looks at the fire all the while. */
function* spray(doer: Doer, step: Step, squeezes: boolean, width_m: number, period_s: number): Generator<void, void> {
  const { limbs } = doer;
  const bottle = limbs.arms[step.hand ?? handWith(doer, ['extinguisher'])];
  const most_s = step.for_s ?? (squeezes ? SPRAY_most_s : 0.5);
  for (let sprayed_s = -AIM_s; sprayed_s < most_s; sprayed_s += doer.dt_s) {
    const at = doer.s.where(step.thing!);
    if (!at) return;
    aimAt(doer, at, step, width_m * triangle(Math.max(0, sprayed_s) / period_s));
    if (sprayed_s >= 0 && squeezes) {
      bottle.squeezing = true;
      if (step.until && holds(doer, step.until)) break;
    }
    const away_m = Math.hypot(at[0] - limbs.x, at[2] - limbs.z);
    if (step.advance_to_m !== undefined && sprayed_s > 1 && away_m > step.advance_to_m)
      stepTo(doer, [at[0], at[2]], Math.min(ADVANCE_mps * doer.dt_s, away_m - step.advance_to_m));
    yield;
  }
  if (!squeezes) return;
  bottle.squeezing = false;
  yield* pause(doer, 0.2);
}

/** Time to bring the nozzle up. [D] */
const AIM_s = 0.5;
const DRIFT_s = 0.6;

function aimAt(doer: Doer, at: Vec3, step: Step, side_m: number): void {
  const { limbs } = doer;
  const half = doer.s.things[step.thing!]?.half_m ?? [0, 0, 0];
  const pan = doer.s.things[step.thing!]?.kind === 'oil-pan';
  const base_m = pan ? at[1] + half[1] : at[1] - half[1] / 3;
  const y = step.height === 'top' ? at[1] + half[1] + TOP_m : base_m;
  for (const k of [0, 1] as const) {
    const pull = Math.min(1, doer.dt_s / DRIFT_s);
    doer.drift_m[k] += -doer.drift_m[k] * pull + doer.aim_error_m * Math.sqrt(2 * pull) * gauss(doer);
  }
  const dx = at[0] - limbs.x;
  const dz = at[2] - limbs.z;
  const flat = Math.max(0.1, Math.hypot(dx, dz));
  const across_m = side_m + doer.drift_m[0];
  limbs.look_m = [at[0], base_m, at[2]];
  limbs.aim_m = [at[0] - (dz / flat) * across_m, y + doer.drift_m[1], at[2] + (dx / flat) * across_m];
}

/** How far above a thing the tips of its flames are taken to be. [D] */
const TOP_m = 0.8;

/** -0.5 .. 0.5, a quarter period ahead so that it starts in the middle. */
function triangle(periods: number): number {
  const phase = (periods + 0.25) % 1;
  return phase < 0.5 ? 2 * phase - 0.5 : 1.5 - 2 * phase;
}

/** Sum of three even chances: bell-shaped enough, spread 1. */
function gauss(doer: Doer): number {
  return (doer.chance() + doer.chance() + doer.chance() - 1.5) * 2;
}

function holds(doer: Doer, condition: Condition): boolean {
  const facts: Told[] = doer.s.facts.map((fact) => ({ fact, stage: '' }));
  const known: Known = { facts, now_s: doer.s.clock_s, pace_frac: 1 };
  return match(condition, known) !== null;
}
