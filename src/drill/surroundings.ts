/** What a body double perceives of a room: a World gives it, and so does the probe of a browser. */
import { smokePace_frac } from '../sim/pace.ts';
import { find, positionOf } from '../sim/parts.ts';
import type { Box, Fact, HandSide, Surface, Vec3, World } from '../sim/world.ts';
import { clock_s } from '../sim/world.ts';

export interface SeenThing {
  kind: string;
  half_m: Vec3;
  heldBy: HandSide | null;
  /** doors and taps */
  open_frac?: number;
  /** plugs, breakers, hoods */
  on?: boolean;
  /** people */
  doing?: string;
}

export interface Surroundings {
  readonly clock_s: number;
  readonly facts: readonly Fact[];
  readonly standing_m: number;
  readonly room: {
    floor_m: [x: number, z: number][];
    obstacles: Box[];
    exit: { door: string; outside: Box };
    posts: Record<string, Vec3>;
    /** floors of a house; empty in a single room */
    surfaces: Surface[];
  };
  readonly things: Record<string, SeenThing>;
  /** share of the usual pace that smoke about the head leaves; 1 where that cannot be known */
  readonly pace_frac?: number;
  /** middle of a thing or of a part such as "extinguisher.pin"; null when there is none */
  where(name: string): Vec3 | null;
  /** where a thing belongs */
  home(name: string): Vec3 | null;
}

/** @param source gives the world now: after a rewind it is another object */
export function surroundingsOf(source: { readonly world: World; readonly facts: readonly Fact[] }): Surroundings {
  return {
    get clock_s() {
      return clock_s(source.world);
    },
    get facts() {
      return source.facts;
    },
    get standing_m() {
      return source.world.body.standing_m;
    },
    get room() {
      return source.world.room;
    },
    get things() {
      return source.world.things as Record<string, SeenThing>;
    },
    get pace_frac() {
      return smokePace_frac(source.world);
    },
    where(name) {
      const named = find(source.world, name);
      return named ? positionOf(source.world, named, [0, 0, 0]) : null;
    },
    home(name) {
      return source.world.things[name]?.home.position_m ?? null;
    },
  };
}
