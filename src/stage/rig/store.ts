/** The headset session: what is asked of the browser, and nothing that the drills do not need. */
import { createXRStore } from '@react-three/xr';

/** 72 Hz held is better than 90 with drops (webxr.md 1.1). */
function steadyRate(rates: ArrayLike<number>): number | false {
  return Array.from(rates).includes(72) ? 72 : false;
}

/**
 * Only models of controllers and hands come from the library: pointing, taking and walking are our own, because its
 * pointers walk every triangle each frame and its turn and landing miss a person who stands beside the origin.
 */
function createHeadset() {
  return createXRStore({
    emulate: false,
    offerSession: false,
    enterGrantedSession: ['immersive-vr'],
    frameRate: steadyRate,
    foveation: 1,
    handTracking: true,
    layers: false,
    anchors: false,
    meshDetection: false,
    planeDetection: false,
    hitTest: false,
    domOverlay: false,
    depthSensing: false,
    baseAssetPath: new URL('/xr-profiles/', location.href).href,
    controller: { rayPointer: false, grabPointer: false, teleportPointer: false },
    hand: { rayPointer: false, grabPointer: false, touchPointer: false, teleportPointer: false },
    gaze: false,
    screenInput: false,
    transientPointer: false,
  });
}
export type Headset = ReturnType<typeof createHeadset>;

let made: Headset | null = null;

/** The page's one headset: a browser has no more than one session. */
export function theHeadset(): Headset {
  made ??= createHeadset();
  return made;
}
