/** What is written into the emulated headset, and where a body's parts have to be for it. */
import { Quaternion, Vector3 } from 'three';
import type { HandSide, Intent, Vec3 } from '../../src/sim/world.ts';
import { DUCK_m, GAIN_FROM_frac, KNEEL_frac } from '../../src/stage/rig/posture.ts';

export const UP = new Vector3(0, 1, 0);
export type Four = [number, number, number, number];

export interface HandPut {
  position: Vec3;
  quaternion: Four;
  trigger: number;
  grip: number;
}
/** What is written into the emulated device for one frame, in the play space. */
export interface Put {
  position: Vec3;
  quaternion: Four;
  left: HandPut;
  right: HandPut;
  bare: boolean;
}

interface Source {
  position: { set(...to: number[]): void };
  quaternion: { set(...to: number[]): void };
  updateButtonValue(button: string, value: number): void;
  updatePinchValue(value: number): void;
}
/** The emulator's device, as far as it is moved here. */
export interface Device extends Pick<Source, 'position' | 'quaternion'> {
  controllers: Record<HandSide, Source>;
  hands: Record<HandSide, Source>;
}

/** Where a hand should be: its grip, or, where it points at something, the beginning of its ray. */
export type Wanted = Intent['left']['pose'] & { ray?: boolean };

/** Runs in the page. */
export function put(what: Put): void {
  const device = (window as unknown as { headset: Device }).headset;
  device.position.set(...what.position);
  device.quaternion.set(...what.quaternion);
  for (const side of ['left', 'right'] as const) {
    const hand = what[side];
    const source = what.bare ? device.hands[side] : device.controllers[side];
    source.position.set(...hand.position);
    source.quaternion.set(...hand.quaternion);
    if (what.bare) source.updatePinchValue(Math.max(hand.trigger, hand.grip));
    else {
      source.updateButtonValue('trigger', hand.trigger);
      source.updateButtonValue('squeeze', hand.grip);
    }
  }
}

/** Physical head height that the posture gain turns into the wanted one (rig/posture.ts, the other way round). */
export function physical_m(wanted_m: number, standing_m: number): number {
  const from_m = GAIN_FROM_frac * standing_m;
  const kneel_m = KNEEL_frac * standing_m;
  if (wanted_m >= from_m) return wanted_m;
  if (wanted_m <= DUCK_m) return (wanted_m * kneel_m) / DUCK_m;
  return kneel_m + ((wanted_m - DUCK_m) * (from_m - kneel_m)) / (from_m - DUCK_m);
}

/** Orientation whose -z points from one place to another, upright. */
export function towards(from: Vec3, to: Vec3): Four {
  const [dx, dy, dz] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const yaw = Math.atan2(-dx, -dz);
  const pitch = Math.atan2(dy, Math.hypot(dx, dz));
  const q = new Quaternion()
    .setFromAxisAngle(UP, yaw)
    .multiply(new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), pitch));
  return q.toArray() as Four;
}

/** Runs in the page. */
export function pressSecond({ side, value }: { side: HandSide; value: number }): void {
  const { controllers } = (window as unknown as { headset: Device }).headset;
  controllers[side].updateButtonValue(side === 'left' ? 'x-button' : 'a-button', value);
}

/** A hand held out before the breast, to point from. */
export function beforeBreast([x, y, z]: Readonly<Vec3>, yaw_deg: number, side: HandSide): Vec3 {
  const yaw = (yaw_deg * Math.PI) / 180;
  const right = side === 'right' ? 0.15 : -0.15;
  return [x + right * Math.cos(yaw) - 0.25 * Math.sin(yaw), y - 0.35, z - right * Math.sin(yaw) - 0.25 * Math.cos(yaw)];
}
