/** Named places to look from, the same in every measurement and picture: `?camera=NAME`. */

export interface Camera {
  from_m: [number, number, number];
  at_m: [number, number, number];
  fov_deg: number;
}
export const CAMERA_NAMES = ['wide', 'door', 'hazard', 'corner'] as const;
export type CameraName = (typeof CAMERA_NAMES)[number];

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
};
