/** What may be done to a building from outside, between steps: doors, seals and fires. */
import type { Building } from './building.ts';

/** Drives a fire from outside its curve: null gives it back to the curve. */
export function setHeat(building: Building, fire: string, heat_kW: number | null): void {
  const found = building.fires.find((one) => one.id === fire);
  if (!found) throw new Error(`no fire is called "${fire}"`);
  if (heat_kW !== null && !(heat_kW >= 0 && Number.isFinite(heat_kW)))
    throw new Error(`fire "${fire}": its heat must be 0 kW or more`);
  found.set_kW = heat_kW;
}

/** What a person can do to an opening. */
export interface VentChange {
  open_frac?: number;
  bottomSealed_frac?: number;
  sidesSealed_frac?: number;
}

/** Opens, shuts or seals a door, window or hatch; between steps, at any time. */
export function setVent(building: Building, vent: string, change: VentChange): void {
  const door = building.vents.find((one) => one.id === vent);
  const hatch = building.hatches.find((one) => one.id === vent);
  if (!door && !hatch) throw new Error(`no vent or hatch is called "${vent}"`);
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) continue;
    if (!(value >= 0 && value <= 1)) throw new Error(`vent "${vent}": ${key} must be between 0 and 1`);
    if (door) door[key as keyof VentChange] = value;
    else if (hatch && key === 'open_frac') hatch.open_frac = value;
    else throw new Error(`hatch "${vent}": only open_frac can be changed, not ${key}`);
  }
}
