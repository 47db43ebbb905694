/** The picture of a replay: the same room, things and hazards as the run itself, and the trainee among them. */
import { Canvas, useFrame, useThree } from '@react-three/fiber';
import { Suspense, useEffect, useMemo, useRef } from 'react';
import { type Camera, NeutralToneMapping, Quaternion, Vector3 } from 'three';
import { floorUnder_m } from '../../sim/ground.ts';
import { TICK_s, type World } from '../../sim/world.ts';
import { DRAW, TICK } from '../frame.ts';
import { Hazards } from '../hazards/Hazards.tsx';
import { looksOf } from '../props/looks.ts';
import { Props } from '../props/Props.tsx';
import { Room, useFurnished } from '../room/Room.tsx';
import type { Deck } from './deck.ts';
import { createGhost } from './ghost.ts';
import { bestAround, bestCorner, corners, cornersAround, focus } from './viewpoint.ts';

export type Viewpoint = 'outside' | 'eyes';

export interface Playing {
  on: boolean;
  speed: number;
}

export interface ShowProps {
  deck: Deck;
  playing: Playing;
  viewpoint: Viewpoint;
  /** which corner, counted from the best one */
  corner: number;
  lite: boolean;
  onTick: (tick: number) => void;
  onTrouble: (error: unknown) => void;
  onReady: () => void;
}

export function Show(props: ShowProps) {
  const { lite } = props;
  return (
    <Canvas
      dpr={lite ? 1 : [1, 1.75]}
      gl={{ antialias: !lite, alpha: false, stencil: false, toneMapping: NeutralToneMapping, toneMappingExposure: 1.2 }}
      camera={{ fov: 72, near: 0.05, far: 120 }}
    >
      <color attach="background" args={['#9fcbe6']} />
      <Suspense fallback={null}>
        <Scene {...props} />
      </Suspense>
    </Canvas>
  );
}

const MOVABLE = 'movable';
const nothing = () => undefined;

function Scene({ deck, playing, viewpoint, corner, lite, onTick, onTrouble, onReady }: ShowProps) {
  const { drill } = deck;
  const people = useMemo(() => looksOf(drill.world), [drill]);
  const furnished = useFurnished(drill.pack.room.room, people, lite, nothing, onTrouble);
  const ghost = useMemo(createGhost, []);
  useEffect(() => () => ghost.dispose(), [ghost]);
  const owed_s = useRef(0);
  useFrame((_, dt_s) => {
    if (playing.on) {
      owed_s.current += Math.min(dt_s, 0.25) * playing.speed;
      const ticks = Math.floor(owed_s.current / TICK_s);
      owed_s.current -= ticks * TICK_s;
      if (ticks > 0) deck.seek(deck.tick + ticks);
    }
    onTick(deck.tick);
  }, TICK);
  useFrame(() => {
    ghost.root.visible = viewpoint !== 'eyes';
    ghost.draw(drill.world.body, floorUnder_m(drill.world.room, drill.world.body.head.position_m));
  }, DRAW);
  return (
    <>
      <Watcher deck={deck} viewpoint={viewpoint} corner={corner} />
      {furnished && (
        <>
          <Room
            furnished={furnished}
            storey={drill.pack.room.storey}
            spaces={drill.world.room.spaces}
            lite={lite}
            movable={MOVABLE}
            onReady={onReady}
          />
          <group name={MOVABLE}>
            <Props drill={drill} cast={furnished.cast} trainee={null} />
            <Hazards drill={drill} lite={lite} />
            <primitive object={ghost.root} />
          </group>
        </>
      )}
    </>
  );
}

const from = new Vector3();
const to = new Vector3();
const turn = new Quaternion();

/** The camera: in a corner, turning slowly to keep trainee and fire in view; or in the trainee's head. */
function Watcher({ deck, viewpoint, corner }: Pick<ShowProps, 'deck' | 'viewpoint' | 'corner'>) {
  const camera = useThree((state) => state.camera);
  const best = useMemo(() => bestCorner(deck.drill.world), [deck]);
  const look = useMemo((): Looking => ({ at: new Vector3(), set: false, space: '', best: 0 }), []);
  // a new corner looks where it should at once
  useEffect(() => {
    look.set = corner < 0;
  }, [look, corner]);
  useFrame((_, dt_s) => {
    const { world } = deck.drill;
    const { head } = world.body;
    if (viewpoint === 'eyes') {
      from.fromArray(head.position_m);
      camera.position.copy(from);
      camera.quaternion.slerp(turn.fromArray(head.orientation_quat), 1 - Math.exp(-dt_s / 0.06));
      return;
    }
    if (world.room.surfaces.length > 0) {
      along(camera, look, world, corner, dt_s);
      return;
    }
    const places = corners(world.room);
    camera.position.fromArray(places[(best + Math.max(0, corner)) % places.length]!);
    // out of the door the watcher looks at the door, not through the wall
    from.fromArray(world.body.out ? focus(world) : head.position_m).setY(1.05);
    to.fromArray(focus(world)).lerp(from, 0.5);
    if (!look.set) look.at.copy(to);
    look.set = true;
    look.at.lerp(to, 1 - Math.exp(-dt_s / 0.8));
    camera.lookAt(look.at);
  }, DRAW);
  return null;
}

interface Looking {
  at: Vector3;
  set: boolean;
  space: string;
  best: number;
}

/** In a house: beside the trainee, in the same room; a new room is a cut. */
function along(camera: Camera, look: Looking, world: World, corner: number, dt_s: number): void {
  const { space, head } = world.body;
  const cut = look.space !== space || !look.set;
  if (cut) look.best = bestAround(world);
  look.space = space;
  look.set = true;
  from.fromArray(cornersAround(world)[(look.best + Math.max(0, corner)) % 4]!);
  to.fromArray(head.position_m);
  to.y -= 0.35;
  const share = cut ? 1 : 1 - Math.exp(-dt_s / 0.5);
  camera.position.lerp(from, share);
  look.at.lerp(to, cut ? 1 : 1 - Math.exp(-dt_s / 0.15));
  camera.lookAt(look.at);
}
