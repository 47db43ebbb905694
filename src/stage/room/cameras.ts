/** Named places to look from, the same in every measurement and picture: `?camera=NAME`, later `#NAME`. */

export interface Camera {
  from_m: [number, number, number];
  at_m: [number, number, number];
  fov_deg: number;
}
export const CAMERA_NAMES = ['wide', 'door', 'hazard', 'corner'] as const;
export type CameraName = (typeof CAMERA_NAMES)[number];

/** @returns the name where it is one, else null */
export function cameraNamed(name: string | null): CameraName | null {
  return CAMERA_NAMES.find((one) => one === name) ?? null;
}

export const CAMERAS: Record<string, Record<CameraName, Camera>> = {
  kitchen: {
    wide: { from_m: [-1.9, 1.62, 2.2], at_m: [0.35, 1.05, -1.2], fov_deg: 60 },
    door: { from_m: [0.7, 1.6, 1.7], at_m: [3, 1.25, 0.1], fov_deg: 58 },
    hazard: { from_m: [0.35, 1.55, -0.6], at_m: [-0.15, 1.0, -2.4], fov_deg: 58 },
    corner: { from_m: [2.5, 1.65, 2.1], at_m: [-1.6, 0.9, -1.6], fov_deg: 60 },
  },
  'living-room': {
    wide: { from_m: [2.3, 1.6, 1.9], at_m: [-0.9, 0.8, -1.2], fov_deg: 62 },
    door: { from_m: [-0.6, 1.6, -0.9], at_m: [2.8, 1.1, 1.1], fov_deg: 60 },
    hazard: { from_m: [0.4, 1.55, 0.4], at_m: [-1.35, 0.4, -1.7], fov_deg: 58 },
    corner: { from_m: [-2.4, 1.6, -1.7], at_m: [1.2, 0.8, 0.8], fov_deg: 64 },
  },
  shop: {
    wide: { from_m: [2.4, 1.7, 2.6], at_m: [-1.6, 0.8, -1.6], fov_deg: 64 },
    door: { from_m: [0.8, 1.6, 0.2], at_m: [1.9, 1.1, 3.0], fov_deg: 62 },
    hazard: { from_m: [-0.4, 1.6, -1.0], at_m: [-2.5, 0.6, -2.4], fov_deg: 60 },
    corner: { from_m: [1.6, 1.5, -0.6], at_m: [3.4, 0.5, 0.2], fov_deg: 66 },
  },
  // tower: living room, its entrance from inside, the corridor to stair a, the flight below it
  tower: {
    wide: { from_m: [2.2, 1.6, 3.4], at_m: [-0.7, 0.9, -2.6], fov_deg: 62 },
    door: { from_m: [0.0, 1.58, 1.3], at_m: [0.25, 1.15, 3.9], fov_deg: 60 },
    hazard: { from_m: [1.6, 1.55, 4.8], at_m: [-7.2, 1.2, 5.0], fov_deg: 60 },
    corner: { from_m: [-7.5, 0.1, 10.3], at_m: [-6.1, -0.2, 6.2], fov_deg: 66 },
  },
  school: {
    wide: { from_m: [3.9, 1.65, 0.3], at_m: [-2.6, 0.9, -4.6], fov_deg: 64 },
    door: { from_m: [1.9, 1.55, -1.0], at_m: [3.5, 1.2, 0.9], fov_deg: 60 },
    hazard: { from_m: [-3.6, 1.55, 2.4], at_m: [-11.6, 1.3, 1.4], fov_deg: 58 },
    corner: { from_m: [17.2, -0.3, 2.9], at_m: [13.2, -0.9, 1.6], fov_deg: 66 },
  },
  restaurant: {
    wide: { from_m: [5.5, 1.65, -3.4], at_m: [-3.0, 0.8, 1.8], fov_deg: 66 },
    door: { from_m: [3.2, 1.6, 2.5], at_m: [6.1, 1.2, 2.6], fov_deg: 60 },
    hazard: { from_m: [-0.9, 1.6, 1.9], at_m: [-3.7, 1.3, 4.6], fov_deg: 60 },
    corner: { from_m: [11.3, 1.6, 3.1], at_m: [6.4, 1.1, 2.4], fov_deg: 64 },
  },
};

/** Variants whose danger is elsewhere in the same house. */
const HAZARDS: Record<string, Camera> = {
  'own-flat-night': { from_m: [1.5, 1.55, -0.5], at_m: [4.6, 1.1, -1.7], fov_deg: 60 },
  'ebike-stairwell': { from_m: [1.4, -4.45, 4.5], at_m: [-4.8, -5.4, 5.3], fov_deg: 58 },
};

/** @returns a fixed camera of a variant's room, undefined where the room has none. */
export function cameraOf(room: string, variant: string, name: CameraName): Camera | undefined {
  return (name === 'hazard' ? HAZARDS[variant] : undefined) ?? CAMERAS[room]?.[name];
}

/** Where the picture is taken that lights all movable things: the middle of the room one is most in. */
const MIDDLES: Record<string, [number, number, number]> = {
  tower: [0.3, 1.4, 2.2],
  school: [0.3, 1.45, -2.5],
  restaurant: [0.2, 1.45, 2.2],
};

export function middleOf(room: string): [number, number, number] {
  return MIDDLES[room] ?? [0.1, 1.35, 0.1];
}
