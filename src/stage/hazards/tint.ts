/** What colour smoke has, from what it is made of: grey of wood, brown of oil, black of foam and plastics, white of a battery's vapour. */
import type { Vector3 } from 'three';
import type { Building, Layer } from '../../sim/zone/building.ts';
import { CO2, HCL, SOOT } from '../../sim/zone/species.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** Colours of thick smoke as displayed. [D] by eye beside films of test fires */
const GREY: Colour = [0.37, 0.355, 0.335];
const BROWN: Colour = [0.165, 0.15, 0.14];
const BLACK: Colour = [0.088, 0.083, 0.08];
const WHITE: Colour = [0.74, 0.745, 0.75];
/** Soot per CO2 a fire adds: wood 0.0096, cooking oil 0.014, polyurethane 0.07, a pack's vapour 0.25 (yields of zone/fuel.ts). */
const WOOD_frac = 0.009;
const FOAM_frac = 0.06;
const BROWN_AT = 0.3;
const VAPOUR_from_frac = 0.11;
const VAPOUR_full_frac = 0.2;
/** PVC's soot is as rich as vapour, but comes with its hydrogen chloride. [D] */
const HCL_SOOT_frac = 0.3;
/** Share of the colour that is left at night without a lamp. [D] */
const NIGHT_frac = 0.25;

const smooth = (x: number) => {
  const k = Math.min(1, Math.max(0, x));
  return k * k * (3 - 2 * k);
};

/** @returns 0 grey as of wood .. 1 black as of foam; by the soot for each CO2 made. */
export function blackness(sootPerCo2_frac: number): number {
  if (sootPerCo2_frac <= WOOD_frac) return 0;
  return Math.min(1, Math.log(sootPerCo2_frac / WOOD_frac) / Math.log(FOAM_frac / WOOD_frac));
}

/** @returns 0 none .. 1 all white: an aerosol with hardly any burned gas in it. */
export function whiteness(sootPerCo2_frac: number, hclPerSoot_frac: number): number {
  const rich = smooth((sootPerCo2_frac - VAPOUR_from_frac) / (VAPOUR_full_frac - VAPOUR_from_frac));
  return rich * (1 - smooth(hclPerSoot_frac / HCL_SOOT_frac));
}

/** Colour of a layer's smoke as displayed, under lamps or by night. */
export function tintOf(
  layer: Layer,
  building: Pick<Building, 'outside_frac'>,
  dark_frac: number,
  out: Vector3,
): Vector3 {
  const soot_kg = layer.species_kg[SOOT]!;
  const made_kg = Math.max(1e-9, layer.species_kg[CO2]! - layer.mass_kg * building.outside_frac[CO2]!);
  const rich = soot_kg / made_kg;
  const white = whiteness(rich, soot_kg > 0 ? layer.species_kg[HCL]! / soot_kg : 0);
  const black = blackness(rich);
  const night = 1 - (1 - NIGHT_frac) * dark_frac;
  return out.set(channel(0, black, white) * night, channel(1, black, white) * night, channel(2, black, white) * night);
}

function channel(k: 0 | 1 | 2, black: number, white: number): number {
  const dark =
    black < BROWN_AT
      ? GREY[k] + ((BROWN[k] - GREY[k]) * black) / BROWN_AT
      : BROWN[k] + ((BLACK[k] - BROWN[k]) * (black - BROWN_AT)) / (1 - BROWN_AT);
  return dark + (WHITE[k] - dark) * white;
}
