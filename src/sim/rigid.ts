/** Things let go of fall and come to rest: the only place of the rigid-body engine. */
import { Material, Body as Rigid, Box as Shape, World as Space, Vec3 as V3 } from 'cannon-es';
import { groundAt, hasLevels, STEP_UP_m } from './ground.ts';
import { GRAVITY_mps2 } from './materials.ts';
import type { Thing } from './things.ts';
import { set } from './vec.ts';
import { type Box, TICK_s, type World } from './world.ts';

/** Starts a fall; a bottle still on its bracket or a lid on a pan never comes here. */
export function letFall(world: World, thing: Thing): void {
  world.working.movers[thing.id] = { velocity_mps: [0, 0, 0], falling: true };
}

function block(space: Space, material: Material, box: Box): void {
  const half = [0, 1, 2].map((k) => (box.max_m[k]! - box.min_m[k]!) / 2) as [number, number, number];
  const body = new Rigid({ mass: 0, material, shape: new Shape(new V3(...half)) });
  body.position.set(box.min_m[0] + half[0], box.min_m[1] + half[1], box.min_m[2] + half[2]);
  space.addBody(body);
}

/**
 * One tick of one falling body in a space built anew from the plain state, so that world stays plain data and
 * equal states give equal falls. It keeps upright: a bottle or lid let go at hand height lands on its base. [D]
 */
function fallOne(world: World, thing: Thing): void {
  const mover = world.working.movers[thing.id]!;
  const space = new Space({ gravity: new V3(0, -GRAVITY_mps2, 0) });
  const material = new Material({ friction: 0.4, restitution: 0 });
  const { room } = world;
  const wide = room.width_m + room.depth_m + (hasLevels(room) ? FAR_m : 0);
  const floor_m = floorBelow(world, thing);
  block(space, material, { min_m: [-wide, floor_m - 1, -wide], max_m: [wide, floor_m, wide] });
  for (const box of room.obstacles) block(space, material, box);
  const body = new Rigid({
    mass: 3,
    material,
    fixedRotation: true,
    linearDamping: 0.01,
    shape: new Shape(new V3(...thing.half_m)),
  });
  body.position.set(...thing.pose.position_m);
  body.velocity.set(...mover.velocity_mps);
  space.addBody(body);
  space.step(TICK_s);
  set(thing.pose.position_m, body.position.x, body.position.y, body.position.z);
  set(mover.velocity_mps, body.velocity.x, body.velocity.y, body.velocity.z);
  const supported = space.contacts.length > 0;
  thing.pose.position_m[1] = Math.max(thing.pose.position_m[1], floor_m + thing.half_m[1]);
  if (supported && body.velocity.length() < 0.05) delete world.working.movers[thing.id];
}

/** Around a house there is ground. [D] */
const FAR_m = 30;

/** The floor a thing falls onto: of its storey, or of the ground where it has left the house. */
function floorBelow(world: World, thing: Thing): number {
  const [x, y, z] = thing.pose.position_m;
  const bottom_m = y - thing.half_m[1];
  return (
    groundAt(world.room, x, z, bottom_m - STEP_UP_m + SUNK_m) ?? Math.min(bottom_m, world.room.exit.outside.min_m[1])
  );
}

/** A thing may have sunk into its floor by as much within a tick. */
const SUNK_m = 0.1;

/** One tick of everything that falls. */
export function stepRigid(world: World): void {
  for (const id in world.working.movers) {
    const thing = world.things[id]!;
    if (thing.heldBy) delete world.working.movers[id];
    else fallOne(world, thing);
  }
}
