/** Gives birth to puffs, drops and sparks on a fixed beat of the drill's clock, from what the world says at that beat. */
import { Quaternion, Vector3 } from 'three';
import type { Appliance, Extinguisher, Fact, OilPan, SolidFuel, Throwable, World } from '../../sim/world.ts';
import { burningCells, cellAt, toWorld } from './cells.ts';
import {
  AGENTS,
  BEAT_s,
  flow_frac,
  PUFFS,
  type PuffKind,
  type PuffName,
  STREAKS,
  type StreakName,
  smokePuffs_ps,
  throwSpeed_mps,
} from './looks.ts';
import { hash01 } from './noise.ts';
import type { Birth, ParticleRing } from './ring.ts';

/** A jump of the clock longer than this (tape scrubbing, new try) starts the air anew. [D] */
const JUMP_BEATS = 45;
/** After a jump this much of the past is filled in, so that any instant of a tape looks alive. [D] */
const FILL_BEATS = 60;

export interface Emitter {
  puffs: ParticleRing;
  streaks: ParticleRing;
  beat: number;
  /** facts already shown */
  seen: number;
  /** what throwables held at the last beat */
  left_kg: Map<string, number>;
  /** share of births, 1 or less on weak machines */
  share: number;
}

export function createEmitter(puffs: ParticleRing, streaks: ParticleRing, share: number): Emitter {
  return { puffs, streaks, beat: -1, seen: 0, left_kg: new Map(), share };
}

const at = new Vector3();
const aim = new Vector3();
const side = new Vector3();
const up = new Vector3();
const v = new Vector3();
const q = new Quaternion();
let serial = 0;
const birth: Birth = {
  at_s: 0,
  life_s: 1,
  from_m: 0,
  to_m: 0,
  drag_ps: 1,
  rise_mps: 0,
  wobble_m: 0,
  heat: 0,
  seed: 0,
  alpha: 1,
  tint: [0, 0, 0],
};

/** Brings the air up to the drill's clock. */
export function emitUntil(emitter: Emitter, world: World, facts: readonly Fact[], clock_s: number): void {
  const now = Math.floor(clock_s / BEAT_s);
  if (now < emitter.beat || now - emitter.beat > JUMP_BEATS) {
    emitter.puffs.clear();
    emitter.streaks.clear();
    emitter.left_kg.clear();
    emitter.beat = Math.max(-1, now - FILL_BEATS);
    emitter.seen = facts.length;
  }
  while (emitter.beat < now) {
    emitter.beat++;
    serial = emitter.beat * 4096;
    beat(emitter, world, emitter.beat * BEAT_s);
  }
  if (facts.length < emitter.seen) emitter.seen = 0;
  while (emitter.seen < facts.length) burst(emitter, world, facts[emitter.seen++]!, clock_s);
  emitter.puffs.upload();
  emitter.streaks.upload();
}

function beat(emitter: Emitter, world: World, at_s: number): void {
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (thing.kind === 'oil-pan') panBeat(emitter, thing, at_s);
    else if (thing.kind === 'solid-fuel') solidBeat(emitter, thing, at_s);
    else if (thing.kind === 'appliance') applianceBeat(emitter, thing, at_s);
    else if (thing.kind === 'extinguisher') sprayBeat(emitter, thing, at_s);
    else if (thing.kind === 'water' || thing.kind === 'flour') throwBeat(emitter, world, thing, at_s);
  }
}

/** 0..1, another one each call, the same in every replay of the same beat. */
function chance(): number {
  return hash01(serial++, 77);
}
/** Whole births of this beat for a rate; the fraction is drawn. */
function count(rate_ps: number, emitter: Emitter): number {
  return Math.floor(rate_ps * BEAT_s * emitter.share + chance());
}

function puff(
  emitter: Emitter,
  name: PuffName,
  at_s: number,
  vx: number,
  vy: number,
  vz: number,
  scale = 1,
  fade = 1,
): void {
  const kind: PuffKind = PUFFS[name];
  birth.at_s = at_s;
  birth.life_s = kind.life_s * (0.75 + 0.5 * chance());
  birth.from_m = kind.from_m * scale;
  birth.to_m = kind.to_m * scale * (0.8 + 0.4 * chance());
  birth.drag_ps = kind.drag_ps;
  birth.rise_mps = kind.rise_mps * (0.8 + 0.4 * chance());
  birth.wobble_m = kind.wobble_m;
  birth.heat = kind.heat;
  birth.seed = chance();
  birth.alpha = kind.alpha * fade;
  birth.tint = kind.tint;
  emitter.puffs.born(at.x, at.y, at.z, vx, vy, vz, birth);
}

function streak(emitter: Emitter, name: StreakName, at_s: number, vx: number, vy: number, vz: number): void {
  const kind = STREAKS[name];
  birth.at_s = at_s;
  birth.life_s = kind.life_s * (0.7 + 0.6 * chance());
  birth.from_m = kind.width_m * (0.7 + 0.6 * chance());
  birth.to_m = kind.stretch_s;
  birth.drag_ps = kind.drag_ps;
  birth.rise_mps = kind.gravity_mps2;
  birth.wobble_m = 0;
  birth.heat = kind.glow;
  birth.seed = chance();
  birth.alpha = kind.alpha;
  birth.tint = kind.tint;
  emitter.streaks.born(at.x, at.y, at.z, vx, vy, vz, birth);
}

