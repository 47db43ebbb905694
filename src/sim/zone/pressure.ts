/** Finds the pressures at which every room's flows fit, implicitly, so that no crack however small limits the step. */
import type { Building } from './building.ts';
import { GAMMA_frac } from './constants.ts';
import { balanceFan, balanceHatch } from './hatch.ts';
import type { Scene } from './scene.ts';
import { balanceVent } from './vent.ts';

/** Most Newton steps; two to five are usual. [D] */
const MOST_count = 30;
/** Residual at which pressures are taken: 0.03 W out of balance in a room of 30 m3. [D] */
const ENOUGH_Pa = 1e-4;

let best = new Float64Array(0);
let step = new Float64Array(0);
let matrix = new Float64Array(0);
let residual = new Float64Array(0);

function room(n: number): void {
  if (best.length === n) return;
  best = new Float64Array(n);
  step = new Float64Array(n);
  residual = new Float64Array(n);
  matrix = new Float64Array(n * n);
}

/** Heat flows and slopes at the scene's pressures. */
function balance(building: Building, scene: Scene): void {
  scene.heat_W.fill(0);
  scene.slope_WpPa.fill(0);
  for (const vent of building.vents) balanceVent(scene, vent);
  for (const hatch of building.hatches) balanceHatch(building, scene, hatch);
  for (const fan of building.fans) balanceFan(scene, fan);
}

/** Residual of dP = (gamma - 1) / V x heat x dt per room. @returns its largest value in Pa */
function miss(building: Building, scene: Scene, source_W: Float64Array, dt_s: number): number {
  let worst = 0;
  for (let i = 0; i < scene.n; i++) {
    const r = building.rooms[i] as Building['rooms'][number];
    const k = ((GAMMA_frac - 1) * dt_s) / r.volume_m3;
    residual[i] =
      (scene.pressure_Pa[i] as number) - r.pressure_Pa - k * ((scene.heat_W[i] as number) + (source_W[i] as number));
    worst = Math.max(worst, Math.abs(residual[i] as number));
  }
  return worst;
}

/**
 * Newton with exact slopes. A square-root law throws Newton from one side of zero to the other, so where the whole step
 * does not help, two thirds of it (which shrinks such a swing threefold) and then less is tried, and the best is kept.
 * The matrix is diagonally dominant by columns, so elimination needs no pivot.
 * @param source_W heat into each room that does not depend on pressure (fires less walls)
 * @returns how many steps it took; the scene holds the pressures
 */
export function solvePressures(building: Building, scene: Scene, source_W: Float64Array, dt_s: number): number {
  const n = scene.n;
  room(n);
  balance(building, scene);
  let worst = miss(building, scene, source_W, dt_s);
  for (let count = 0; count < MOST_count; count++) {
    if (worst < ENOUGH_Pa) return count;
    direction(building, scene, dt_s);
    best.set(scene.pressure_Pa);
    let least = Number.POSITIVE_INFINITY;
    let kept = 1;
    let tried = 0;
    for (tried of SHARES) {
      const now = attempt(building, scene, source_W, dt_s, tried);
      if (now < least) {
        least = now;
        kept = tried;
      }
      if (now < 0.5 * worst) break;
    }
    worst = tried === kept ? least : attempt(building, scene, source_W, dt_s, kept);
  }
  return MOST_count;
}

const SHARES = [1, 2 / 3, 1 / 3, 0.1];

/** Takes a share of the step from `best`. @returns the largest residual there */
function attempt(building: Building, scene: Scene, source_W: Float64Array, dt_s: number, share: number): number {
  for (let i = 0; i < scene.n; i++) scene.pressure_Pa[i] = (best[i] as number) + share * (step[i] as number);
  balance(building, scene);
  return miss(building, scene, source_W, dt_s);
}

/** Newton direction into `step`. */
function direction(building: Building, scene: Scene, dt_s: number): void {
  const n = scene.n;
  for (let i = 0; i < n; i++) {
    const k = ((GAMMA_frac - 1) * dt_s) / (building.rooms[i] as Building['rooms'][number]).volume_m3;
    for (let j = 0; j < n; j++) matrix[i * n + j] = (i === j ? 1 : 0) - k * (scene.slope_WpPa[i * n + j] as number);
    step[i] = -(residual[i] as number);
  }
  for (let p = 0; p < n; p++) {
    const pivot = matrix[p * n + p] as number;
    for (let i = p + 1; i < n; i++) {
      const factor = (matrix[i * n + p] as number) / pivot;
      if (factor === 0) continue;
      for (let j = p; j < n; j++)
        matrix[i * n + j] = (matrix[i * n + j] as number) - factor * (matrix[p * n + j] as number);
      step[i] = (step[i] as number) - factor * (step[p] as number);
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = step[i] as number;
    for (let j = i + 1; j < n; j++) sum -= (matrix[i * n + j] as number) * (step[j] as number);
    step[i] = sum / (matrix[i * n + i] as number);
  }
}
