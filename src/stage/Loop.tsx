/** The frame of a run: INPUT reads the body, TICK advances the drill, DRAW puts camera and play space where it is. */
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { type Group, PerspectiveCamera } from 'three';
import type { Drill } from '../drill/types.ts';
import type { Intent } from '../sim/world.ts';
import type { PauseReason } from './contract.ts';
import { type Breathing, breathe } from './debrief/way.ts';
import { DRAW, INPUT, TICK } from './frame.ts';
import { letAllGo } from './input/actions.ts';
import type { Asked } from './input/asked.ts';
import { listen, releaseAll } from './input/devices.ts';
import { fillIntent, putBack, stepInput } from './input/step.ts';
import type { Trainee } from './input/trainee.ts';
import { listenSession } from './input/xr.ts';
import { pauseReason } from './rig/pause.ts';
import { type CameraName, cameraOf } from './room/cameras.ts';

/** A frame longer than this is a stall, not a long stride. */
const LONGEST_s = 0.4;
/** The desk's view, up and down. */
export const DESK_fov_deg = 62;

export interface LoopProps {
  drill: Drill;
  trainee: Trainee;
  breathing: Breathing;
  asked: Asked;
  origin: { current: Group | null };
  /** fixed camera of a measurement, null for the trainee's eyes */
  camera: CameraName | null;
  /** false until the trainee has begun */
  running: boolean;
  onPause: (reason: PauseReason | null) => void;
  onAsk: (asked: Asked) => void;
}

export function Loop({ drill, trainee: t, breathing, asked, origin, camera, running, onPause, onAsk }: LoopProps) {
  const gl = useThree((state) => state.gl);
  const samples = useMemo<[Intent, Intent]>(() => [structuredClone(t.intent), structuredClone(t.intent)], [t]);
  const turn = useRef(0);
  useEffect(() => listen(gl.domElement, t.desk), [gl, t]);
  useSession(t);
  useFrame((state, delta_s, frame) => {
    const dt_s = Math.min(delta_s, LONGEST_s);
    stepInput(
      t,
      drill,
      {
        camera: state.camera as PerspectiveCamera,
        frame: frame ?? null,
        space: frame ? gl.xr.getReferenceSpace() : null,
      },
      asked,
      dt_s,
    );
    decidePause(t, gl.xr.getSession(), running, onPause);
    if (asked.menu || asked.saying || asked.phone || asked.inspecting || asked.choosing || asked.closes) onAsk(asked);
  }, INPUT);
  useFrame((_, delta_s) => {
    turn.current = 1 - turn.current;
    const sample = samples[turn.current as 0 | 1];
    fillIntent(t, sample);
    if (!running || t.pause !== null) return;
    const { attempt } = drill.view.getState();
    drill.advance(Math.min(delta_s, LONGEST_s), sample);
    breathe(breathing, drill);
    if (drill.view.getState().attempt !== attempt) putBack(t, drill);
  }, TICK);
  useFrame((state, delta_s) => {
    const group = origin.current;
    if (t.presenting && group) {
      group.position.set(t.rig.x_m, t.rig.y_m + t.lift_m, t.rig.z_m);
      group.rotation.set(0, t.rig.yaw_rad, 0);
      group.updateMatrixWorld();
    } else placeCamera(state.camera as PerspectiveCamera, t, camera, drill, delta_s);
  }, DRAW);
  return null;
}

function placeCamera(eye: PerspectiveCamera, t: Trainee, name: CameraName | null, drill: Drill, dt_s: number): void {
  const fixed = name ? cameraOf(drill.pack.room.room, drill.variant, name) : undefined;
  if (fixed) {
    if (eye.fov !== fixed.fov_deg) {
      eye.fov = fixed.fov_deg;
      eye.updateProjectionMatrix();
    }
    eye.position.fromArray(fixed.from_m);
    eye.lookAt(fixed.at_m[0], fixed.at_m[1], fixed.at_m[2]);
    return;
  }
  eye.position.copy(t.head);
  eye.quaternion.copy(t.headQuat);
  lookAside(eye, t, dt_s);
}

const aside = new PerspectiveCamera();
/** How fast the picture goes to a gap and back. [D] */
const ASIDE_s = 0.18;
const WIDE_deg = 95;

/** At a desk the picture goes to the gap or lens that is looked through, and back. */
function lookAside(eye: PerspectiveCamera, t: Trainee, dt_s: number): void {
  const { view } = t;
  view.share += ((view.on ? 1 : 0) - view.share) * (1 - Math.exp(-dt_s / ASIDE_s));
  const fov_deg = view.wide && view.share > 0.5 ? WIDE_deg : DESK_fov_deg;
  if (eye.fov !== fov_deg) {
    eye.fov = fov_deg;
    eye.updateProjectionMatrix();
  }
  if (view.share < 0.01) return;
  aside.position.copy(view.from);
  aside.lookAt(view.at);
  // nobody's eyes pass through a leaf: a lens is a cut
  const share = view.wide ? (view.share > 0.5 ? 1 : 0) : view.share;
  eye.position.lerp(view.from, share);
  eye.quaternion.slerp(aside.quaternion, share);
}

const circumstances = {
  presenting: false,
  visibility: null as XRVisibilityState | null,
  handless_s: 0,
  pageHidden: false,
};

function decidePause(t: Trainee, session: XRSession | null, running: boolean, onPause: LoopProps['onPause']): void {
  circumstances.presenting = t.presenting;
  circumstances.visibility = t.presenting
    ? ((session?.visibilityState as XRVisibilityState | undefined) ?? null)
    : null;
  circumstances.handless_s = t.xr.handless_s;
  circumstances.pageHidden = document.hidden;
  const next = running || t.presenting ? pauseReason(t.pause, circumstances) : t.pause;
  if (next !== t.pause) onPause(next);
}

/** Follows the headset's session: its select events, its recentring. */
function useSession(t: Trainee): void {
  const gl = useThree((state) => state.gl);
  useEffect(() => {
    let stop: (() => void) | null = null;
    const begin = () => {
      const session = gl.xr.getSession();
      const space = gl.xr.getReferenceSpace();
      if (!session) return;
      const stopEvents = listenSession(session, t.xr);
      const reset = () => {
        t.recentred = true;
      };
      space?.addEventListener('reset', reset);
      stop = () => {
        stopEvents();
        space?.removeEventListener('reset', reset);
      };
      t.xr.handless_s = 0;
      letAllGo(t.actions);
      releaseAll(t.desk);
    };
    const end = () => {
      stop?.();
      stop = null;
      letAllGo(t.actions);
    };
    if (gl.xr.isPresenting) begin();
    gl.xr.addEventListener('sessionstart', begin);
    gl.xr.addEventListener('sessionend', end);
    return () => {
      end();
      gl.xr.removeEventListener('sessionstart', begin);
      gl.xr.removeEventListener('sessionend', end);
    };
  }, [gl, t]);
}
