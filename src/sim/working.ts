/** What the sim remembers between ticks and nobody outside it needs: plain data inside World. */
import type { ActsBook } from './acts-book.ts';
import type { CrowdBook } from './crowd-member.ts';
import type { HandSide } from './things.ts';
import type { Vec3 } from './vec.ts';
import type { Link } from './zone/detect.ts';
import type { Pack } from './zone/pack.ts';

/** Life of one fire, for facts and re-ignition. */
export interface FireBook {
  everBurned: boolean;
  burning_s: number;
  peak_kW: number;
  knocked: boolean;
  /** when it last went out, -1 never */
  outAt_s: number;
  /** when it will catch fire by itself, -1 never */
  litAt_s: number;
  /** what last acted on it: an agent, 'lid', 'fire-blanket', 'water', 'burnt-out' */
  lastCause: string;
  lastCauseAt_s: number;
  /** flaming share of the possible, 0..1 (growth, oxygen and agent together) */
  flame_frac: number;
  /** when smouldering flames up again, -1 never */
  smoulderAt_s: number;
  /** radiant heat taken while not alight, towards ignition */
  preheat_kJpm2: number;
  /** of the agents in the air around it, decaying */
  powder_kgpm2: number;
  co2_kgpm2: number;
  /** wet-chemical foam on the oil */
  foam_kgpm2: number;
  /** fuel turned into flame so far, and oil lying around the pan: for the conservation of mass */
  burned_kg: number;
  spill_kg: number;
  /** water that has reached hot oil and not yet flashed */
  waterOnOil_kg: number;
  fireball_kW: number;
  /** heat given off since the air last moved, and heat carried by a pack's vapour */
  given_kJ: number;
  vapour_kJ: number;
  /** share of what the fuel gives off that found air in the last step of the air, and how far the fuel has shrunk to it */
  burned_frac: number;
  air_frac: number;
  /** per cell of a solid fuel */
  cellPowder_kgpm2: number[];
  cellCo2_kgpm2: number[];
  cellAge_s: number[];
  cellWait_s: number[];
}

export interface Mover {
  velocity_mps: Vec3;
  falling: boolean;
}

export interface Walker {
  path_m: Vec3[];
  waited_s: number;
  sentToPhone: boolean;
}

/** What the breath of the trainee remembers. */
export interface Breathing {
  /** in air denser than one can stand, summed up over the run */
  dense_s: number;
  /** this stretch of smoky air: in all, with the head under the layer, and how long it has been clear again */
  inSmoke_s: number;
  low_s: number;
  clear_s: number;
}

/** A leaf's two skins: towards the opening's `from` and `to` (the open air included). */
export interface LeafHeat {
  from_K: number;
  to_K: number;
}

export interface Working {
  fires: Record<string, FireBook>;
  movers: Record<string, Mover>;
  walkers: Record<string, Walker>;
  /** people with a role */
  crowd: CrowdBook;
  /** doors, hands and eyes in a house */
  acts: ActsBook;
  breath: Breathing;
  /** by door */
  leaves: Record<string, LeafHeat>;
  /** by e-bike */
  packs: Record<string, Pack>;
  /** by alarm and sprinkler: its heated link */
  links: Record<string, Link>;
  squeezed_frac: Record<HandSide, number>;
  /** things told as out of order once, so that a held lever does not say it 60 times a second */
  saidOnce: Record<string, number>;
  /** gaze target now, and for how long */
  gazeOn: string[];
  /** the sweep of the aim point: side of the last turn and its place */
  sweepMin_m: number;
  sweepMax_m: number;
  sweepDirection: number;
  sweepSum_m: number;
  sweepCount: number;
  distanceSum_m: number;
  /** per extinguisher while it sprays: kilograms when this burst began */
  burst_kg: Record<string, number>;
  burst_s: Record<string, number>;
  burstOn_s: Record<string, number>;
  coveredAt_s: Record<string, number>;
  ductOn_s: number;
  /** charge of the extinguisher used last, for agentUsed_frac */
  lastCharge_kg: number;
  /** first ignition, -1 none */
  firstFireAt_s: number;
  headInSmoke: boolean;
  smokeWasLow: boolean;
  alarmRaised: boolean;
  convectiveDose_frac: number;
  radiantDose_frac: number;
}
