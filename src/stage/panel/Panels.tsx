/** All panels of a run: canvases in the room for a headset, a page over the picture for a desktop; same words, same keys. */
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Group, Quaternion, Vector3 } from 'three';
import { clock_s } from '../../sim/world.ts';
import type { PanelsProps } from '../contract.ts';
import { DRAW } from '../frame.ts';
import { settings } from '../input/settings.ts';
import { Board } from './board.ts';
import {
  clearDistance_m,
  FOLLOW,
  type Follower,
  type FollowRule,
  follow,
  newFollower,
  pitchOf,
  turnBetween,
  yawOf,
} from './follow.ts';
import { openFonts } from './fonts.ts';
import { Hud } from './Hud.tsx';
import { heardNow } from './heard.ts';
import { type Sign, type Slot, signOf, usePanels } from './use.ts';
import { closed_frac, createVeil, VEIL_OUT_s, veil_frac, veilKind } from './veil.ts';

/** Where each panel hangs. Words stay out of the middle, where the fire is; what asks for an answer comes to it. [D] */
const RULES: Record<Slot, FollowRule> = {
  prompt: { ...FOLLOW, pitch_rad: 0.25 },
  toast: { ...FOLLOW, pitch_rad: 0.4 },
  caption: { ...FOLLOW, pitch_rad: -0.42 },
  modal: { ...FOLLOW, pitch_rad: -0.08, deadZone_rad: 0.95, deadZone_m: 0.9, tilts: 'opening' },
};
const SLOTS = Object.keys(RULES) as Slot[];
/** What is hung first keeps its place; the others make room. */
const ORDER: readonly Slot[] = ['modal', 'prompt', 'toast', 'caption'];
/** Between one panel and the next. [D] */
const GAP_rad = 0.02;
/** Words are pushed no further than a glance goes. [D] */
const FURTHEST_rad = 0.85;
/** Turned away this far from an open panel, words need not make room for it. [D] */
const BESIDE_rad = 0.6;

/** How often the words that depend on the world are looked at again. */
const LOOK_s = 0.2;

const head = { x_m: 0, y_m: 0, z_m: 0, yaw_rad: 0, pitch_rad: 0 };
const at = new Vector3();
const q = new Quaternion();
const scale = new Vector3();
const eye = new Vector3();

interface Hung {
  board: Board;
  follower: Follower;
}

/** Edges of what hangs already in this frame, as heights of a look. */
const taken = { above_rad: Number.NEGATIVE_INFINITY, below_rad: Number.POSITIVE_INFINITY, yaw_rad: 0 };

/** Height of a panel's middle, clear of those that hang already: an operator's words are never behind the cards. */
function pitchClear(slot: Slot, f: Follower, height_dmm: number): number {
  const half_rad = height_dmm / 2000;
  const wanted = RULES[slot].pitch_rad + f.pitch_rad;
  if (slot === 'modal') {
    taken.above_rad = wanted + half_rad + GAP_rad;
    taken.below_rad = wanted - half_rad - GAP_rad;
    taken.yaw_rad = f.yaw_rad;
    return wanted;
  }
  if (Math.abs(turnBetween(f.yaw_rad, taken.yaw_rad)) > BESIDE_rad) return wanted;
  if (slot === 'caption')
    return Math.min(wanted, Math.max(-FURTHEST_rad + Math.min(0, f.pitch_rad), taken.below_rad - half_rad));
  const pitch = Math.max(wanted, Math.min(FURTHEST_rad, taken.above_rad + half_rad));
  taken.above_rad = pitch + half_rad + GAP_rad;
  taken.yaw_rad = f.yaw_rad;
  return pitch;
}

function hang(one: Hung, slot: Slot, min: Vector3, max: Vector3): void {
  const rule = RULES[slot];
  const { follower: f, board } = one;
  const away = clearDistance_m(f, rule, min, max);
  const pitch = pitchClear(slot, f, board.layout?.height_dmm ?? 0);
  const level = Math.cos(pitch) * away;
  board.mesh.position.set(
    f.x_m - Math.sin(f.yaw_rad) * level,
    f.y_m + Math.sin(pitch) * away,
    f.z_m - Math.cos(f.yaw_rad) * level,
  );
  board.mesh.lookAt(eye.set(f.x_m, f.y_m, f.z_m));
  board.size(away);
}

/** What depends on the world, read five times a second. */
function useSign({ drill, inspecting, choosing }: PanelsProps): Sign {
  const [sign, setSign] = useState<Sign>({ text: '', now_s: 0, heard: null });
  const last = useRef({ look_s: 0, text: '', heard: '', now_s: -1 });
  useFrame((_, dt_s) => {
    last.current.look_s += dt_s;
    if (last.current.look_s < LOOK_s) return;
    last.current.look_s = 0;
    const text = signOf(drill, inspecting, choosing);
    const heard = heardNow(drill.world);
    const said = heard ? heard.words + heard.arrow : '';
    // the clock itself matters only while something timed is on show
    const now_s = Math.floor(clock_s(drill.world) * 2) / 2;
    if (text === last.current.text && said === last.current.heard && now_s === last.current.now_s) return;
    Object.assign(last.current, { text, heard: said, now_s });
    setSign({ text, now_s, heard });
  }, DRAW);
  return sign;
}

