/** What burns gives off: smoke over flames, fumes of hot oil, embers, steam, sparks, a battery's vapour and jets. */

import type { Appliance, Blaze, EBike, OilPan, SolidFuel } from '../../sim/things.ts';
import type { World } from '../../sim/world.ts';
import { aim, at, chance, cone, count, type Emitter, puff, side, streak, sway, up, v } from './births.ts';
import { burningCells, cellAt, toWorld } from './cells.ts';
import { jetOf, smokePuffs_ps } from './looks.ts';
import { hash01 } from './noise.ts';

function smokeOver(emitter: Emitter, heat_kW: number, flame_m: number, across_m: number, at_s: number): void {
  const births = count(smokePuffs_ps(heat_kW), emitter);
  const scale = Math.min(1.15, 0.5 + 0.042 * Math.sqrt(heat_kW));
  for (let k = 0; k < births; k++) {
    const x = at.x;
    const y = at.y;
    const z = at.z;
    at.set(x + sway() * across_m, y + flame_m * (0.65 + 0.3 * chance()), z + sway() * across_m);
    puff(emitter, 'smoke', at_s, sway() * 0.3, 0.7 + 0.25 * chance(), sway() * 0.3, scale);
    at.set(x, y, z);
  }
}

export function panBeat(emitter: Emitter, pan: OilPan, at_s: number): void {
  toWorld(pan.pose, 0, pan.half_m[1] * 0.4, 0, at);
  if (pan.fireball_s > 0) {
    // it makes its own smoke as it cools
    fireballBeat(emitter, at_s);
    return;
  }
  if (pan.burning) {
    smokeOver(emitter, pan.heatRelease_kW, pan.flameHeight_m, pan.diameter_m * 0.7, at_s);
    return;
  }
  // cooking oil smokes from about 230 C (503 K) up; past 340 C it is about to burn
  const fume = Math.min(1, Math.max(0, (pan.oil_K - 500) / 130));
  for (let births = count(fume * 7, emitter); births > 0; births--) {
    const angle = chance() * 6.2832;
    const radius = pan.diameter_m * (pan.cover ? 0.5 : 0.4 * chance());
    toWorld(pan.pose, Math.cos(angle) * radius, pan.half_m[1] * 0.5, Math.sin(angle) * radius, at);
    puff(emitter, 'wisp', at_s, 0, 0.3, 0, 0.8 + fume, 0.4 + 0.5 * fume);
  }
}

function fireballBeat(emitter: Emitter, at_s: number): void {
  for (let births = count(20, emitter); births > 0; births--) {
    const angle = chance() * 6.2832;
    const out = 0.6 + 1.7 * chance();
    puff(
      emitter,
      'fireball',
      at_s,
      Math.cos(angle) * out,
      2.2 + 3.4 * chance(),
      Math.sin(angle) * out,
      0.8 + 0.5 * chance(),
    );
  }
  for (let births = count(26, emitter); births > 0; births--) {
    const angle = chance() * 6.2832;
    streak(
      emitter,
      'oil',
      at_s,
      Math.cos(angle) * (1 + chance()),
      2 + 2.5 * chance(),
      Math.sin(angle) * (1 + chance()),
    );
  }
  for (let births = count(4, emitter); births > 0; births--)
    puff(emitter, 'steam', at_s, chance() - 0.5, 3, chance() - 0.5, 1.4);
}

export function solidBeat(emitter: Emitter, fuel: SolidFuel, at_s: number): void {
  const burning = burningCells(fuel);
  let hot = 0;
  let wet = 0;
  let pick = 0;
  for (let k = 0; k < fuel.cells.length; k++) {
    const cell = fuel.cells[k]!;
    const matches = burning > 0 ? cell.burning : cell.surface_K > 430;
    if (matches && chance() < 1 / ++hot) pick = k;
    if (cell.water_kgpm2 > 0.02 && cell.surface_K > 373) wet++;
  }
  if (hot > 0) cellAt(fuel, pick, chance() - 0.5, chance() - 0.5, at);
  if (burning > 0) {
    smokeOver(emitter, fuel.heatRelease_kW, fuel.flameHeight_m, Math.sqrt(burning) * fuel.cell_m * 0.7, at_s);
    if (count(1.5 + fuel.heatRelease_kW * 0.012, emitter) > 0)
      streak(emitter, 'ember', at_s, sway() * 0.8, 0.8 + chance(), sway() * 0.8);
  } else if (hot > 0)
    for (let births = count(2 + 0.15 * hot, emitter); births > 0; births--)
      puff(emitter, 'wisp', at_s, sway() * 0.1, 0.25, sway() * 0.1, 1.2);
  if (wet > 0)
    for (let births = count(Math.min(16, 2 + wet * 0.8), emitter); births > 0; births--) {
      cellAt(fuel, Math.floor(chance() * fuel.cells.length), 0, 0, at);
      puff(emitter, 'steam', at_s, sway() * 0.4, 0.6, sway() * 0.4);
    }
}

