/** A pan of cooking oil: it heats, lights itself, burns, starves under a lid, and throws a fireball when water meets it. */
import { actedOn, bookOf, keepBook, lightUp, putOut } from './fire-book.ts';
import * as M from './materials.ts';
import { flameHeight_m } from './plume.ts';
import { tell, tellOnce } from './tell.ts';
import type { OilPan } from './things.ts';
import { clamp, flatDistance } from './vec.ts';
import { clock_s, type Fact, type World } from './world.ts';

export function mouth_m2(pan: OilPan): number {
  return (Math.PI * pan.diameter_m ** 2) / 4;
}

/** Steady power of an open pan: flux x heat of combustion x area. */
export function openPan_kW(diameter_m: number): number {
  return ((Math.PI * diameter_m ** 2) / 4) * M.OIL_flux_kgpm2s * M.OIL_heat_kJpkg * M.OIL_efficiency_frac;
}

/** Gas that reaches the ring: the pan's own knob, and every tap that is no pan's knob (a main valve). */
export function burner_kW(world: World, pan: OilPan): number {
  let open_frac = 1;
  let has = false;
  for (const id in world.things) {
    const tap = world.things[id]!;
    if (tap.kind !== 'gas-tap') continue;
    const own = id === pan.burner;
    if (own) has = true;
    if (own || !isKnob(world, id)) open_frac = Math.min(open_frac, tap.open_frac);
  }
  return has && pan.heldBy === null ? M.BURNER_kW * open_frac : 0;
}

function isKnob(world: World, tap: string): boolean {
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (thing.kind === 'oil-pan' && thing.burner === tap) return true;
  }
  return false;
}

function sealed(pan: OilPan, foam_kgpm2: number): boolean {
  return pan.covered_frac >= M.COVER_tight_frac || foam_kgpm2 >= M.FOAM_seal_kgpm2;
}

function heatOil(world: World, pan: OilPan, flame_kW: number, step_s: number): void {
  const area_m2 = mouth_m2(pan);
  const hot_K4 = pan.oil_K ** 4 - M.AMBIENT_K ** 4;
  const open = 1 - 0.7 * pan.covered_frac; // a lid sends most of it back [D]
  const loss_kW =
    area_m2 * open * (M.PAN_emissivity_frac * M.STEFAN_kWpm2K4 * hot_K4 + M.PAN_h_kWpm2K * (pan.oil_K - M.AMBIENT_K)) +
    area_m2 * M.PAN_h_kWpm2K * (pan.oil_K - M.AMBIENT_K); // its underside
  const gain_kW = burner_kW(world, pan) * M.BURNER_efficiency_frac + flame_kW * M.OIL_feedback_frac;
  const heat_kJpK = pan.oil_kg * M.OIL_cp_kJpkgK + M.PAN_heat_kJpK;
  pan.oil_K = Math.min(M.OIL_boilOff_K, pan.oil_K + ((gain_kW - loss_kW) * step_s) / heat_kJpK);
}

/** Grows to what air, agent and age allow; falls at once when they forbid it. */
function flame(world: World, pan: OilPan, oxygen_frac: number, step_s: number): void {
  const book = bookOf(world, pan);
  const smothered = book.powder_kgpm2 >= M.LOADING_out_kgpm2 || book.co2_kgpm2 >= M.CO2_out_kgpm2;
  if (sealed(pan, book.foam_kgpm2)) {
    book.flame_frac *= Math.exp(-step_s / M.COVER_starve_s);
    actedOn(world, pan, pan.covered_frac >= M.COVER_tight_frac ? world.things[pan.cover!]!.kind : 'wet-chemical');
  } else if (smothered) book.flame_frac *= Math.exp(-step_s / 0.15);
  else {
    const agent = Math.max(book.powder_kgpm2 / M.LOADING_out_kgpm2, book.co2_kgpm2 / M.CO2_out_kgpm2);
    const most = oxygen_frac * (1 - 0.6 * pan.covered_frac) * (1 - 0.8 * agent);
    const growth = step_s / M.OIL_growth_s;
    book.flame_frac = Math.min(clamp(most, 0, 1), book.flame_frac + growth);
  }
}

const FIRST_flame_frac = 0.25; // the flash over the whole mouth at ignition [D]

function decayAgents(world: World, pan: OilPan, step_s: number): void {
  const book = bookOf(world, pan);
  book.powder_kgpm2 *= Math.exp(-step_s / M.LOADING_decay_s);
  book.co2_kgpm2 *= Math.exp(-step_s / M.CO2_decay_s);
}

function burn(pan: OilPan, world: World, step_s: number): void {
  const book = bookOf(world, pan);
  const mouth_kgps = book.flame_frac * mouth_m2(pan) * M.OIL_flux_kgpm2s;
  const fromPan_kg = Math.min(pan.oil_kg, mouth_kgps * step_s);
  const fromSpill_kg = Math.min(book.spill_kg, pan.spill_m2 * M.OIL_flux_kgpm2s * step_s);
  pan.oil_kg -= fromPan_kg;
  book.spill_kg -= fromSpill_kg;
  if (book.spill_kg <= 1e-6) pan.spill_m2 = 0;
  book.burned_kg += fromPan_kg + fromSpill_kg;
  const perKg = M.OIL_heat_kJpkg * M.OIL_efficiency_frac;
  pan.heatRelease_kW = ((fromPan_kg + fromSpill_kg) * perKg) / step_s;
  if (pan.fireball_s > 0) {
    pan.heatRelease_kW += book.fireball_kW;
    pan.fireball_s = Math.max(0, pan.fireball_s - step_s);
  }
  const wide_m = Math.sqrt(pan.diameter_m ** 2 + (4 * pan.spill_m2) / Math.PI);
  pan.flameHeight_m = flameHeight_m(pan.heatRelease_kW, pan.fireball_s > 0 ? 1.2 : wide_m);
}

