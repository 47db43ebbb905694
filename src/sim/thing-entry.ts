/** One thing as a room.yaml writes it. */
import type { Agent, Defect, EBike, Person, Way } from './things.ts';

/** A calendar year. */
type Year = number;

/** One entry of `things:`; which fields a kind reads is in makeThing. Lengths in metres, temperatures in Celsius as written by people. */
export interface ThingEntry {
  kind: string;
  at_m: [number, number, number];
  half_m: [number, number, number];
  facing_deg?: number;
  diameter_m?: number;
  oil_kg?: number;
  oil_C?: number;
  burner?: string;
  open_frac?: number;
  on?: boolean;
  left_kg?: number;
  agent?: Agent;
  charge_kg?: number;
  made?: Year;
  defect?: Defect;
  exit?: boolean;
  cells?: [columns: number, rows: number];
  cell_m?: number;
  fuel?: string;
  plug?: string;
  breaker?: string | null;
  live?: boolean;
  /** second of the run at which it catches fire by itself */
  lit_s?: number;
  /** doors: the end the hinges are on, where the leaf swings to, what it is made of, what it does by itself */
  hinge?: Way;
  swings?: Way;
  slides?: boolean;
  steel?: boolean;
  glazed?: boolean;
  louvred?: boolean;
  peephole?: boolean;
  self_closing?: boolean;
  wedged?: boolean;
  locked?: boolean;
  /** the button that opens it */
  worked_by?: string;
  broken?: boolean;
  wet_frac?: number;
  bright?: boolean;
  /** tape on the roll, air in the mask */
  left_m?: number;
  left_s?: number;
  /** growth of a blaze, alpha t squared up to its peak */
  alpha_kWps2?: number;
  peak_kW?: number;
  pack?: EBike['pack'];
  /** people: part of the crowd steered by crowd.ts, how they take it, whose model draws them */
  role?: string;
  temper?: Person['temper'];
  look?: string;
}
