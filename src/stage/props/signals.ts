/** What tells something by a lamp: detectors, the lift's button, the tap that runs, the mask that is worn. */
import type { Object3D } from 'three';
import type { Thing } from '../../sim/things.ts';
import type { World } from '../../sim/world.ts';
import { clock_s } from '../../sim/world.ts';
import { follow, type Library, type Prop, part } from './prop.ts';
import type { Root } from './roots.ts';
import { takeOr } from './standIn.ts';

/** Mounted: where the thing is, turned as its root asks where the room does not say. */
function fixed(library: Library, thing: Thing, how: Root): Object3D {
  const root = takeOr(library, how.node, thing, null);
  root.position.fromArray(thing.home.position_m);
  root.quaternion.fromArray(thing.home.orientation_quat);
  if (Math.abs(thing.home.orientation_quat[3]) > 0.999) root.rotation.y = (how.facing_deg * Math.PI) / 180;
  return root;
}

/** Something on a wall or ceiling, with a lamp that is lit while `lit` says so. */
export function makeLamp(library: Library, thing: Thing, how: Root, lit: (now: Thing, world: World) => boolean): Prop {
  const root = fixed(library, thing, how);
  const lamp = part(root, 'lamp');
  return {
    id: thing.id,
    root,
    shadow_m: null,
    draw(now, world) {
      if (lamp) lamp.visible = lit(now, world);
    },
  };
}

/** A lit sign over its own exit: it points nowhere else. */
export function makeSign(library: Library, thing: Thing, how: Root): Prop {
  const root = fixed(library, thing, how);
  for (const arrow of ['arrow-left', 'arrow-right']) {
    const node = part(root, arrow);
    if (node) node.visible = false;
  }
  return { id: thing.id, root, shadow_m: null, draw: () => undefined };
}

/** A silent detector winks once in eight seconds; one that has acted blinks once a second, far below 3 Hz. */
export function detectorLit(now: Thing, world: World): boolean {
  if (now.kind !== 'smoke-alarm' && now.kind !== 'heat-alarm' && now.kind !== 'sprinkler') return false;
  const time_s = clock_s(world);
  return now.actedAt_s >= 0 ? time_s % 1 < 0.5 : time_s % 8 < 0.15;
}

export function buttonLit(now: Thing): boolean {
  return now.kind === 'lift-button' && now.calledAt_s >= 0;
}

/** How near a cloth is to the tap that wets it, and how long the water is seen to run. [D] */
const UNDER_m = 0.5;
const RUNS_s = 2;

/** Runs while something under it gets wet. */
export function makeTap(library: Library, thing: Thing, how: Root): Prop {
  const root = fixed(library, thing, how);
  const stream = part(root, 'stream');
  const wet: Record<string, number> = {};
  let until_s = -1;
  return {
    id: thing.id,
    root,
    shadow_m: null,
    draw(now, world) {
      if (!stream) return;
      for (const id in world.things) {
        const one = world.things[id]!;
        if (one.kind !== 'cloth' && one.kind !== 'water') continue;
        const much = one.kind === 'cloth' ? one.wet_frac : one.left_kg;
        const [x, y, z] = one.pose.position_m;
        const [tx, ty, tz] = now.pose.position_m;
        if (much > (wet[id] ?? much) + 1e-4 && Math.hypot(x - tx, y - ty, z - tz) < UNDER_m)
          until_s = clock_s(world) + RUNS_s;
        wet[id] = much;
      }
      const time_s = clock_s(world);
      stream.visible = time_s < until_s && time_s > until_s - 2 * RUNS_s;
    },
  };
}

/** In its box, in the hand, and gone from sight once it is on the face. */
export function makeMask(library: Library, thing: Thing, how: Root): Prop {
  const root = takeOr(library, how.node, thing, null);
  const box = part(root, 'box');
  const mask = part(root, 'mask');
  return {
    id: thing.id,
    root,
    shadow_m: null,
    draw(now, _, dt_s) {
      if (now.kind !== 'escape-mask') return;
      follow(root, now, dt_s);
      root.visible = !now.worn;
      if (box) box.visible = now.heldBy === null;
      if (mask) mask.visible = now.heldBy !== null || box === null;
    },
  };
}
