/** How strongly a hand feels each act; the stronger the act, the stronger and longer the buzz. */
import type { HandSide } from '../../sim/world.ts';
import { settings } from '../input/settings.ts';

/** strength 0..1 and length; values after Project Flowerbed's range of 0.05 to 1.0. [D] */
export const BUZZ = {
  hover: { strength: 0.08, length_ms: 12 },
  press: { strength: 0.35, length_ms: 30 },
  grab: { strength: 0.5, length_ms: 45 },
  release: { strength: 0.2, length_ms: 25 },
  pin: { strength: 0.9, length_ms: 60 },
  turn: { strength: 0.25, length_ms: 20 },
  place: { strength: 0.6, length_ms: 60 },
  plug: { strength: 0.7, length_ms: 50 },
  refuse: { strength: 0.15, length_ms: 80 },
  jump: { strength: 0.15, length_ms: 20 },
  spray: { strength: 0.3, length_ms: 60 },
  shock: { strength: 1, length_ms: 250 },
} as const;
export type BuzzName = keyof typeof BUZZ;

/** The part of a WebXR gamepad that shakes. */
interface Actuator {
  pulse?: (strength: number, length_ms: number) => unknown;
}

const actuators: Record<HandSide, Actuator | null> = { left: null, right: null };

/** The input reader names the controllers of this frame. */
export function setActuator(hand: HandSide, gamepad: Gamepad | undefined): void {
  const list = (gamepad as unknown as { hapticActuators?: Actuator[] } | undefined)?.hapticActuators;
  actuators[hand] = list?.[0] ?? (gamepad?.vibrationActuator as Actuator | null | undefined) ?? null;
}

/** Shakes one hand; silent where there is nothing to shake. */
export function buzz(hand: HandSide, name: BuzzName): void {
  const { strength, length_ms } = BUZZ[name];
  const much = strength * settings.getState().buzz_frac;
  if (much > 0) actuators[hand]?.pulse?.(much, length_ms);
}
