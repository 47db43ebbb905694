/** What one step reads of every room, laid out flat: densities, temperatures, interfaces, pressures, and the balance being solved. */
import type { Building } from './building.ts';
import { G_mps2, GAS_JpkgK } from './constants.ts';

export interface Scene {
  n: number;
  floor_m: Float64Array;
  /** height of the interface above the building's zero */
  interface_m: Float64Array;
  lower_K: Float64Array;
  upper_K: Float64Array;
  lower_kgpm3: Float64Array;
  upper_kgpm3: Float64Array;
  /** gauge pressure at each floor, the unknowns */
  pressure_Pa: Float64Array;
  /** heat into each room by flows, and its slope against every pressure, row by row */
  heat_W: Float64Array;
  slope_WpPa: Float64Array;
  outside_K: number;
  outside_kgpm3: number;
  /** air last asked for with airOf */
  air_K: number;
  air_kgpm3: number;
}

const scenes = new Map<number, Scene>();

/** Scratch for buildings of n rooms; holds nothing from one step to the next. */
export function sceneFor(n: number): Scene {
  let scene = scenes.get(n);
  if (!scene) {
    const row = () => new Float64Array(n);
    scene = {
      n,
      floor_m: row(),
      interface_m: row(),
      lower_K: row(),
      upper_K: row(),
      lower_kgpm3: row(),
      upper_kgpm3: row(),
      pressure_Pa: row(),
      heat_W: row(),
      slope_WpPa: new Float64Array(n * n),
      outside_K: 0,
      outside_kgpm3: 0,
      air_K: 0,
      air_kgpm3: 0,
    };
    scenes.set(n, scene);
  }
  return scene;
}

/** Reads the building into the scene. */
export function look(building: Building): Scene {
  const scene = sceneFor(building.rooms.length);
  scene.outside_K = building.outside_K;
  scene.outside_kgpm3 = building.outside_Pa / (GAS_JpkgK * building.outside_K);
  for (let i = 0; i < scene.n; i++) {
    const room = building.rooms[i] as Building['rooms'][number];
    scene.floor_m[i] = room.floor_m;
    scene.interface_m[i] = room.floor_m + room.layer_m;
    scene.lower_K[i] = room.lower.temp_K;
    scene.upper_K[i] = room.upper.temp_K;
    scene.lower_kgpm3[i] = room.lower.mass_kg / room.lower.volume_m3;
    scene.upper_kgpm3[i] = room.upper.mass_kg / room.upper.volume_m3;
    scene.pressure_Pa[i] = room.solved_Pa;
  }
  return scene;
}

/** Gauge pressure of a room (or the outside, 0) at a height, against still outside air at that height. */
export function gauge_Pa(scene: Scene, i: number, z: number): number {
  if (i < 0) return 0;
  const low = scene.floor_m[i] as number;
  const mid = scene.interface_m[i] as number;
  const rho = scene.outside_kgpm3;
  const below = ((scene.lower_kgpm3[i] as number) - rho) * (Math.min(z, mid) - low);
  const above = z > mid ? ((scene.upper_kgpm3[i] as number) - rho) * (z - mid) : 0;
  return (scene.pressure_Pa[i] as number) - G_mps2 * (below + above);
}

/** Puts the air of a room at a height into `air_K` and `air_kgpm3`. */
export function airOf(scene: Scene, i: number, z: number): void {
  if (i < 0) {
    scene.air_K = scene.outside_K;
    scene.air_kgpm3 = scene.outside_kgpm3;
  } else if (z > (scene.interface_m[i] as number)) {
    scene.air_K = scene.upper_K[i] as number;
    scene.air_kgpm3 = scene.upper_kgpm3[i] as number;
  } else {
    scene.air_K = scene.lower_K[i] as number;
    scene.air_kgpm3 = scene.lower_kgpm3[i] as number;
  }
}

/** Absolute pressure of still outside air at a height. */
export function stillOutside_Pa(building: Building, z: number): number {
  return building.outside_Pa - (building.outside_Pa / (GAS_JpkgK * building.outside_K)) * G_mps2 * z;
}
