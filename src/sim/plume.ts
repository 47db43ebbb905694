/** Flame height, plume and radiation: the published formulas, and nothing that remembers. */
import { AIR_rhoCpT_kJpm3, AMBIENT_K, GRAVITY_mps2 } from './materials.ts';

/** Heskestad's dimensionless fire power. */
export function qStar(q_kW: number, diameter_m: number): number {
  return q_kW / (AIR_rhoCpT_kJpm3 * Math.sqrt(GRAVITY_mps2 * diameter_m) * diameter_m ** 2);
}

/** Heskestad: L/D = 3.7 Q*^0.4 - 1.02. */
export function flameOverDiameter(qStar_1: number): number {
  return Math.max(0, 3.7 * qStar_1 ** 0.4 - 1.02);
}

/** Mean flame height above the base. A fire of no width has no flame. */
export function flameHeight_m(q_kW: number, diameter_m: number): number {
  if (q_kW <= 0 || diameter_m <= 0) return 0;
  return diameter_m * flameOverDiameter(qStar(q_kW, diameter_m));
}

/** McCaffrey's centreline: kappa and eta of flame, intermittent and plume regions (NBSIR 79-1910). */
function centreline(q_kW: number, z_m: number): { kappa_1: number; eta_1: number } {
  const x = z_m / q_kW ** 0.4;
  if (x < 0.08) return { kappa_1: 6.8, eta_1: 0.5 };
  if (x < 0.2) return { kappa_1: 1.9, eta_1: 0 };
  return { kappa_1: 1.1, eta_1: -1 / 3 };
}

/** Temperature rise on the plume's axis, (kappa/(0.9 sqrt(2g)))^2 (z/Q^0.4)^(2 eta - 1) T0. */
export function centrelineRise_K(q_kW: number, z_m: number, ambient_K = AMBIENT_K): number {
  const { kappa_1, eta_1 } = centreline(q_kW, z_m);
  const x = Math.max(1e-6, z_m / q_kW ** 0.4);
  return (kappa_1 / (0.9 * Math.sqrt(2 * GRAVITY_mps2))) ** 2 * x ** (2 * eta_1 - 1) * ambient_K;
}

/** Speed on the plume's axis, kappa (z/Q^0.4)^eta Q^0.2. */
export function centrelineSpeed_mps(q_kW: number, z_m: number): number {
  const { kappa_1, eta_1 } = centreline(q_kW, z_m);
  return z_m <= 0 ? 0 : kappa_1 * (z_m / q_kW ** 0.4) ** eta_1 * q_kW ** 0.2;
}

/** Radiation from a point source, normal to the target: chi Q / (4 pi R^2). */
export function pointFlux_kWpm2(radiant_kW: number, distance_m: number): number {
  return radiant_kW / (4 * Math.PI * Math.max(0.1, distance_m) ** 2);
}