export function Panels(props: PanelsProps) {
  const { drill, xr, rays } = props;
  const sign = useSign(props);
  const { open, pressed, view } = usePanels(props, sign);
  const [fonts, setFonts] = useState(false);
  const camera = useThree((state) => state.camera);
  const gl = useThree((state) => state.gl);
  const stage = useMemo(() => {
    const hung = Object.fromEntries(
      SLOTS.map((slot, k) => [slot, { board: new Board(k), follower: newFollower() }]),
    ) as Record<Slot, Hung>;
    const group = new Group();
    group.name = 'panels';
    for (const slot of SLOTS) group.add(hung[slot].board.mesh);
    const veil = createVeil();
    group.add(veil);
    return { hung, group, veil, min: new Vector3(), max: new Vector3(), since_s: 0, after_s: VEIL_OUT_s };
  }, []);

  useEffect(() => {
    let gone = false;
    void openFonts().then(() => gone || setFonts(true));
    return () => {
      gone = true;
    };
  }, []);
  useEffect(
    () => () => {
      for (const slot of SLOTS) stage.hung[slot].board.dispose();
      stage.veil.geometry.dispose();
      stage.veil.material.dispose();
    },
    [stage],
  );
  useEffect(() => {
    for (const slot of SLOTS) {
      // a panel that opens anew opens before the eyes
      if (stage.hung[slot].board.layout === null) stage.hung[slot].follower.placed = false;
      stage.hung[slot].board.show(xr ? open[slot] : null, fonts);
    }
  }, [stage, open, xr, fonts]);

  useFrame((_, dt_s) => {
    camera.matrixWorld.decompose(at, q, scale);
    rays.current[0].panel_m = null;
    rays.current[1].panel_m = null;
    // of this very frame: the page learns of a rewind a frame too late
    const { consequence } = drill.view.getState();
    drawVeil(stage, consequence, clock_s(drill.world), dt_s, at, q);
    if (!xr) return;
    head.x_m = at.x;
    head.y_m = at.y;
    head.z_m = at.z;
    head.yaw_rad = yawOf(q.x, q.y, q.z, q.w);
    head.pitch_rad = pitchOf(q.x, q.y, q.z, q.w);
    const { min, max } = stage;
    const { room, body } = drill.world;
    const space = room.surfaces.length > 0 ? room.spaces.find((one) => one.id === body.space) : undefined;
    if (space) {
      min.set(space.box.min_m[0], 0, space.box.min_m[2]);
      max.set(space.box.max_m[0], 0, space.box.max_m[2]);
    } else boundsOf(room.floor_m, min, max);
    if (body.out || (room.surfaces.length > 0 && !space)) {
      min.set(-50, 0, -50);
      max.set(50, 0, 50);
    }
    taken.above_rad = Number.NEGATIVE_INFINITY;
    taken.below_rad = Number.POSITIVE_INFINITY;
    taken.yaw_rad = head.yaw_rad;
    for (const slot of ORDER) {
      const one = stage.hung[slot];
      if (!one.board.mesh.visible) continue;
      follow(one.follower, head, RULES[slot], dt_s);
      hang(one, slot, min, max);
      const id = one.board.point(rays.current);
      if (id) pressed(id);
    }
  }, DRAW);

  return (
    <>
      <primitive object={stage.group} />
      {!xr && <Hud open={open} pressed={pressed} canvas={gl.domElement} view={view} />}
    </>
  );
}

function boundsOf(floor: readonly (readonly [number, number])[], min: Vector3, max: Vector3): void {
  min.set(Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY);
  max.set(Number.NEGATIVE_INFINITY, 0, Number.NEGATIVE_INFINITY);
  for (const [x, z] of floor) {
    min.x = Math.min(min.x, x);
    min.z = Math.min(min.z, z);
    max.x = Math.max(max.x, x);
    max.z = Math.max(max.z, z);
  }
}

function drawVeil(
  stage: { veil: ReturnType<typeof createVeil>; since_s: number; after_s: number },
  consequence: { rule: string; until_s: number } | null,
  now_s: number,
  dt_s: number,
  at_m: Vector3,
  turn: Quaternion,
): void {
  const { veil } = stage;
  const { uniforms } = veil.material;
  if (consequence) {
    stage.after_s = 0;
    uniforms.uAmount!.value = veil_frac(now_s - stage.since_s, 0);
    uniforms.uClosed!.value = closed_frac(consequence.until_s - now_s, 0);
    const white = veilKind(consequence.rule) === 'white';
    uniforms.uWhite!.value = white ? Math.min(1, settings.getState().effects_frac) : 0;
  } else {
    stage.since_s = now_s;
    stage.after_s = Math.min(VEIL_OUT_s, stage.after_s + dt_s);
    uniforms.uAmount!.value = veil_frac(VEIL_OUT_s, stage.after_s);
    uniforms.uClosed!.value = closed_frac(0, stage.after_s);
  }
  veil.visible = consequence !== null || stage.after_s < VEIL_OUT_s;
  veil.position.copy(at_m);
  veil.quaternion.copy(turn);
}
