/** The air of a few rooms set by hand: layers as thick and as sooty as a picture or a measurement needs. */
import type { Space, Vec3 } from '../../../src/sim/world.ts';
import type { Building, Layer } from '../../../src/sim/zone/building.ts';
import { createBuilding } from '../../../src/sim/zone/create.ts';
import type { HatchLayout, Layout, VentLayout } from '../../../src/sim/zone/layout.ts';
import { EXTINCTION_m2pkg } from '../../../src/sim/zone/optics.ts';
import { CO2, SOOT } from '../../../src/sim/zone/species.ts';

/** Soot for each CO2 made, by what burns (yields of zone/fuel.ts). */
export const SOOT_PER_CO2 = { wood: 0.0096, oil: 0.014, foam: 0.07, vapour: 0.25 } as const;

export interface Air {
  id?: string;
  /** least and greatest corner */
  box?: [Vec3, Vec3];
  /** height of the layer's underside above the building's zero; above the ceiling: none */
  layer_m?: number;
  upper_pm?: number;
  lower_pm?: number;
  fuel?: keyof typeof SOOT_PER_CO2;
  mixed?: boolean;
}

const ROOM: [Vec3, Vec3] = [
  [-3, 0, -2.5],
  [3, 2.7, 2.5],
];

export function airOf(
  rooms: Air[],
  vents: VentLayout[] = [],
  hatches: HatchLayout[] = [],
): { spaces: Space[]; layout: Layout; air: Building } {
  const named = rooms.map((one, k) => ({ ...one, id: one.id ?? (k === 0 ? 'room' : `room-${k}`) }));
  const layout: Layout = {
    rooms: named.map(({ id, box: [min, max] = ROOM, mixed }) => ({
      id,
      width_m: max[0] - min[0],
      depth_m: max[2] - min[2],
      height_m: max[1] - min[1],
      floor_m: min[1],
      mixed: mixed ?? false,
      sealed: true,
    })),
    vents,
    hatches,
  };
  const air = createBuilding(layout);
  named.forEach((one, k) => {
    const room = air.rooms[k]!;
    const layer_m = Math.max(0, Math.min(room.height_m, (one.layer_m ?? 99) - room.floor_m));
    if (!one.mixed) {
      room.layer_m = layer_m;
      room.upper.volume_m3 = Math.max(1e-3, room.area_m2 * (room.height_m - layer_m));
      room.lower.volume_m3 = Math.max(1e-3, room.area_m2 * layer_m);
    }
    soil(room.upper, one.upper_pm ?? 0, one.fuel ?? 'oil', air);
    soil(room.lower, one.lower_pm ?? 0, one.fuel ?? 'oil', air);
  });
  const spaces = named.map(({ id, box: [min_m, max_m] = ROOM }) => ({ id, box: { min_m, max_m } }));
  return { spaces, layout, air };
}

/** Soot for an extinction, and the CO2 that came with it. */
function soil(layer: Layer, extinction_pm: number, fuel: keyof typeof SOOT_PER_CO2, air: Building): void {
  layer.mass_kg = 1.1 * layer.volume_m3;
  for (let s = 0; s < layer.species_kg.length; s++) layer.species_kg[s] = layer.mass_kg * air.outside_frac[s]!;
  const soot_kg = (extinction_pm * layer.volume_m3) / EXTINCTION_m2pkg;
  layer.species_kg[SOOT] = soot_kg;
  layer.species_kg[CO2]! += soot_kg / SOOT_PER_CO2[fuel];
}
