/** One movable thing as it is drawn: found by name in the props model, cloned with its parts, moved by the world. */
import { type Group, Mesh, type Object3D, Quaternion, Vector3 } from 'three';
import type { Thing } from '../../sim/things.ts';
import type { World } from '../../sim/world.ts';

/** What drives one thing's meshes in DRAW. Made once; `draw` must allocate nothing. */
export interface Prop {
  id: string;
  root: Object3D;
  /** half size of the contact shadow, null for what hangs on a wall */
  shadow_m: number | null;
  draw(thing: Thing, world: World, dt_s: number): void;
}

/** The props model: each kind once, by the name of its root (userData.prop). */
export type Library = Map<string, Object3D>;

export function openLibrary(props: Group): Library {
  const library: Library = new Map();
  props.traverse((node) => {
    const name = node.userData.prop as unknown;
    if (typeof name === 'string') library.set(name, node);
  });
  return library;
}

/** A clone with its own parts; geometry and materials stay shared. @throws when the model has no such prop. */
export function take(library: Library, name: string): Object3D {
  const source = library.get(name);
  if (!source) throw new Error(`The props model has no "${name}": it has ${[...library.keys()].join(', ')}.`);
  const root = source.clone(true);
  root.position.set(0, 0, 0);
  root.quaternion.identity();
  return root;
}

/** @returns a part by the name in its userData, null where this prop has none. */
export function part(root: Object3D, name: string): Object3D | null {
  let found: Object3D | null = null;
  root.traverse((node) => {
    if (!found && node.userData.part === name) found = node;
  });
  return found;
}

const goal = new Vector3();
const turn = new Quaternion();

/** Moves a root to its thing: at once when carried, smoothly when the world moves it by ticks. */
export function follow(root: Object3D, thing: Thing, dt_s: number): void {
  const p = thing.pose.position_m;
  const q = thing.pose.orientation_quat;
  goal.set(p[0], p[1], p[2]);
  turn.set(q[0], q[1], q[2], q[3]);
  const jump = root.position.distanceToSquared(goal) > 0.5 || thing.heldBy !== null;
  const share = jump ? 1 : 1 - Math.exp(-30 * dt_s);
  root.position.lerp(goal, share);
  root.quaternion.slerp(turn, share);
}

/** Everything in the room's own materials; shadows of lamps there are none. */
export function eachMesh(root: Object3D, see: (mesh: Mesh) => void): void {
  root.traverse((node) => {
    if (node instanceof Mesh) see(node);
  });
}

/** A value that approaches another at a rate per second, without jumps. */
export function approach(from: number, to: number, rate_ps: number, dt_s: number): number {
  return from + (to - from) * (1 - Math.exp(-rate_ps * dt_s));
}
