/** Which prop draws which thing: by kind first, then by what the thing itself tells (agent, size, name). */
import { Group } from 'three';
import type { GLTF } from 'three/examples/jsm/loaders/GLTFLoader.js';
import type { Thing } from '../../sim/world.ts';
import { makeExtinguisher } from './extinguisher.ts';
import { makePerson } from './person.ts';
import type { Library, Prop } from './prop.ts';
import {
  makeAppliance,
  makeBlanket,
  makeBreaker,
  makeButton,
  makeDoor,
  makeFuel,
  makeKnob,
  makePlain,
  makePlug,
  makeValve,
  makeWater,
  makeWok,
} from './things.ts';

export interface Cast {
  library: Library;
  people: Record<string, GLTF>;
  /** by thing id: its root in the props model, and how it faces where room.yaml does not say */
  roots: Record<string, { node: string; facing_deg: number }>;
}

/** @returns the prop of a thing, null for what is only looked at or has no model here. */
export function makeProp(cast: Cast, thing: Thing): Prop | null {
  if (thing.kind === 'person') {
    const model = cast.people[thing.id];
    return model ? makePerson(model, thing) : null;
  }
  const root = cast.roots[thing.id];
  if (!root) return null;
  const prop = ofKind(cast.library, root.node, thing, root.facing_deg);
  const told = Math.abs(thing.home.orientation_quat[3]) < 0.999;
  return told || thing.kind === 'fire-blanket' ? prop : facing(prop, root.facing_deg);
}

function ofKind(library: Library, node: string, thing: Thing, facing_deg: number): Prop {
  const { id } = thing;
  switch (thing.kind) {
    case 'extinguisher':
      return makeExtinguisher(library, thing, node);
    case 'oil-pan':
      return makeWok(library, id, node);
    case 'fire-blanket':
      return makeBlanket(library, thing, facing_deg);
    case 'gas-tap':
      return node === 'gas-knob' ? makeKnob(library, id, node) : makeValve(library, id, node);
    case 'hood':
    case 'call-point':
      return makeButton(library, id, node);
    case 'breaker':
      return makeBreaker(library, id, node);
    case 'plug':
      return makePlug(library, id, node);
    case 'door':
      return makeDoor(library, id, node);
    case 'water':
      return makeWater(library, id, node);
    case 'solid-fuel':
      return makeFuel(library, id, node, node === 'basket' ? 'paper' : 'body');
    case 'appliance':
      return makeAppliance(library, id, node);
    default:
      return makePlain(library, id, node, null);
  }
}

/** The model turns inside its root, so that the world's own turn still counts. */
function facing(prop: Prop, facing_deg: number): Prop {
  if (facing_deg === 0) return prop;
  const inner = new Group();
  inner.rotation.y = (facing_deg * Math.PI) / 180;
  inner.add(...prop.root.children);
  prop.root.add(inner);
  return prop;
}
