/** What a test sees of a run: one copy of the probe's answers, and the room a body double perceives through them. */
import type { Surroundings } from '../../src/drill/surroundings.ts';
import type { MarkView } from '../../src/drill/types.ts';
import type { Pack } from '../../src/script/contents.ts';
import { setupOf } from '../../src/script/room.ts';
import type { Fact, HandSide, Vec3 } from '../../src/sim/world.ts';
import type { ShownPanel } from '../../src/stage/panel/shown.ts';
import type { ProbeThing } from '../../src/stage/probe.ts';
import type { Attempt } from '../../src/wire/session.ts';

export interface SeenHand {
  position_m: Vec3;
  points: Vec3;
  holds: string | null;
  hover: string | null;
  use: 'none' | 'far' | 'ready';
  squeeze_frac: number;
}
export interface SeenBody {
  head_m: Vec3;
  yaw_deg: number;
  pitch_deg: number;
  standing_m: number;
  holds: Record<HandSide, string | null>;
  out: boolean;
  space: string;
  floor_m: number;
  crouching: boolean;
  low: boolean;
  left: SeenHand;
  right: SeenHand;
  aiming: { valid: boolean; x_m: number; z_m: number } | null;
  turns: number;
  jumps: number;
}
/** The fields of window.drillhall that tests read; tests/README.md says what each means. */
export interface Seen {
  ready: boolean;
  running: boolean;
  paused: string | null;
  trouble: string | null;
  stage: string | null;
  caption: string;
  prompt: string;
  score: number | null;
  marks: MarkView[];
  ended: Attempt | null;
  attempt: 1 | 2 | null;
  consequence: { rule: string } | null;
  clock_s: number;
  saved: string;
  things: ProbeThing[];
  panels: ShownPanel[];
  body: SeenBody;
  facts: Fact[];
  xr: { presenting: boolean; inputs: number; bare: boolean };
  frame: { calls: number; triangles: number; programs: number; geometries: number; textures: number } | null;
}

/** Runs in the page. @returns null before the probe is there or before a run is open */
export function readProbe(): Seen | null {
  const probe = (window as unknown as { drillhall?: Seen }).drillhall;
  if (!probe?.body) return null;
  return structuredClone({
    ready: probe.ready,
    running: probe.running,
    paused: probe.paused,
    trouble: probe.trouble,
    stage: probe.stage,
    caption: probe.caption,
    prompt: probe.prompt,
    score: probe.score,
    marks: probe.marks,
    ended: probe.ended,
    attempt: probe.attempt,
    consequence: probe.consequence,
    clock_s: probe.clock_s,
    saved: probe.saved,
    things: probe.things,
    panels: probe.panels,
    body: probe.body,
    facts: probe.facts,
    xr: probe.xr,
    frame: probe.frame,
  });
}

/** @param seen gives the newest copy */
export function surroundingsSeen(pack: Pack, seen: () => Seen): Surroundings {
  const setup = setupOf(pack.room, { duty: '', gas: '' }, 1.6);
  const thing = (id: string) => seen().things.find((one) => one.id === id);
  const things = Object.fromEntries(
    setup.things.map((one) => [
      one.id,
      {
        kind: one.kind,
        half_m: one.half_m,
        get heldBy() {
          const { holds } = seen().body;
          return holds.right === one.id ? ('right' as const) : holds.left === one.id ? ('left' as const) : null;
        },
        get open_frac() {
          return Number(thing(one.id)?.state.open_frac ?? 0);
        },
        get doing() {
          return String(thing(one.id)?.state.doing ?? '');
        },
      },
    ]),
  );
  return {
    get clock_s() {
      return seen().clock_s;
    },
    get facts() {
      return seen().facts;
    },
    get standing_m() {
      return seen().body.standing_m;
    },
    room: setup.room,
    things,
    where: (name) => thing(name)?.position_m ?? null,
    home: (name) => setup.things.find((one) => one.id === name)?.home.position_m ?? null,
  };
}
