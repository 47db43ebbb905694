/** What an instrument, an eye or a nose would read in a building: layers, air at a height, air at a ceiling. */
import type { Building, Layer, Room } from './building.ts';
import { STILL_mps } from './detect.ts';
import type { Breath, Irritants } from './dose.ts';
import { extinction_1pm, visibility_m } from './optics.ts';
import { ceilingJet } from './plume.ts';
import { CO, CO2, H2O, HCL, HCN, O2, SOOT, volumeShare_frac } from './species.ts';

/** Air at one place. */
export interface Air extends Breath {
  temp_K: number;
  h2o_pct: number;
  hcl_ppm: number;
  soot_kgpm3: number;
  extinction_1pm: number;
  /** of signs that reflect, and of lit ones */
  visibility_m: number;
  litVisibility_m: number;
}

/** @returns what a layer is, by volume. */
export function layerAir(layer: Layer): Air {
  const share = (which: number) => volumeShare_frac(layer.species_kg, layer.mass_kg, which);
  const soot_kgpm3 = (layer.species_kg[SOOT] as number) / layer.volume_m3;
  const extinction = extinction_1pm(soot_kgpm3);
  return {
    temp_K: layer.temp_K,
    o2_pct: 100 * share(O2),
    co2_pct: 100 * share(CO2),
    h2o_pct: 100 * share(H2O),
    co_ppm: 1e6 * share(CO),
    hcn_ppm: 1e6 * share(HCN),
    hcl_ppm: 1e6 * share(HCL),
    soot_kgpm3,
    extinction_1pm: extinction,
    visibility_m: visibility_m(extinction, false),
    litVisibility_m: visibility_m(extinction, true),
  };
}

export function roomNamed(building: Building, id: string): Room {
  const room = building.rooms.find((one) => one.id === id);
  if (!room) throw new Error(`no room is called "${id}"`);
  return room;
}

/** Air at a height above a room's floor: that of the layer it lies in. */
export function airAt(room: Room, height_m: number): Air {
  return layerAir(height_m > room.layer_m ? room.upper : room.lower);
}

/** The irritants the model tracks, for irritation_frac. */
export function irritants(air: Air): Irritants {
  return { hcl_ppm: air.hcl_ppm };
}

/**
 * Gas at a ceiling: the jet under the flame where a fire burns in this room, else the layer at rest.
 * @param radius_m from the fire's axis; has no effect in other rooms
 */
export function ceilingGas(building: Building, room: Room, radius_m: number): { temp_K: number; speed_mps: number } {
  let temp_K = room.layer_m < room.height_m * 0.998 ? room.upper.temp_K : room.lower.temp_K;
  let speed_mps = STILL_mps;
  const base_K = room.lower.temp_K;
  for (const fire of building.fires) {
    if (building.rooms[fire.room_index] !== room || fire.burned_kW <= 0) continue;
    const jet = ceilingJet(
      fire.burned_kW * (1 - fire.fuel.radiative_frac),
      room.height_m - fire.base_m,
      radius_m,
      base_K,
    );
    temp_K = Math.max(temp_K, base_K + jet.rise_K);
    speed_mps = Math.max(speed_mps, jet.speed_mps);
  }
  return { temp_K, speed_mps };
}
