/** Cloth: folded where it lies, hanging from a hand, rolled along the foot of a door; darker and dripping when wet. */
import { Color, Group, type MeshStandardMaterial, type Object3D } from 'three';
import type { Cloth, Thing } from '../../sim/things.ts';
import { ownMaterials } from './own.ts';
import { approach, follow, type Library, type Prop, part } from './prop.ts';
import { alongX, type Root, width_m } from './roots.ts';
import { takeOr } from './standIn.ts';

const DRY = new Color('#ffffff');
const WET = new Color('#7d8790');
/** A roll lies so far before the leaf's face. */
const BEFORE_m = 0.05;
/** Length the model's roll has. */
const ROLL_m = 0.8;
/** Drops a second, and how far they fall. [D] */
const DRIP_hz = 1.6;
const DROP_way_m = 0.7;

function show(node: Object3D | null, visible: boolean): void {
  if (node) node.visible = visible;
}

export function makeCloth(library: Library, cloth: Cloth, how: Root): Prop {
  const model = takeOr(library, how.node, cloth, null);
  const root = new Group().add(model);
  const own: MeshStandardMaterial[] = ownMaterials(model);
  const looks = { folded: part(model, 'folded'), held: part(model, 'held'), sill: part(model, 'sill') };
  const drops = dropsOf(library, root);
  let wet_frac = cloth.wet_frac;
  let time_s = 0;
  return {
    id: cloth.id,
    root,
    shadow_m: null,
    draw(now, world, dt_s) {
      if (now.kind !== 'cloth') return;
      const door = now.on ? world.things[now.on] : undefined;
      if (door?.kind === 'door') lieBefore(root, model, now, door, looks.sill !== null);
      else {
        model.scale.set(1, 1, 1);
        follow(root, now, dt_s);
      }
      show(looks.sill, door !== undefined);
      show(looks.held, door === undefined && now.heldBy !== null);
      show(looks.folded, door === undefined && now.heldBy === null);
      wet_frac = approach(wet_frac, now.wet_frac, 2, dt_s);
      for (const one of own) one.color.copy(DRY).lerp(WET, wet_frac);
      time_s += dt_s;
      drip(drops, wet_frac > 0.5 && now.heldBy !== null, time_s);
    },
  };
}

/** Along the bottom of the leaf, on the side it was pushed from. */
function lieBefore(root: Object3D, model: Object3D, cloth: Cloth, door: Thing, rolled: boolean): void {
  const [x, y, z] = door.home.position_m;
  const level = alongX(door);
  const [cx, , cz] = cloth.pose.position_m;
  const side = level ? Math.sign(cz - z) || -1 : Math.sign(cx - x) || -1;
  const off_m = side * ((level ? door.half_m[2] : door.half_m[0]) + BEFORE_m);
  root.position.set(level ? x : x + off_m, y - door.half_m[1] + 0.05, level ? z + off_m : z);
  root.rotation.set(0, level ? 0 : Math.PI / 2, 0);
  model.scale.set(rolled ? width_m(door) / ROLL_m : 1, 1, 1);
}

/** Three drops that take turns; none where the library has no drop-like thing to share a material with. */
function dropsOf(library: Library, root: Object3D): Object3D[] {
  const water = library.get('basin');
  const source = water ? part(water, 'water') : null;
  if (!source) return [];
  return [0, 1, 2].map((k) => {
    const drop = source.clone(true);
    drop.scale.set(0.03, 0.08, 0.03);
    drop.position.set((k - 1) * 0.09, 0, 0);
    drop.visible = false;
    root.add(drop);
    return drop;
  });
}

function drip(drops: readonly Object3D[], wet: boolean, time_s: number): void {
  drops.forEach((drop, k) => {
    drop.visible = wet;
    if (!wet) return;
    const way = (time_s * DRIP_hz + k / drops.length) % 1;
    drop.position.y = -0.25 - DROP_way_m * way * way;
  });
}