function smokeOver(emitter: Emitter, heat_kW: number, flame_m: number, across_m: number, at_s: number): void {
  const births = count(smokePuffs_ps(heat_kW), emitter);
  const scale = Math.min(1.15, 0.5 + 0.042 * Math.sqrt(heat_kW));
  for (let k = 0; k < births; k++) {
    const x = at.x;
    const y = at.y;
    const z = at.z;
    at.set(x + (chance() - 0.5) * across_m, y + flame_m * (0.65 + 0.3 * chance()), z + (chance() - 0.5) * across_m);
    puff(emitter, 'smoke', at_s, (chance() - 0.5) * 0.3, 0.7 + 0.25 * chance(), (chance() - 0.5) * 0.3, scale);
    at.set(x, y, z);
  }
}

function panBeat(emitter: Emitter, pan: OilPan, at_s: number): void {
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

function solidBeat(emitter: Emitter, fuel: SolidFuel, at_s: number): void {
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
      streak(emitter, 'ember', at_s, (chance() - 0.5) * 0.8, 0.8 + chance(), (chance() - 0.5) * 0.8);
  } else if (hot > 0)
    for (let births = count(2 + 0.15 * hot, emitter); births > 0; births--)
      puff(emitter, 'wisp', at_s, (chance() - 0.5) * 0.1, 0.25, (chance() - 0.5) * 0.1, 1.2);
  if (wet > 0)
    for (let births = count(Math.min(16, 2 + wet * 0.8), emitter); births > 0; births--) {
      cellAt(fuel, Math.floor(chance() * fuel.cells.length), 0, 0, at);
      puff(emitter, 'steam', at_s, (chance() - 0.5) * 0.4, 0.6, (chance() - 0.5) * 0.4);
    }
}

function applianceBeat(emitter: Emitter, thing: Appliance, at_s: number): void {
  toWorld(thing.pose, 0, thing.half_m[1], thing.half_m[2] * 0.6, at);
  if (thing.burning) smokeOver(emitter, thing.heatRelease_kW, thing.flameHeight_m, thing.half_m[0], at_s);
  else if (thing.cell.surface_K > 420)
    for (let births = count(3, emitter); births > 0; births--) puff(emitter, 'wisp', at_s, 0, 0.3, 0);
  // a live fire spits now and then: a burst about every second, never a strobe
  if (thing.live && thing.burning && hash01(Math.floor(at_s / 0.9), 3) < 0.55 && at_s % 0.9 < 0.12)
    sparks(emitter, at_s, 2);
}

function sparks(emitter: Emitter, at_s: number, births: number): void {
  for (; births > 0; births--)
    streak(emitter, 'spark', at_s, (chance() - 0.5) * 3.4, 0.6 + 2 * chance(), (chance() - 0.5) * 3.4);
}

/** Aim vectors of a pose: `aim` forward, `side` and `up` across it. */
function aimBy(orientation: readonly [number, number, number, number]): void {
  q.set(orientation[0], orientation[1], orientation[2], orientation[3]);
  aim.set(0, 0, -1).applyQuaternion(q);
  side.set(1, 0, 0).applyQuaternion(q);
  up.set(0, 1, 0).applyQuaternion(q);
}
/** A direction in the cone about `aim`, times speed, into `v`. */
function cone(half_rad: number, speed_mps: number): void {
  const angle = chance() * 6.2832;
  const off = half_rad * Math.sqrt(chance());
  v.copy(aim)
    .addScaledVector(side, Math.cos(angle) * off)
    .addScaledVector(up, Math.sin(angle) * off);
  v.normalize().multiplyScalar(speed_mps);
}

function sprayBeat(emitter: Emitter, bottle: Extinguisher, at_s: number): void {
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

function throwBeat(emitter: Emitter, world: World, thing: Throwable, at_s: number): void {
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

/** What comes with a single fact: steam when a fire dies, a flash, sparks. */
function burst(emitter: Emitter, world: World, fact: Fact, at_s: number): void {
  const thing = fact.thing ? world.things[fact.thing] : undefined;
  if (!thing || at_s - fact.at_s > 1) return;
  toWorld(thing.pose, 0, thing.half_m[1], 0, at);
  serial = emitter.beat * 4096 + 2048 + emitter.seen * 64;
  if (fact.fact === 'dust-flashed')
    for (let k = 0; k < 30 * emitter.share; k++)
      puff(emitter, 'fireball', at_s, (chance() - 0.5) * 4, 1 + 2.5 * chance(), (chance() - 0.5) * 4, 0.9);
  else if (fact.fact === 'shocked') sparks(emitter, at_s, 26);
  else if (fact.fact === 'oil-splashed')
    for (let k = 0; k < 24; k++)
      streak(emitter, 'oil', at_s, (chance() - 0.5) * 3, 1.2 + 2 * chance(), (chance() - 0.5) * 3);
  else if (fact.fact === 'out')
    for (let k = 0; k < 5; k++) puff(emitter, 'wisp', at_s, (chance() - 0.5) * 0.3, 0.5, (chance() - 0.5) * 0.3, 2);
}
