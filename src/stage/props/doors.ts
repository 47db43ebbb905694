/** Doors and windows of a house: leaves that turn on the side the thing has its hinge, halves that slide, sashes. */
import { Group, type Object3D, Vector3 } from 'three';
import type { Door, Thing, Window } from '../../sim/things.ts';
import type { World } from '../../sim/world.ts';
import { approach, type Library, type Prop, part } from './prop.ts';
import { alongX, hung, type Root, width_m } from './roots.ts';
import { takeOr } from './standIn.ts';

/** A leaf's full way: open_frac 1. */
export const OPEN_rad = Math.PI / 2;
/** A pulled leaf follows the hand closely, a pushed one takes a breath. [D] */
const FOLLOW_ps = 14;

/** Mounted for good: where the thing is, turned as its root asks. */
function mount(root: Object3D, thing: Thing, facing_deg: number): void {
  root.position.fromArray(thing.home.position_m);
  root.rotation.y = (facing_deg * Math.PI) / 180;
}

function angle(node: Object3D | null, rad: number): void {
  if (node) node.rotation.y = rad;
}

export function makeLeaf(library: Library, door: Door, how: Root): Prop {
  const model = takeOr(library, how.node, door, 'leaf');
  const root = new Group().add(model);
  mount(root, door, how.facing_deg);
  const { sense_1 } = hung(door);
  const single = part(model, 'leaf');
  const pair = [part(model, 'leaf-left'), part(model, 'leaf-right')] as const;
  const frame = tapeOf(library, door, root);
  let open_frac = door.open_frac;
  return {
    id: door.id,
    root,
    shadow_m: null,
    draw(now, world, dt_s) {
      if (now.kind !== 'door') return;
      open_frac = approach(open_frac, now.open_frac, FOLLOW_ps, dt_s);
      const rad = open_frac * OPEN_rad * sense_1;
      angle(single, rad);
      angle(pair[0], rad);
      angle(pair[1], -rad);
      frame?.(now, world);
    },
  };
}

const eye = new Vector3();

/** Tape round a leaf, on the side of whoever stuck it there. */
function tapeOf(library: Library, door: Door, root: Object3D): ((now: Door, world: World) => void) | null {
  const source = library.get('tape-frame');
  if (!source) return null;
  const strips = source.clone(true);
  strips.position.set(0, 0, 0);
  // the root is made for a leaf of 0.9 by 2.05
  strips.scale.set(width_m(door) / 0.9, (2 * door.half_m[1]) / 2.05, 1);
  strips.visible = false;
  root.add(strips);
  let stuck = false;
  return (now, world) => {
    const is = now.sidesSealed_frac > 0.02;
    if (is && !stuck) {
      eye.fromArray(world.body.head.position_m);
      // unturned strips are on the -z side of the leaf
      strips.rotation.y = root.worldToLocal(eye).z > 0 ? Math.PI : 0;
    }
    stuck = is;
    strips.visible = is;
    strips.scale.y = ((2 * now.half_m[1]) / 2.05) * Math.max(0.2, now.sidesSealed_frac);
  };
}

/** Two halves that part to the sides. */
export function makeSliding(library: Library, door: Door, how: Root): Prop {
  const root = takeOr(library, how.node, door, 'left');
  mount(root, door, alongX(door) ? 0 : 90);
  const left = part(root, 'left');
  const right = part(root, 'right');
  const rest_m = [left?.position.x ?? 0, right?.position.x ?? 0] as const;
  const way_m = (width_m(door) / 2) * 0.96;
  let open_frac = door.open_frac;
  return {
    id: door.id,
    root,
    shadow_m: null,
    draw(now, _, dt_s) {
      if (now.kind !== 'door') return;
      open_frac = approach(open_frac, now.open_frac, 3, dt_s);
      if (left) left.position.x = rest_m[0] - open_frac * way_m;
      if (right) right.position.x = rest_m[1] + open_frac * way_m;
    },
  };
}

export function makeWindow(library: Library, pane: Window, how: Root): Prop {
  const root = takeOr(library, how.node, pane, 'sash');
  mount(root, pane, how.facing_deg);
  const sash = part(root, 'sash');
  const glass = part(root, 'glass');
  const rest_m = sash?.position.x ?? 0;
  // as far as the fixed pane beside it
  const way_m = rest_m === 0 ? width_m(pane) / 2 : -2 * rest_m;
  let open_frac = pane.open_frac;
  return {
    id: pane.id,
    root,
    shadow_m: null,
    draw(now, _, dt_s) {
      if (now.kind !== 'window') return;
      open_frac = approach(open_frac, now.open_frac, FOLLOW_ps, dt_s);
      if (sash) sash.position.x = rest_m + open_frac * way_m;
      if (glass) glass.visible = !now.broken;
      else if (sash) sash.visible = !now.broken;
    },
  };
}