export function applianceBeat(emitter: Emitter, thing: Appliance, at_s: number): void {
  toWorld(thing.pose, 0, thing.half_m[1], thing.half_m[2] * 0.6, at);
  if (thing.burning) smokeOver(emitter, thing.heatRelease_kW, thing.flameHeight_m, thing.half_m[0], at_s);
  else if (thing.cell.surface_K > 420)
    for (let births = count(3, emitter); births > 0; births--) puff(emitter, 'wisp', at_s, 0, 0.3, 0);
  // a live fire spits now and then: a burst about every second, never a strobe
  if (thing.live && thing.burning && hash01(Math.floor(at_s / 0.9), 3) < 0.55 && at_s % 0.9 < 0.12)
    sparks(emitter, at_s, 2);
}

export function sparks(emitter: Emitter, at_s: number, births: number): void {
  for (; births > 0; births--) streak(emitter, 'spark', at_s, sway() * 3.4, 0.6 + 2 * chance(), sway() * 3.4);
}

export function blazeBeat(emitter: Emitter, blaze: Blaze, at_s: number): void {
  if (!blaze.burning) return;
  toWorld(blaze.pose, 0, blaze.half_m[1] * 0.5, 0, at);
  smokeOver(emitter, blaze.heatRelease_kW, blaze.flameHeight_m, blaze.half_m[0] * 1.2, at_s);
  if (count(1.5 + blaze.heatRelease_kW * 0.006, emitter) > 0)
    streak(emitter, 'ember', at_s, sway(), 0.8 + chance(), sway());
}

/** White vapour hisses out low and rolls along the floor; jets spit flame and sparks sideways; then the frame burns. */
export function bikeBeat(emitter: Emitter, world: World, bike: EBike, at_s: number): void {
  const [x, , z] = bike.half_m;
  if (bike.venting)
    for (let births = count(9, emitter); births > 0; births--) {
      toWorld(bike.pose, sway() * 0.4 * x, -0.1, sway() * 0.8 * z, at);
      puff(emitter, 'vapour', at_s, 1.1 * sway(), 0.25 + 0.5 * chance(), 1.1 * sway());
    }
  if (!bike.burning) return;
  const jet_m = jetOf(world, bike);
  toWorld(bike.pose, 0, 0, 0, at);
  smokeOver(emitter, bike.heatRelease_kW, bike.flameHeight_m, Math.max(x, z) * 0.9, at_s);
  if (jet_m <= 0) return;
  aimJet(at_s);
  for (let births = count(26, emitter); births > 0; births--) {
    toWorld(bike.pose, 0, -0.08, 0, at);
    cone(0.3, jet_m * (2.2 + chance()));
    streak(emitter, 'spark', at_s, v.x, v.y + 0.4, v.z);
  }
  for (let births = count(5 + 5 * jet_m, emitter); births > 0; births--) {
    toWorld(bike.pose, 0, -0.08, 0, at);
    cone(0.16, jet_m * (2.6 + 0.7 * chance()));
    puff(emitter, 'jet', at_s, v.x, v.y, v.z, 0.45 + 0.22 * jet_m);
  }
}

/** Each jet leaves by another burst cell: another way every few seconds, rather sideways than up. [D] */
function aimJet(at_s: number): void {
  const turn = 6.2832 * hash01(Math.floor(at_s / 4), 61);
  aim.set(Math.cos(turn), 0.12 + 0.3 * hash01(Math.floor(at_s / 4), 62), Math.sin(turn)).normalize();
  side.set(-aim.z, 0, aim.x).normalize();
  up.crossVectors(side, aim).negate();
}
