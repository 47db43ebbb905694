/** What `?probe` shows of a run to tests and checkers: getters only, copies only, nothing that changes anything. */
import type { WebGLRenderer } from 'three';
import type { Drill, HallSettings } from '../drill/types.ts';
import { actables } from '../sim/affordance.ts';
import { reachable } from '../sim/parts.ts';
import { clock_s, type Fact, type HandSide, type Vec3 } from '../sim/world.ts';
import type { PauseReason } from './contract.ts';
import { leafPlaces } from './input/targets.ts';
import type { Trainee } from './input/trainee.ts';
import { shownPanels } from './panel/shown.ts';
import { packText } from './panel/words.ts';

export interface ProbeThing {
  id: string;
  kind: string;
  position_m: Vec3;
  /** where to point to mean it: of a leaf where it has swung to */
  aim_m: Vec3;
  state: Record<string, number | string | boolean | null>;
  /** within reach of either hand now */
  reachable: boolean;
}

/** Of the last whole frame; in a headset both eyes together. */
export interface FrameCounts {
  calls: number;
  triangles: number;
  programs: number;
  geometries: number;
  textures: number;
}

/** What the page tells the probe; the page owns it, the probe only reads. */
export interface Told {
  drill: Drill | null;
  trainee: Trainee | null;
  ready: boolean;
  running: boolean;
  pause: PauseReason | null;
  progress_frac: number;
  trouble: string | null;
  /** where this run's record is: not yet made, kept on this device, or taken by the server */
  saved: 'none' | 'kept' | 'sent' | 'lost';
  id: string;
  hall: HallSettings | null;
}

export interface Probe {
  told: Told;
  watch(gl: WebGLRenderer): void;
}

let made: Probe | null = null;

/** The page's one probe: made at the first call, put on window. */
export function theProbe(): Probe {
  made ??= createProbe();
  return made;
}

function createProbe(): Probe {
  const told: Told = {
    drill: null,
    trainee: null,
    ready: false,
    running: false,
    pause: null,
    progress_frac: 0,
    trouble: null,
    saved: 'none',
    id: '',
    hall: null,
  };
  let renderer: WebGLRenderer | null = null;
  Object.defineProperty(window, 'drillhall', {
    configurable: true,
    value: face(told, () => renderer),
  });
  return {
    told,
    watch(gl) {
      renderer = gl;
    },
  };
}

function face(told: Told, gl: () => WebGLRenderer | null): object {
  const view = () => told.drill?.view.getState();
  return Object.freeze({
    get ready() {
      return told.ready;
    },
    get running() {
      return told.running;
    },
    get progress_frac() {
      return told.progress_frac;
    },
    get trouble() {
      return told.trouble;
    },
    get scenario() {
      return told.drill ? `${told.drill.scenario}/${told.drill.variant}` : null;
    },
    get mode() {
      return told.drill?.mode ?? null;
    },
    get how() {
      return told.drill?.how ?? null;
    },
    get stage() {
      return view()?.stage ?? null;
    },
    get id() {
      return told.id;
    },
    get caption() {
      return words(told, view()?.captions.at(-1)?.key);
    },
    get prompt() {
      return words(told, view()?.promptKey);
    },
    get marks() {
      return (view()?.marks ?? []).map((mark) => ({ ...mark }));
    },
    get score() {
      return view()?.score ?? null;
    },
    get ended() {
      const ended = view()?.ended;
      return ended ? structuredClone(ended) : null;
    },
    get attempt() {
      return view()?.attempt ?? null;
    },
    get consequence() {
      const now = view()?.consequence;
      return now ? { ...now } : null;
    },
    get paused() {
      return told.pause ?? (view()?.paused ? 'paused' : null);
    },
    get clock_s() {
      return told.drill ? clock_s(told.drill.world) : 0;
    },
    get saved() {
      return told.saved;
    },
    get things() {
      return told.drill ? things(told.drill) : [];
    },
    /** panels that hang in the room (headset) and the middle of each of their keys */
    get panels() {
      return shownPanels();
    },
    get body() {
      return told.drill && told.trainee ? body(told.drill, told.trainee) : null;
    },
    get facts(): Fact[] {
      return structuredClone([...(told.drill?.facts ?? [])]);
    },
    get smoke() {
      return told.drill ? { ...told.drill.world.smoke } : null;
    },
    get xr() {
      return xr(told.trainee);
    },
    get frame() {
      const renderer = gl();
      return renderer ? counts(renderer) : null;
    },
  });
}

/** A text of the pack as the trainee reads it, empty where none shows. */
function words(told: Told, key: string | null | undefined): string {
  return told.drill && told.hall && key ? packText(told.drill, told.hall, key) : '';
}

function things(drill: Drill): ProbeThing[] {
  const { world } = drill;
  const swung = leafPlaces(world);
  return actables(world).map((one) => ({
    id: one.id,
    kind: one.kind,
    position_m: [...one.position_m],
    aim_m: [...(swung.get(one.id) ?? one.position_m)],
    state: { ...one.state },
    reachable: reachable(world, 'right', one.id) || reachable(world, 'left', one.id),
  }));
}

function hand(t: Trainee, drill: Drill, side: HandSide) {
  const one = t.hands[side];
  return {
    position_m: [one.position.x, one.position.y, one.position.z],
    points: t.rays[side === 'left' ? 0 : 1].direction.toArray(),
    holds: drill.world.body.holds[side],
    hover: one.hover.target?.id ?? null,
    use: one.use,
    squeeze_frac: one.squeeze_frac,
  };
}

/** Where the trainee is now, which may be a frame ahead of the world's body. */
function body(drill: Drill, t: Trainee) {
  return {
    head_m: [t.head.x, t.head.y, t.head.z],
    yaw_deg: (t.headYaw_rad * 180) / Math.PI,
    pitch_deg: (t.pitch_rad * 180) / Math.PI,
    standing_m: t.height.measured_m,
    holds: { ...drill.world.body.holds },
    out: drill.world.body.out,
    space: drill.world.body.space,
    floor_m: t.rig.y_m,
    crouching: t.height.crouching,
    low: t.height.low,
    left: hand(t, drill, 'left'),
    right: hand(t, drill, 'right'),
    aiming: t.loco.aiming ? { ...t.loco.landing } : null,
    turns: t.loco.turns,
    jumps: t.loco.jumps,
  };
}

function xr(t: Trainee | null) {
  if (!t) return { presenting: false, inputs: 0, bare: false };
  const hands = [t.xr.left, t.xr.right].filter((one) => one.tracked);
  return {
    presenting: t.presenting,
    inputs: t.presenting ? hands.length : 0,
    bare: hands.some((one) => one.bare),
  };
}

function counts(gl: WebGLRenderer): FrameCounts {
  const { render, memory, programs } = gl.info;
  return {
    calls: render.calls,
    triangles: render.triangles,
    programs: programs?.length ?? 0,
    geometries: memory.geometries,
    textures: memory.textures,
  };
}
