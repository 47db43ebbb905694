/** Portable extinguishers: pin, lever, lag, a finite charge, and where the jet lands. */
import { landJet } from './jet.ts';
import * as M from './materials.ts';
import { nozzleOf } from './nozzle.ts';
import { sprayBegins, sprayEnds, sprayGoes } from './tally.ts';
import { tell, tellOnce } from './tell.ts';
import type { Extinguisher } from './things.ts';
import { clamp } from './vec.ts';
import type { Fact, World } from './world.ts';

/** @returns kilograms that can still come out: charge less residue, less what a fault keeps in. */
export function usable_kg(bottle: Extinguisher): number {
  const gives = bottle.defect ? M.DEFECT_gives[bottle.defect].charge_frac : 1;
  const kept_kg = bottle.charge_kg * (1 - gives * (1 - M.RESIDUE_frac));
  return Math.max(0, bottle.agentLeft_kg - kept_kg);
}

/** Steady flow at full lever: what will come out over the discharge time, and what a fault makes of it. */
export function flow_kgps(bottle: Extinguisher): number {
  const full = (bottle.charge_kg * (1 - M.RESIDUE_frac)) / bottle.discharge_s;
  const fault = bottle.defect ? M.DEFECT_gives[bottle.defect].flow_frac : 1;
  // stored-pressure bottles need the dip tube under the agent: upside down only gas comes
  return full * fault * (bottle.inverted ? 0.05 : 1);
}

function squeeze(world: World, bottle: Extinguisher): number {
  return bottle.heldBy && world.body[bottle.heldBy].tracked ? world.body[bottle.heldBy].squeeze_frac : 0;
}

function stop(world: World, facts: Fact[], bottle: Extinguisher): void {
  if (bottle.flow_kgps <= 0) return;
  bottle.flow_kgps = 0;
  sprayEnds(world, facts, bottle);
}

function exhausted(world: World, facts: Fact[], bottle: Extinguisher): void {
  stop(world, facts, bottle);
  const weak = bottle.defect !== null && M.DEFECT_gives[bottle.defect].charge_frac < 0.5;
  tellOnce(world, facts, 1e9, weak ? 'fizzled' : 'empty', bottle.id);
}

function stepOne(world: World, facts: Fact[], bottle: Extinguisher, step_s: number): void {
  const squeezed_frac = squeeze(world, bottle);
  const pressing = squeezed_frac > M.LEVER_open_frac;
  if (pressing && bottle.pinIn) tellOnce(world, facts, 2, 'lever-locked', bottle.id);
  bottle.lever_frac = bottle.pinIn ? 0 : squeezed_frac;
  nozzleOf(world, bottle);
  if (bottle.inverted && bottle.heldBy) tellOnce(world, facts, 10, 'inverted', bottle.id);
  if (!pressing || bottle.pinIn) {
    bottle.openFor_s = 0;
    stop(world, facts, bottle);
    return;
  }
  bottle.openFor_s += step_s;
  if (bottle.openFor_s < M.LAG_s[bottle.agent]) return;
  const left_kg = usable_kg(bottle);
  if (left_kg <= 1e-6) {
    exhausted(world, facts, bottle);
    return;
  }
  const open_frac = clamp((squeezed_frac - M.LEVER_open_frac) / (M.LEVER_full_frac - M.LEVER_open_frac), 0.2, 1);
  const flows = bottle.flow_kgps > 0;
  bottle.flow_kgps = flow_kgps(bottle) * open_frac;
  if (!flows) sprayBegins(world, facts, bottle);
  const out_kg = Math.min(left_kg, bottle.flow_kgps * step_s);
  bottle.agentLeft_kg -= out_kg;
  world.tally.used_kg += out_kg;
  // a cracked hose throws most of it at one's feet
  const thrown_kg = bottle.defect === 'cracked-hose' ? 0.35 * out_kg : out_kg;
  sprayGoes(world, bottle, step_s);
  if (!bottle.inverted) landJet(world, facts, bottle, thrown_kg, step_s);
}

/** One tick of every extinguisher. */
export function stepExtinguishers(world: World, facts: Fact[], step_s: number): void {
  for (const id in world.things) {
    const bottle = world.things[id]!;
    if (bottle.kind === 'extinguisher') stepOne(world, facts, bottle, step_s);
  }
}

/** Takes the pin out. A bottle without one says nothing. */
export function pullPin(world: World, facts: Fact[], bottle: Extinguisher): void {
  if (!bottle.pinIn) return;
  bottle.pinIn = false;
  tell(world, facts, 'pin-pulled', bottle.id);
}
