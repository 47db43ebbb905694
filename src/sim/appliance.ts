/** Mains appliances: live until unplugged or switched off, alight when heated, and a shock to who touches or wets them. */
import { bookOf, keepBook, lightUp, putOut } from './fire-book.ts';
import * as M from './materials.ts';
import { flameHeight_m } from './plume.ts';
import { tell, tellOnce } from './tell.ts';
import type { Appliance } from './things.ts';
import { clock_s, type Fact, type World } from './world.ts';

/** @returns current through a body, hand to feet, dry or wet. Series circuit; the full tables come with the electric scenario. */
export function bodyCurrent_mA(wet: boolean): number {
  const ohm = wet ? M.BODY_wet_ohm + M.SHOES_wet_ohm : M.BODY_dry_ohm + M.SHOES_dry_ohm;
  return (1000 * M.MAINS_V) / ohm;
}

export function shock(world: World, facts: Fact[], appliance: Appliance, cause: 'touch' | 'water'): void {
  if (!appliance.live) return;
  tellOnce(world, facts, 3, 'shocked', appliance.id, cause, { current_mA: bodyCurrent_mA(cause === 'water') });
}

/** A case that has burned or is wet no longer keeps the mains inside. */
export function damaged(world: World, appliance: Appliance): boolean {
  return appliance.burning || bookOf(world, appliance).everBurned || appliance.cell.water_kgpm2 > 0;
}

/** Water that reaches an appliance; more than a few drops conducts back to who throws it (FF-X3). */
export function waterOnAppliance(world: World, facts: Fact[], appliance: Appliance, kg: number): void {
  const face_m2 = 4 * appliance.half_m[0] * Math.max(appliance.half_m[1], appliance.half_m[2]);
  appliance.cell.water_kgpm2 += kg / face_m2;
  if (appliance.cell.water_kgpm2 > 0.05) shock(world, facts, appliance, 'water');
}

/** Plug in the socket and breaker up: live. */
export function stepPower(world: World, facts: Fact[]): void {
  for (const id in world.things) {
    const appliance = world.things[id]!;
    if (appliance.kind !== 'appliance' || !appliance.live) continue;
    const plug = world.things[appliance.plug];
    const breaker = appliance.breaker ? world.things[appliance.breaker] : undefined;
    const off = (plug?.kind === 'plug' && !plug.on) || (breaker?.kind === 'breaker' && !breaker.on);
    if (!off) continue;
    appliance.live = false;
    tell(world, facts, 'power-off', appliance.id);
  }
}

export function stepAppliance(world: World, facts: Fact[], it: Appliance, oxygen_frac: number, step_s: number): void {
  const book = bookOf(world, it);
  const { cell } = it;
  book.powder_kgpm2 *= Math.exp(-step_s / M.LOADING_decay_s);
  book.co2_kgpm2 *= Math.exp(-step_s / M.CO2_decay_s);
  const held = book.powder_kgpm2 >= M.LOADING_out_kgpm2 || book.co2_kgpm2 >= M.CO2_out_kgpm2;
  const wet = cell.water_kgpm2 >= M.WATER_out_kgpm2;
  if (!it.burning) {
    const lit = book.litAt_s >= 0 && clock_s(world) >= book.litAt_s;
    const again = book.smoulderAt_s >= 0 && clock_s(world) >= book.smoulderAt_s;
    if (again) book.smoulderAt_s = -1;
    if (lit) book.litAt_s = -1;
    const arcs = again && it.live; // current feeds it again until it is cut [D]
    if ((lit || arcs) && !held && !wet && cell.left_frac > M.BURNT_OUT_frac) {
      book.flame_frac = 0;
      lightUp(world, facts, it, lit ? 'heat' : 'current');
    }
    return;
  }
  cell.burning = true;
  book.flame_frac = Math.min(
    1,
    book.flame_frac + 2 * Math.sqrt(M.APPLIANCE_alpha_kWps2 / M.APPLIANCE_peak_kW) * step_s,
  );
  const grown_kW = M.APPLIANCE_peak_kW * book.flame_frac ** 2;
  it.heatRelease_kW = Math.max(0.5, grown_kW) * oxygen_frac * Math.min(1, cell.left_frac / 0.3);
  cell.left_frac = Math.max(0, cell.left_frac - (it.heatRelease_kW * step_s) / (M.APPLIANCE_total_MJ * 1000));
  it.flameHeight_m = flameHeight_m(it.heatRelease_kW, 2 * Math.min(it.half_m[0], 0.15));
  if (held || wet || cell.left_frac <= M.BURNT_OUT_frac) {
    cell.burning = false;
    putOut(world, facts, it, held || wet ? book.lastCause || 'water' : 'burnt-out');
  }
  keepBook(world, facts, it, step_s);
}
