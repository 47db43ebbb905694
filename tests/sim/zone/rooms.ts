/** Small buildings the zone tests share. */
import type { Building } from '../../../src/sim/zone/building.ts';
import { createBuilding } from '../../../src/sim/zone/create.ts';
import type { FireLayout, Layout, RoomLayout, VentLayout } from '../../../src/sim/zone/layout.ts';
import { stepBuilding } from '../../../src/sim/zone/step.ts';

export const BARE = { ceiling: 'none', walls: 'none', floor: 'none' } as const;

export function cube(id: string, size_m: number, more: Partial<RoomLayout> = {}): RoomLayout {
  return { id, width_m: size_m, depth_m: size_m, height_m: size_m, ...more };
}

export function opening(id: string, from: string, to: string, more: Partial<VentLayout> = {}): VentLayout {
  return { id, from, to, sill_m: 0, soffit_m: 2, width_m: 0.9, ...more };
}

export function burner(room: string, heat_kW: number, more: Partial<FireLayout> = {}): FireLayout {
  return { id: 'fire', room, base_m: 0, area_m2: 0.5, fuel: 'methane', curve: [[0, heat_kW]], ...more };
}

export function run(layout: Layout, for_s: number, step_s = 0.25): Building {
  const building = createBuilding(layout);
  go(building, for_s, step_s);
  return building;
}

export function go(building: Building, for_s: number, step_s = 0.25): void {
  for (let i = 0; i < Math.round(for_s / step_s); i++) stepBuilding(building, step_s);
}

/** Flat of two rooms on a corridor with a way out: door of the fire room open. */
export function flat(heat_kW: number): Layout {
  return {
    rooms: [
      { id: 'fire-room', width_m: 4, depth_m: 3, height_m: 2.6 },
      { id: 'corridor', width_m: 8, depth_m: 1.5, height_m: 2.6 },
      { id: 'bedroom', width_m: 4, depth_m: 3, height_m: 2.6, leak_m2: 0.004 },
    ],
    vents: [
      opening('fire-door', 'fire-room', 'corridor'),
      opening('bed-door', 'bedroom', 'corridor', { open_frac: 0, bottomGap_m2: 0.009, sideGap_m2: 0.006 }),
      opening('exit', 'corridor', 'outside'),
    ],
    fires: [burner('fire-room', heat_kW, { fuel: 'polyurethane', area_m2: 1 })],
  };
}