/** Throws oil out of the pan to burn around it. */
export function spillOil(world: World, pan: OilPan, kg: number, area_m2: number): void {
  const out_kg = Math.min(kg, pan.oil_kg);
  pan.oil_kg -= out_kg;
  bookOf(world, pan).spill_kg += out_kg;
  pan.spill_m2 += area_m2;
}

/**
 * Water reaches the pan: above 100 C it flashes to steam 1700 times its volume and carries burning oil up (FF-X1).
 * @param by the basin or extinguisher it came from
 */
export function waterOnOil(world: World, facts: Fact[], pan: OilPan, kg: number, by: string): void {
  const book = bookOf(world, pan);
  if (pan.oil_K < M.OIL_steamFlash_K || pan.covered_frac >= M.COVER_tight_frac) return;
  book.waterOnOil_kg += kg;
  if (!pan.burning) {
    tellOnce(world, facts, 5, 'oil-splashed', pan.id, by);
    return;
  }
  if (book.waterOnOil_kg < M.FIREBALL_water_kg || pan.fireball_s > 0) return;
  book.waterOnOil_kg = 0;
  const thrown_kg = Math.min(pan.oil_kg * M.FIREBALL_oil_frac, kg < 0.5 ? 0.05 : 1);
  pan.oil_kg -= thrown_kg;
  book.burned_kg += thrown_kg;
  pan.fireball_s = M.FIREBALL_s;
  book.fireball_kW = (thrown_kg * M.OIL_heat_kJpkg * M.OIL_efficiency_frac) / M.FIREBALL_s;
  spillOil(world, pan, pan.oil_kg * 0.2, 0.3);
  tell(world, facts, 'oil-flashed', pan.id, by);
}

/** A jet of powder or water from nearer than 2 m drives oil out (area x 1.5). */
export function jetIntoOil(world: World, facts: Fact[], pan: OilPan, by: string): void {
  if (pan.spill_m2 > 0 || pan.covered_frac >= M.COVER_tight_frac || pan.oil_K < M.OIL_steamFlash_K) return;
  spillOil(world, pan, pan.oil_kg * M.OIL_spillHold_frac, mouth_m2(pan) * (M.SPLASH_area_ratio_1 - 1));
  tell(world, facts, 'oil-splashed', pan.id, by);
}

/** Flame drawn into the hood that is switched on over a burning pan (FF-X5). */
function hoodDraws(world: World, facts: Fact[], pan: OilPan, step_s: number): void {
  for (const id in world.things) {
    const hood = world.things[id]!;
    if (hood.kind !== 'hood' || !hood.on) continue;
    if (!pan.burning || flatDistance(hood.pose.position_m, pan.pose.position_m) > M.HOOD_reach_m) continue;
    world.working.ductOn_s = Math.max(0, world.working.ductOn_s) + step_s;
    if (world.working.ductOn_s >= M.DUCT_delay_s) tellOnce(world, facts, 1e9, 'duct-fire', hood.id);
  }
}

/** One tick of one pan. `oxygen_frac` is what the air at its mouth allows, 0..1. */
export function stepPan(world: World, facts: Fact[], pan: OilPan, oxygen_frac: number, step_s: number): void {
  const book = bookOf(world, pan);
  heatOil(world, pan, pan.fireball_s > 0 ? 0 : pan.heatRelease_kW, step_s);
  const starved = sealed(pan, book.foam_kgpm2) || oxygen_frac < 0.1;
  const smothered = book.powder_kgpm2 >= M.LOADING_out_kgpm2 || book.co2_kgpm2 >= M.CO2_out_kgpm2;
  const hot =
    pan.oil_K >= (book.everBurned ? M.OIL_again_K : M.OIL_AIT_K) ||
    (book.litAt_s >= 0 && clock_s(world) >= book.litAt_s);
  if (!pan.burning && hot && !starved && !smothered && pan.oil_kg > 0.01) {
    book.litAt_s = -1;
    book.flame_frac = FIRST_flame_frac;
    lightUp(world, facts, pan, 'hot-oil');
  }
  decayAgents(world, pan, step_s);
  if (pan.burning) {
    flame(world, pan, oxygen_frac, step_s);
    burn(pan, world, step_s);
    if (pan.oil_kg <= 0.01 && book.spill_kg <= 1e-6) putOut(world, facts, pan, 'burnt-out');
    else if (book.flame_frac < 0.05 && pan.fireball_s === 0 && pan.spill_m2 === 0)
      putOut(world, facts, pan, book.lastCause || 'no-air');
  }
  hoodDraws(world, facts, pan, step_s);
  keepBook(world, facts, pan, step_s);
}
