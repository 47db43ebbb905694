/** The canvas of a drill: room, things, hazards, sound, panels and the body, on a desktop or in a headset. */
import { Canvas, useThree } from '@react-three/fiber';
import { useXR, XR, XROrigin } from '@react-three/xr';
import { Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Group, NeutralToneMapping } from 'three';
import type { Drill, HallSettings } from '../drill/types.ts';
import type { Hosted, PauseReason } from './contract.ts';
import type { Breathing } from './debrief/way.ts';
import { Hazards } from './hazards/Hazards.tsx';
import type { Asked } from './input/asked.ts';
import { Pointers } from './input/Pointers.tsx';
import type { Trainee } from './input/trainee.ts';
import { DESK_fov_deg, Loop } from './Loop.tsx';
import { Panels } from './panel/Panels.tsx';
import type { Probe } from './probe.ts';
import { looksOf } from './props/looks.ts';
import { Props } from './props/Props.tsx';
import { Comfort } from './rig/Comfort.tsx';
import type { Headset } from './rig/store.ts';
import { TeleportView } from './rig/TeleportView.tsx';
import type { CameraName } from './room/cameras.ts';
import { Room, useFurnished } from './room/Room.tsx';
import { SoundScape } from './sound/SoundScape.tsx';

export interface StageProps {
  drill: Drill;
  hall: HallSettings;
  trainee: Trainee;
  breathing: Breathing;
  asked: Asked;
  headset: Headset;
  lite: boolean;
  camera: CameraName | null;
  /** the trainee has begun: time runs unless paused */
  running: boolean;
  pause: PauseReason | null;
  phone: string | null;
  inspecting: string | null;
  saying: boolean;
  choosing: string | null;
  probe: Probe | null;
  onProgress: (done_frac: number) => void;
  onReady: () => void;
  onTrouble: (error: unknown) => void;
  onPause: (reason: PauseReason | null) => void;
  onAsk: (asked: Asked) => void;
  onResume: () => void;
  onAgain: () => void;
  /** a practice run from a tick of this run's tape */
  onFrom?: (tick: number) => void;
  hosted?: Hosted | undefined;
  onHome: () => void;
  onPhoneClosed: () => void;
  onTagged: () => void;
  onSaid: () => void;
  onChosen: (word: string | null) => void;
}

/** Nothing outside the XR element may suspend, or entering fails while something loads. */
export function Stage(props: StageProps) {
  const { lite, headset } = props;
  return (
    <Canvas
      className="stage-canvas"
      dpr={lite ? 1 : [1, 1.75]}
      gl={{
        antialias: !lite,
        powerPreference: 'high-performance',
        alpha: false,
        stencil: false,
        toneMapping: NeutralToneMapping,
        toneMappingExposure: 1.2,
      }}
      camera={{ fov: DESK_fov_deg, near: 0.03, far: FAR_m }}
      tabIndex={0}
    >
      <color attach="background" args={[props.drill.pack.room.night ? NIGHT_SKY : DAY_SKY]} />
      <XR store={headset}>
        <Suspense fallback={null}>
          <Scene {...props} />
        </Suspense>
      </XR>
    </Canvas>
  );
}

/** From the fourth floor of a school to the far end of its playground, and the sky behind. */
const FAR_m = 120;
/** Seen where a window has no backdrop behind it. */
const DAY_SKY = '#9fcbe6';
const NIGHT_SKY = '#0b111c';

const MOVABLE = 'movable';

function Scene(props: StageProps) {
  const { drill, trainee, lite, running } = props;
  const origin = useRef<Group>(null);
  const people = useMemo(() => looksOf(drill.world), [drill]);
  const furnished = useFurnished(drill.pack.room.room, people, lite, props.onProgress, props.onTrouble);
  const presenting = useXR((state) => state.session !== undefined);
  const act = useCallback((deed: (typeof trainee.deeds)[number]) => void trainee.deeds.push(deed), [trainee]);
  const rays = useRef(trainee.rays);
  rays.current = trainee.rays;
  return (
    <>
      <XROrigin ref={origin} />
      <Loop
        drill={drill}
        trainee={trainee}
        breathing={props.breathing}
        asked={props.asked}
        origin={origin}
        camera={props.camera}
        running={running}
        onPause={props.onPause}
        onAsk={props.onAsk}
      />
      {furnished && (
        <>
          <Room
            furnished={furnished}
            storey={drill.pack.room.storey}
            spaces={drill.world.room.spaces}
            lite={lite}
            movable={MOVABLE}
            onReady={props.onReady}
          />
          <group name={MOVABLE}>
            <Props drill={drill} cast={furnished.cast} trainee={trainee} />
            <Hazards drill={drill} lite={lite} />
          </group>
          <Pointers drill={drill} trainee={trainee} />
          <TeleportView trainee={trainee} />
          <Comfort trainee={trainee} drill={drill} />
          <SoundScape drill={drill} />
          {props.camera === null && (
            <Panels
              drill={drill}
              hall={props.hall}
              xr={presenting}
              rays={rays}
              act={act}
              pause={props.pause}
              onResume={props.onResume}
              onAgain={props.onAgain}
              {...(props.onFrom ? { onFrom: props.onFrom } : {})}
              hosted={props.hosted}
              onHome={props.onHome}
              inspecting={props.inspecting}
              onTagged={props.onTagged}
              phone={props.phone}
              onPhoneClosed={props.onPhoneClosed}
              saying={props.saying}
              onSaid={props.onSaid}
              choosing={props.choosing}
              onChosen={props.onChosen}
            />
          )}
        </>
      )}
      <ProbeRenderer probe={props.probe} />
      <LostContext onTrouble={props.onTrouble} />
    </>
  );
}

/** Lets the probe read the renderer's counts of one whole frame, both eyes together. */
function ProbeRenderer({ probe }: { probe: Probe | null }) {
  const gl = useThree((state) => state.gl);
  useEffect(() => {
    if (probe) probe.watch(gl);
  }, [gl, probe]);
  return null;
}

/** A graphics driver that gives up is said, with the way on; nothing can be drawn any more. */
function LostContext({ onTrouble }: { onTrouble: (error: unknown) => void }) {
  const gl = useThree((state) => state.gl);
  const { t } = useTranslation('home');
  useEffect(() => {
    const lost = () => onTrouble(new Error(t('contextLost')));
    gl.domElement.addEventListener('webglcontextlost', lost);
    return () => gl.domElement.removeEventListener('webglcontextlost', lost);
  }, [gl, onTrouble, t]);
  return null;
}
