/** Which prop draws which thing: by kind first, then by what the thing itself tells (agent, size, name). */
import { Group } from 'three';
import type { GLTF } from 'three/examples/jsm/loaders/GLTFLoader.js';
import type { Thing } from '../../sim/things.ts';
import type { Room } from '../../sim/world.ts';
import type { Paints } from '../room/recipe.ts';
import { makeLeaf, makeSliding, makeWindow } from './doors.ts';
import { makeExtinguisher } from './extinguisher.ts';
import { makePerson } from './person.ts';
import type { Library, Prop } from './prop.ts';
import { type Root, rootOf } from './roots.ts';
import { buttonLit, detectorLit, makeLamp, makeMask, makeSign, makeTap } from './signals.ts';
import { makeCloth } from './soft.ts';
import { takeOr } from './standIn.ts';
import {
  makeAppliance,
  makeBlanket,
  makeBreaker,
  makeButton,
  makeCharring,
  makeDoor,
  makeFuel,
  makeKnob,
  makePlain,
  makePlug,
  makeValve,
  makeWater,
  makeWok,
} from './things.ts';
import { makeTorch } from './torch.ts';

export interface Cast {
  library: Library;
  people: Record<string, GLTF>;
  /** by thing id: its root in the props model, and how it faces where room.yaml does not say */
  roots: Record<string, { node: string; facing_deg: number }>;
  /** where materials made for a crowd are kept, to be lit like the rest */
  paints?: Paints;
}

/** @returns the prop of a thing, null for what is only looked at or has no model here. */
export function makeProp(cast: Cast, thing: Thing, room: Room): Prop | null {
  if (thing.kind === 'person') {
    const model = thing.role === null ? cast.people[thing.look ?? thing.id] : undefined;
    return model ? makePerson(model, thing) : null;
  }
  const root = cast.roots[thing.id];
  if (!root) return room.surfaces.length > 0 ? ofHouse(cast.library, thing, room) : null;
  const prop = ofKind(cast.library, root.node, thing, root.facing_deg);
  const told = Math.abs(thing.home.orientation_quat[3]) < 0.999;
  return told || thing.kind === 'fire-blanket' ? prop : facing(prop, root.facing_deg);
}

/** Things of a house are known by kind and size, so that a variant may add a door or a towel. */
function ofHouse(library: Library, thing: Thing, room: Room): Prop | null {
  const how = rootOf(thing, room);
  if (!how) return null;
  switch (thing.kind) {
    case 'door':
      return thing.slides ? makeSliding(library, thing, how) : makeLeaf(library, thing, how);
    case 'window':
      return makeWindow(library, thing, how);
    case 'cloth':
      return makeCloth(library, thing, how);
    case 'torch':
      return makeTorch(library, thing, how);
    case 'tap':
      return makeTap(library, thing, how);
    case 'escape-mask':
      return makeMask(library, thing, how);
    case 'lift-button':
      return makeLamp(library, thing, how, buttonLit);
    case 'smoke-alarm':
    case 'heat-alarm':
    case 'sprinkler':
      return makeLamp(library, thing, how, detectorLit);
    case 'exit-sign':
      return makeSign(library, thing, how);
    default:
      return moved(library, thing, how);
  }
}

/** What is carried, pressed or burns as in any other room, where the model has its root; else a box that goes along. */
function moved(library: Library, thing: Thing, how: Root): Prop {
  if (thing.kind === 'e-bike' || !library.has(how.node))
    return makeCharring(takeOr(library, how.node, thing, null), thing);
  const told = Math.abs(thing.home.orientation_quat[3]) < 0.999;
  const prop = ofKind(library, how.node, thing, how.facing_deg);
  return told ? prop : facing(prop, how.facing_deg);
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
