/** The fire plume: entrainment, centreline, flame height, ceiling jet, and heat at a distance. */
import { CP_JpkgK, G_mps2, GAS_JpkgK, STANDARD_Pa } from './constants.ts';

/** Where the fire stands: a wall or a corner feeds air from a half or a quarter circle (mirror method, CFAST Tech. Ref.). */
export type Place = 'centre' | 'wall' | 'corner';
export type PlumeLaw = 'mccaffrey' | 'zukoski';

function mirrors(place: Place): number {
  return place === 'corner' ? 4 : place === 'wall' ? 2 : 1;
}

/**
 * Air drawn into the plume between the fire base and a height above it.
 * McCaffrey 1983 in three regions (flame, intermittent, plume), heat in kW; Zukoski as written by NFPA 92 for the
 * filling problem, 0.076 Qc^(1/3) z^(5/3).
 * @returns kg/s
 */
export function entrainment_kgps(
  law: PlumeLaw,
  heat_kW: number,
  convective_kW: number,
  height_m: number,
  place: Place = 'centre',
): number {
  if (height_m <= 0 || heat_kW <= 0) return 0;
  const n = mirrors(place);
  if (law === 'zukoski') return (0.076 * Math.cbrt(n * convective_kW) * height_m ** (5 / 3)) / n;
  const q = heat_kW * n;
  const x = height_m / q ** 0.4;
  const perHeat = x < 0.08 ? 0.011 * x ** 0.566 : x < 0.2 ? 0.026 * x ** 0.909 : 0.124 * x ** 1.895;
  return (perHeat * q) / n;
}

/** McCaffrey 1979 centreline: (kappa, eta) of flame, intermittent and plume regions, in m and kW. */
const REGIONS = [
  { below: 0.08, kappa: 6.8, eta: 0.5 },
  { below: 0.2, kappa: 1.9, eta: 0 },
  { below: Infinity, kappa: 1.1, eta: -1 / 3 },
] as const;

/**
 * Temperature and speed on the plume axis (McCaffrey, NBSIR 79-1910).
 * @returns rise above ambient in K and upward speed in m/s
 */
export function centreline(
  heat_kW: number,
  height_m: number,
  ambient_K: number,
): { rise_K: number; speed_mps: number } {
  if (heat_kW <= 0) return { rise_K: 0, speed_mps: 0 };
  const x = Math.max(0, height_m) / heat_kW ** 0.4;
  const region = REGIONS.find((r) => x < r.below) ?? REGIONS[2];
  const rise_K =
    x <= 0
      ? centrelineRise(REGIONS[0].kappa, 0.5, 1e-9, ambient_K)
      : centrelineRise(region.kappa, region.eta, x, ambient_K);
  return { rise_K, speed_mps: x <= 0 ? 0 : region.kappa * x ** region.eta * heat_kW ** 0.2 };
}

function centrelineRise(kappa: number, eta: number, x: number, ambient_K: number): number {
  return (kappa / (0.9 * Math.sqrt(2 * G_mps2))) ** 2 * x ** (2 * eta - 1) * ambient_K;
}

/** Heat release made dimensionless, Q* = Q / (rho cp T sqrt(gD) D^2), with rho cp T = 352 kJ/m3 as the NIST tables use. */
export function dimensionlessHeat_frac(heat_kW: number, diameter_m: number): number {
  return heat_kW / (352 * Math.sqrt(9.81 * diameter_m) * diameter_m ** 2);
}

/** Heskestad mean flame height over diameter from Q*; never negative. */
export function flameOverDiameter_frac(heatNumber_frac: number): number {
  return Math.max(0, 3.7 * heatNumber_frac ** 0.4 - 1.02);
}

/** Heskestad mean flame height, L = D (3.7 Q*^0.4 - 1.02). */
export function flameHeight_m(heat_kW: number, diameter_m: number): number {
  return heat_kW <= 0 || diameter_m <= 0
    ? 0
    : diameter_m * flameOverDiameter_frac(dimensionlessHeat_frac(heat_kW, diameter_m));
}

/**
 * Ceiling jet of Alpert in Heskestad's form (CFAST Tech. Ref.): hotter and faster than the layer while the fire is young.
 * @param height_m fire base to ceiling, radius_m from the axis
 */
export function ceilingJet(
  heat_kW: number,
  height_m: number,
  radius_m: number,
  ambient_K: number,
): { rise_K: number; speed_mps: number } {
  if (heat_kW <= 0 || height_m <= 0) return { rise_K: 0, speed_mps: 0 };
  const density = STANDARD_Pa / (GAS_JpkgK * ambient_K);
  const scale_kW = (density * CP_JpkgK * ambient_K * Math.sqrt(G_mps2) * height_m ** 2.5) / 1000;
  const q = heat_kW / scale_kW;
  const r = radius_m / height_m;
  const rise_K = ambient_K * q ** (2 / 3) * (r < 0.2 ? 6.3 : (0.225 + 0.27 * r) ** (-4 / 3));
  const speed_mps = Math.cbrt(q) * Math.sqrt(G_mps2 * height_m) * (r < 0.2 ? 3.61 : 1.06 * r ** -0.69);
  return { rise_K, speed_mps };
}

/** Point source at a distance, normal incidence: q = chi Q / 4 pi R^2. */
export function radiantFlux_kWpm2(radiated_kW: number, distance_m: number): number {
  return radiated_kW / (4 * Math.PI * distance_m ** 2);
}
