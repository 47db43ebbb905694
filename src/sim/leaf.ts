/** A door's leaf between two airs: two skins warmed by the hotter gas, joined through the core, cooled by water on them. */
import { spaceNumbered } from './air.ts';
import { AMBIENT_K, STEP_air_s } from './materials.ts';
import { smokeOf } from './smoke.ts';
import type { Door } from './things.ts';
import type { LeafHeat } from './working.ts';
import type { Vec3, World } from './world.ts';
import type { Vent } from './zone/building.ts';
import { STEFAN_Wpm2K4 } from './zone/constants.ts';

/** Skin of 0.8 mm steel, 3 mm board or half a pane, and what the core passes: honeycomb with its frame, air, glass. [D] */
const STEEL = { skin_Jpm2K: 2900, core_Wpm2K: 8 };
const BOARD = { skin_Jpm2K: 4500, core_Wpm2K: 6 };
const PANE = { skin_Jpm2K: 6300, core_Wpm2K: 130 };
/** Convection on the side a fire heats and on the other: EN 1991-1-2, 3.2.1 and 3.1; sooty gas and leaf together are 0.8 black. */
const HEATED_Wpm2K = 25;
const COOLED_Wpm2K = 4;
const BLACK_frac = 0.8;
/** A leaf carries this film; the rest runs to the floor. [D] 0.3 mm */
const FILM_kgpm2 = 0.3;
const STEAM_Jpkg = 2.26e6;
const WATER_JpkgK = 4186;
/** Drying by mass transfer: h/(rho cp) M/(R T) at h 8 W/m2K [D], against air at half humidity. */
const DRYING_kgpm2sPa = 4.8e-8;
const AIR_vapour_Pa = 1170;

function leafOf(door: Door) {
  return door.glazed ? PANE : door.steel ? STEEL : BOARD;
}

/** Gas along a leaf's height: what each layer covers of it. */
function gasBy_K(world: World, space: number, bottom_m: number, top_m: number): number {
  const smoke = smokeOf(world, space);
  const upper_frac = Math.min(1, Math.max(0, (top_m - smoke.layerHeight_m) / (top_m - bottom_m)));
  return upper_frac * smoke.upper_K + (1 - upper_frac) * smoke.lower_K;
}

/** Saturation pressure of water (Magnus), no further than boiling. */
function saturation_Pa(temp_K: number): number {
  const celsius = Math.min(100, temp_K - 273.15);
  return 611.2 * Math.exp((17.62 * celsius) / (243.12 + celsius));
}

/** One step of one skin towards gas and the other skin, exact for constant coefficients. */
function warmed_K(skin_K: number, gas_K: number, other_K: number, leaf: typeof STEEL): number {
  const mean_K = (skin_K + gas_K) / 2;
  const gas_Wpm2K = (gas_K > skin_K ? HEATED_Wpm2K : COOLED_Wpm2K) + 4 * BLACK_frac * STEFAN_Wpm2K4 * mean_K ** 3;
  const all_Wpm2K = gas_Wpm2K + leaf.core_Wpm2K;
  const end_K = (gas_Wpm2K * gas_K + leaf.core_Wpm2K * other_K) / all_Wpm2K;
  return end_K + (skin_K - end_K) * Math.exp((-all_Wpm2K * STEP_air_s) / leaf.skin_Jpm2K);
}

/** Water on the trainee's side cools the skin and holds it below boiling. @returns the skin's temperature */
function dried_K(door: Door, skin_K: number, leaf: typeof STEEL): number {
  const wide_m = 2 * Math.max(door.half_m[0], door.half_m[2]);
  const area_m2 = wide_m * 2 * door.half_m[1];
  const runs_kg = Math.max(0, door.water_kg - FILM_kgpm2 * area_m2);
  door.water_kg -= runs_kg;
  if (door.water_kg <= 0) return skin_K;
  return steamed_K(door, rinsed_K(skin_K, runs_kg / area_m2, leaf), area_m2, leaf);
}

/** What runs down takes the skin's heat along. */
function rinsed_K(skin_K: number, runs_kgpm2: number, leaf: typeof STEEL): number {
  return AMBIENT_K + (skin_K - AMBIENT_K) * Math.exp((-runs_kgpm2 * WATER_JpkgK) / leaf.skin_Jpm2K);
}

/** What stays dries, and boils off before the skin passes 100 C. */
function steamed_K(door: Door, skin_K: number, area_m2: number, leaf: typeof STEEL): number {
  const pull_Pa = Math.max(0, saturation_Pa(skin_K) - AIR_vapour_Pa);
  const boiled_kgpm2 = (Math.max(0, skin_K - 373.15) * leaf.skin_Jpm2K) / STEAM_Jpkg;
  const dries_kg = (DRYING_kgpm2sPa * pull_Pa * STEP_air_s + boiled_kgpm2) * area_m2;
  const gone_kg = Math.min(door.water_kg, dries_kg);
  door.water_kg -= gone_kg;
  const fall_K = (gone_kg * STEAM_Jpkg) / (area_m2 * leaf.skin_Jpm2K);
  return Math.max(AMBIENT_K - 5, skin_K - fall_K);
}

/** Whether a point is on the side of a leaf that faces the opening's `from`. */
export function onFromSide(world: World, door: Door, vent: Vent, at_m: Readonly<Vec3>): boolean {
  const axis = door.half_m[0] < door.half_m[2] ? 0 : 2;
  const box = (world.room.spaces[vent.from] ?? world.room.spaces[vent.to])!.box;
  const leaf_m = door.pose.position_m[axis]!;
  const fromSide = (box.min_m[axis]! + box.max_m[axis]!) / 2 > leaf_m === vent.from >= 0;
  return at_m[axis]! > leaf_m === fromSide;
}

function stepLeaf(world: World, door: Door, vent: Vent, heat: LeafHeat): void {
  const leaf = leafOf(door);
  const from = gasBy_K(world, vent.from, vent.sill_m, vent.soffit_m);
  const to = gasBy_K(world, vent.to, vent.sill_m, vent.soffit_m);
  const { from_K, to_K } = heat;
  heat.from_K = warmed_K(from_K, from, to_K, leaf);
  heat.to_K = warmed_K(to_K, to, from_K, leaf);
  const near = faceIsFrom(world, door, vent);
  if (near) heat.from_K = dried_K(door, heat.from_K, leaf);
  else heat.to_K = dried_K(door, heat.to_K, leaf);
  door.face_K = near ? heat.from_K : heat.to_K;
  door.back_K = near ? heat.to_K : heat.from_K;
}

/** The trainee stands in one of the two spaces, or on one side of the leaf. */
function faceIsFrom(world: World, door: Door, vent: Vent): boolean {
  const here = spaceNumbered(world.room, world.body.space);
  if (here === vent.from) return true;
  if (here === vent.to) return false;
  return onFromSide(world, door, vent, world.body.head.position_m);
}

/** One step of the air for every door that is an opening of it. */
export function stepLeaves(world: World): void {
  const { leaves } = world.working;
  for (const vent of world.air.vents) {
    const door = world.things[vent.id];
    if (door?.kind !== 'door') continue;
    leaves[vent.id] ??= { from_K: door.face_K, to_K: door.back_K };
    stepLeaf(world, door, vent, leaves[vent.id]!);
  }
}
