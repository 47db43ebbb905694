/** What hands throw: the jet of a bottle, water from a basin, flour; and water from a sprinkler's head. */

import type { Alarm, Extinguisher, Throwable } from '../../sim/things.ts';
import type { World } from '../../sim/world.ts';
import { aim, aimBy, at, chance, cone, count, type Emitter, puff, streak, sway, v } from './births.ts';
import { AGENTS, BEAT_s, flow_frac, throwSpeed_mps } from './looks.ts';
import { PUFFS, STREAKS } from './particles.ts';

export function sprayBeat(emitter: Emitter, bottle: Extinguisher, at_s: number): void {
  const flow = flow_frac(bottle.flow_kgps, bottle.charge_kg, bottle.discharge_s);
  if (flow <= 0.01) return;
  const look = AGENTS[bottle.agent];
  const range_m = bottle.range_m * (0.35 + 0.65 * flow);
  const kind = PUFFS[look.puff];
  aimBy(bottle.nozzle.orientation_quat);
  const n = bottle.nozzle.position_m;
  const births = count(look.puffs_ps * flow, emitter);
  for (let k = 0; k < births; k++) {
    cone(look.spread_rad, throwSpeed_mps(range_m, kind.drag_ps) * (0.8 + 0.35 * chance()));
    at.set(n[0], n[1], n[2]).addScaledVector(aim, 0.05);
    puff(emitter, look.puff, at_s - (BEAT_s * k) / births, v.x, v.y, v.z);
  }
  if (look.linger)
    for (let k = count(look.linger_ps * flow, emitter); k > 0; k--) {
      at.set(n[0], n[1], n[2]).addScaledVector(aim, range_m * (0.55 + 0.35 * chance()));
      cone(0.5, 0.5);
      puff(emitter, look.linger, at_s, v.x, v.y + 0.2, v.z);
    }
  if (look.streak) {
    const drop = STREAKS[look.streak];
    for (let k = count(look.streaks_ps * flow, emitter); k > 0; k--) {
      cone(look.spread_rad * 0.8, Math.max(5, range_m * (1.6 + 0.6 * drop.drag_ps)) * (0.85 + 0.3 * chance()));
      at.set(n[0], n[1], n[2]).addScaledVector(aim, 0.04);
      streak(emitter, look.streak, at_s - BEAT_s * chance(), v.x, v.y + 0.4, v.z);
    }
  }
}

export function throwBeat(emitter: Emitter, world: World, thing: Throwable, at_s: number): void {
  const before = emitter.left_kg.get(thing.id) ?? thing.left_kg;
  emitter.left_kg.set(thing.id, thing.left_kg);
  const gone_kg = before - thing.left_kg;
  if (gone_kg <= 1e-4) return;
  const held = thing.heldBy ?? 'right';
  aimBy(world.body[held].pose.orientation_quat);
  const births = Math.min(26, 6 + Math.round(gone_kg * 60)) * emitter.share;
  for (let k = 0; k < births; k++) {
    at.set(thing.pose.position_m[0], thing.pose.position_m[1] + 0.08, thing.pose.position_m[2]);
    cone(0.28, 3 + 2.4 * chance());
    if (thing.kind === 'water') streak(emitter, 'sheet', at_s - BEAT_s * chance(), v.x, v.y + 1.2, v.z);
    else puff(emitter, 'dust', at_s - BEAT_s * chance(), v.x * 1.3, v.y + 0.6, v.z * 1.3);
  }
}

/** Drops in an umbrella, for as long as the valve is open: for good. */
export function sprinklerBeat(emitter: Emitter, head: Alarm, at_s: number): void {
  if (head.actedAt_s < 0) return;
  const p = head.pose.position_m;
  for (let births = count(70, emitter); births > 0; births--) {
    const angle = chance() * 6.2832;
    const out = 1 + 2.2 * Math.sqrt(chance());
    at.set(p[0], p[1] - 0.04, p[2]);
    streak(emitter, 'drop', at_s - BEAT_s * chance(), Math.cos(angle) * out, -1.5 - chance(), Math.sin(angle) * out);
  }
  for (let births = count(5, emitter); births > 0; births--) {
    at.set(p[0] + 1.6 * sway(), p[1] - 0.3 - chance(), p[2] + 1.6 * sway());
    puff(emitter, 'mist', at_s, sway(), -0.8, sway());
  }
}
