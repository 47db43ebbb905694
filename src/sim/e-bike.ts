/** An e-bike on fire: its lithium pack vents white vapour, throws jets, burns the frame, goes dark and comes back. */
import { flameArea_m2, VAPOUR_kJpkg } from './air.ts';
import { sprayed_kgpm2, sprayedFor_s } from './alarm.ts';
import * as M from './materials.ts';
import { flameHeight_m } from './plume.ts';
import { random } from './rng.ts';
import { tell } from './tell.ts';
import type { Agent, EBike } from './things.ts';
import type { FireBook } from './working.ts';
import { clock_s, type Fact, type World } from './world.ts';
import { abuse, createPack, E_BIKE, NMC_PACK, type Pack, stepPack } from './zone/pack.ts';

/** White smoke leaves at most this long before flames: procedures 5.b. */
const VENT_most_s = 20;
const JET_wide_m = 0.2; // [D] a jet is narrower than the bike
/** Share of a sprinkler's water over the bike that finds its pack. [D] the seat and the case keep the rest off */
const SPRAY_finds_frac = 0.1;

/** @returns the pack of a bike, made when its runaway begins. */
export function packOf(world: World, bike: EBike): Pack {
  const { packs } = world.working;
  packs[bike.id] ??= createPack(
    { ...(bike.pack === 'e-bike' ? E_BIKE : NMC_PACK) },
    Math.floor(random(world) * 2 ** 31),
  );
  return packs[bike.id]!;
}

export function isLit(world: World, bike: EBike): boolean {
  return world.working.packs[bike.id] !== undefined;
}

export function lightBike(world: World, facts: Fact[], bike: EBike): void {
  if (isLit(world, bike)) return;
  const pack = packOf(world, bike);
  abuse(pack);
  pack.vent_s = Math.min(pack.vent_s, VENT_most_s);
  bike.litAt_s = clock_s(world);
  bike.venting = true;
  if (world.working.firstFireAt_s < 0) world.working.firstFireAt_s = clock_s(world);
  tell(world, facts, 'vented', bike.id);
}

function tellChange(world: World, facts: Fact[], bike: EBike, pack: Pack, before: Pack['state'], jets: number): void {
  const book = world.working.fires[bike.id]!;
  bike.burning = pack.state === 'burning';
  bike.venting = pack.state === 'venting' || pack.state === 'dark';
  if (pack.jets_count > jets) tell(world, facts, 'jetted', bike.id);
  if (bike.burning && before !== 'burning') {
    tell(world, facts, book.everBurned ? 'reignited' : 'ignited', bike.id, 'pack');
    book.everBurned = true;
  }
  if (!bike.burning && before === 'burning') {
    book.outAt_s = clock_s(world);
    tell(
      world,
      facts,
      'out',
      bike.id,
      pack.state === 'dark' ? book.lastCause || 'powder' : spent(pack) ? 'burnt-out' : 'water',
    );
  }
}

function spent(pack: Pack): boolean {
  return pack.cellsLeft_kJ <= 0 && pack.bodyLeft_kJ <= 0;
}

/** Powder and gas in the air around it, decaying as over any other fire. */
function isSmothered(book: FireBook, step_s: number): boolean {
  const smothered = book.powder_kgpm2 >= M.LOADING_out_kgpm2 || book.co2_kgpm2 >= M.CO2_out_kgpm2;
  book.powder_kgpm2 *= Math.exp(-step_s / M.LOADING_decay_s);
  book.co2_kgpm2 *= Math.exp(-step_s / M.CO2_decay_s);
  return smothered;
}

/** Share of water thrown over a bike that finds its pack under seat and case. [D] */
const FINDS_frac = 0.5;
/** An agent that reaches the bike: water cools the pack for good, powder and gas only take its flames. */
export function agentOnBike(world: World, bike: EBike, agent: Agent | 'water', kg: number): void {
  const book = world.working.fires[bike.id]!;
  if (agent === 'abc-powder') book.powder_kgpm2 += kg / flameArea_m2(bike);
  else if (agent === 'co2') book.co2_kgpm2 += kg / flameArea_m2(bike);
  else book.waterOnOil_kg += FINDS_frac * kg;
  book.lastCause = agent;
  book.lastCauseAt_s = clock_s(world);
}

/** One tick of one bike. */
export function stepBike(world: World, facts: Fact[], bike: EBike, step_s: number): void {
  const book = world.working.fires[bike.id]!;
  if (!isLit(world, bike)) {
    if (book.litAt_s < 0 || clock_s(world) < book.litAt_s) return;
    book.litAt_s = -1;
    lightBike(world, facts, bike);
  }
  const pack = packOf(world, bike);
  const { state, jets_count } = pack;
  const spray_kg = sprayedFor_s(world, bike) < 0 ? 0 : sprayed_kgpm2(step_s) * flameArea_m2(bike) * SPRAY_finds_frac;
  const water_kgps = (spray_kg + book.waterOnOil_kg) / step_s;
  book.waterOnOil_kg = 0;
  const out = stepPack(pack, water_kgps, isSmothered(book, step_s), step_s);
  tellChange(world, facts, bike, pack, state, jets_count);
  book.given_kJ += out.heat_kW * step_s;
  book.vapour_kJ += out.vapour_kgps * VAPOUR_kJpkg * step_s;
  bike.heatRelease_kW = out.heat_kW * book.burned_frac;
  book.peak_kW = Math.max(book.peak_kW, bike.heatRelease_kW);
  if (bike.burning) book.burning_s += step_s;
  const wide_m = pack.body_s > 0 ? Math.sqrt((4 * flameArea_m2(bike)) / Math.PI) : JET_wide_m;
  bike.flameHeight_m = flameHeight_m(bike.heatRelease_kW, wide_m);
}
