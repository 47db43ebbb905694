/** A lithium-ion pack and the e-bike around it: white vapour, jets of flame, the burning frame, and how it comes back. */
import { between, random } from '../rng.ts';

/** What is on fire; heats and times from models.md 1.1 and fire_hrr_curves.csv. */
export interface PackKind {
  /** heat the cells give in all, and the strongest jet */
  cells_kJ: number;
  jetPeak_kW: number;
  /** frame, tyres, seat: growth, peak and total; 0 for a bare pack */
  body_kWps2: number;
  bodyPeak_kW: number;
  body_kJ: number;
}
/** LMO 12 Ah pack: 40 kW, 1.04 MJ (Yu 2024). */
export const LMO_PACK: PackKind = { cells_kJ: 1040, jetPeak_kW: 40, body_kWps2: 0, bodyPeak_kW: 0, body_kJ: 0 };
/** NMC 48 to 60 V, 20 Ah: 12 MJ, jets to 400 kW. */
export const NMC_PACK: PackKind = { cells_kJ: 12_000, jetPeak_kW: 400, body_kWps2: 0, bodyPeak_kW: 0, body_kJ: 0 };
/** The same in its e-bike: about 1 MW after a minute and a half, 60 MJ. */
export const E_BIKE: PackKind = {
  cells_kJ: 12_000,
  jetPeak_kW: 400,
  body_kWps2: 0.1876,
  bodyPeak_kW: 1000,
  body_kJ: 48_000,
};

export interface Pack {
  kind: PackKind;
  rng: number;
  /** venting: white vapour, no flame; burning: jets and body; dark: flames knocked down; cold: it cannot come back */
  state: 'sound' | 'venting' | 'burning' | 'dark' | 'cold';
  /** left of the venting, of the jet now, of the pause before the next one */
  vent_s: number;
  jet_s: number;
  pause_s: number;
  jet_kW: number;
  jets_count: number;
  /** how long the frame has burned */
  body_s: number;
  cellsLeft_kJ: number;
  bodyLeft_kJ: number;
  cell_K: number;
  reignited_count: number;
}

/** What comes out of it in a step. */
export interface PackOutput {
  heat_kW: number;
  /** white vapour, flammable and toxic */
  vapour_kgps: number;
  /** reach of the jet, 0 between jets */
  jet_m: number;
}

/** Cells in runaway, and the temperature under which they stay quiet (models.md 1.1). */
const RUNAWAY_K = 900;
const QUIET_K = 353.15;
/** Water that takes a pack from one to the other, about ten litres. */
const QUENCH_kg = 10;
/** A pack knocked dark comes back within about half a minute. [D] Poisson */
const BACK_s = 30;
/** Longest horizontal jet seen (xfkj 2026), for the strongest jet. */
const JET_REACH_m = 2.5;
/** Vapour while it vents or lies dark, per kJ its cells hold: 0.2 kg in half a minute from 12 MJ. [D] */
const VAPOUR_kgpskJ = 5.5e-7;

export function createPack(kind: PackKind, seed: number): Pack {
  return {
    kind,
    rng: seed,
    state: 'sound',
    vent_s: 0,
    jet_s: 0,
    pause_s: 0,
    jet_kW: 0,
    jets_count: 0,
    body_s: 0,
    cellsLeft_kJ: kind.cells_kJ,
    bodyLeft_kJ: kind.body_kJ,
    cell_K: 293.15,
    reignited_count: 0,
  };
}

/** Starts the runaway: vapour for 10 to 60 s, then flame. */
export function abuse(pack: Pack): void {
  if (pack.state !== 'sound') return;
  pack.state = 'venting';
  pack.vent_s = between(pack, 10, 60);
  pack.cell_K = RUNAWAY_K;
}

/**
 * One step.
 * @param water_kgps on the pack; cools the cells for good
 * @param smothered powder or CO2 over the flames: dark at once, but the cells stay hot and it comes back
 */
export function stepPack(pack: Pack, water_kgps: number, smothered: boolean, dt_s: number): PackOutput {
  const out: PackOutput = { heat_kW: 0, vapour_kgps: 0, jet_m: 0 };
  if (pack.state === 'sound' || pack.state === 'cold') return out;
  pack.cell_K -= (water_kgps * dt_s * (RUNAWAY_K - QUIET_K)) / QUENCH_kg;
  const spent = pack.cellsLeft_kJ <= 0 && pack.bodyLeft_kJ <= 0;
  if (pack.cell_K <= QUIET_K || spent) {
    pack.state = 'cold';
    return out;
  }
  if (pack.state === 'venting') vent(pack, dt_s);
  else if (smothered) pack.state = 'dark';
  else if (pack.state === 'dark') wake(pack, dt_s);
  if (pack.state === 'burning') burn(pack, out, dt_s);
  else out.vapour_kgps = VAPOUR_kgpskJ * pack.cellsLeft_kJ;
  return out;
}

function vent(pack: Pack, dt_s: number): void {
  pack.vent_s -= dt_s;
  if (pack.vent_s <= 0) pack.state = 'burning';
}

/** Poisson re-ignition of hot cells. */
function wake(pack: Pack, dt_s: number): void {
  if (random(pack) >= 1 - Math.exp(-dt_s / BACK_s)) return;
  pack.state = 'burning';
  pack.reignited_count++;
}

/** Three to ten jets of 5 to 20 s, a quarter to all of the strongest, while the cells hold; and the frame behind them. */
function burn(pack: Pack, out: PackOutput, dt_s: number): void {
  if (pack.jet_s > 0) {
    const jet = Math.min(pack.jet_kW, pack.cellsLeft_kJ / dt_s);
    pack.cellsLeft_kJ -= jet * dt_s;
    pack.jet_s -= dt_s;
    out.heat_kW += jet;
    out.jet_m = (JET_REACH_m * jet) / NMC_PACK.jetPeak_kW;
    if (pack.jet_s <= 0) pack.pause_s = between(pack, 2, 12);
  } else if (pack.pause_s > 0) pack.pause_s -= dt_s;
  else if (pack.cellsLeft_kJ > 0) {
    pack.jet_s = between(pack, 5, 20);
    pack.jet_kW = between(pack, 0.25, 1) * pack.kind.jetPeak_kW;
    pack.jets_count++;
  }
  if (pack.bodyLeft_kJ <= 0 || pack.jets_count === 0) return;
  pack.body_s += dt_s;
  // the last fifth of the frame burns down: the peak falls with what is left
  const fade = Math.min(1, pack.bodyLeft_kJ / (0.2 * pack.kind.body_kJ));
  const body = Math.min(
    pack.kind.body_kWps2 * pack.body_s ** 2,
    pack.kind.bodyPeak_kW * Math.max(0.05, fade),
    pack.bodyLeft_kJ / dt_s,
  );
  pack.bodyLeft_kJ -= body * dt_s;
  out.heat_kW += body;
}
