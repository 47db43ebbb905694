/** Gives birth to single puffs and drops: where, how fast, how big; the drawing of lots that is the same in every replay. */
import { Quaternion, Vector3 } from 'three';
import type { Box, Room } from '../../sim/world.ts';
import { BEAT_s } from './looks.ts';
import { hash01 } from './noise.ts';
import { PUFFS, type PuffKind, type PuffName, STREAKS, type StreakName } from './particles.ts';
import type { Birth, ParticleRing } from './ring.ts';
import { spaceOf } from './spaces.ts';

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
  room: Room | null;
}

export function createEmitter(puffs: ParticleRing, streaks: ParticleRing, share: number): Emitter {
  return { puffs, streaks, beat: -1, seen: 0, left_kg: new Map(), share, room: null };
}

/** Where the next one is born. */
export const at = new Vector3();
/** Axes of what throws: forward, across, up. */
export const aim = new Vector3();
export const side = new Vector3();
export const up = new Vector3();
/** What `cone` last drew. */
export const v = new Vector3();
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
/** Under the open sky. */
export const OPEN: Readonly<Box> = { min_m: [-1e3, -1e3, -1e3], max_m: [1e3, 1e3, 1e3] };

/** Lots of one beat do not depend on those of another. */
export function drawFrom(first: number): void {
  serial = first;
}
/** 0..1, another one each call, the same in every replay of the same beat. */
export function chance(): number {
  return hash01(serial++, 77);
}
/** -0.5..0.5 */
export function sway(): number {
  return chance() - 0.5;
}
/** Whole births of this beat for a rate; the fraction is drawn. */
export function count(rate_ps: number, emitter: Emitter): number {
  return Math.floor(rate_ps * BEAT_s * emitter.share + chance());
}

function boxAt(emitter: Emitter): Readonly<Box> {
  const index = emitter.room ? spaceOf(emitter.room, at.x, at.y, at.z, 1) : -1;
  return index < 0 ? OPEN : emitter.room!.spaces[index]!.box;
}

/** A puff at `at`; `inside` where it is born in a doorway and goes into one of the two spaces. */
export function puff(
  emitter: Emitter,
  name: PuffName,
  at_s: number,
  vx: number,
  vy: number,
  vz: number,
  scale = 1,
  fade = 1,
  tint: readonly [number, number, number] = PUFFS[name].tint,
  inside: Readonly<Box> = boxAt(emitter),
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
  birth.tint = tint;
  emitter.puffs.born(at.x, at.y, at.z, vx, vy, vz, birth, inside);
}

export function streak(emitter: Emitter, name: StreakName, at_s: number, vx: number, vy: number, vz: number): void {
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
  emitter.streaks.born(at.x, at.y, at.z, vx, vy, vz, birth, boxAt(emitter));
}

/** Aim vectors of a pose: `aim` forward, `side` and `up` across it. */
export function aimBy(orientation: readonly [number, number, number, number]): void {
  q.set(orientation[0], orientation[1], orientation[2], orientation[3]);
  aim.set(0, 0, -1).applyQuaternion(q);
  side.set(1, 0, 0).applyQuaternion(q);
  up.set(0, 1, 0).applyQuaternion(q);
}
/** A direction in the cone about `aim`, times speed, into `v`. */
export function cone(half_rad: number, speed_mps: number): void {
  const angle = chance() * 6.2832;
  const off = half_rad * Math.sqrt(chance());
  v.copy(aim)
    .addScaledVector(side, Math.cos(angle) * off)
    .addScaledVector(up, Math.sin(angle) * off);
  v.normalize().multiplyScalar(speed_mps);
}
