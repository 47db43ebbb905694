/** What a panel says, without saying how: the same spec becomes a canvas in a headset and HTML on a desktop. */

export type Tone = 'plain' | 'quiet' | 'strong' | 'good' | 'bad' | 'warn';

/** One key to press. `id` comes back when it is pressed. */
export interface Key {
  id: string;
  label: string;
  /** a second, smaller line */
  detail?: string;
  tone?: 'plain' | 'go' | 'stop' | 'chosen' | 'quiet';
  disabled?: boolean;
}

export interface Row {
  left: string;
  right: string;
  /** a sentence under the row */
  below?: string;
  tone?: Tone;
}

export type Block =
  | { is: 'text'; text: string; size_dmm?: number; tone?: Tone; bold?: boolean; align?: 'left' | 'center' }
  | { is: 'keys'; columns: number; keys: Key[]; size_dmm?: number; min_dmm?: number }
  | { is: 'rows'; rows: Row[] }
  | { is: 'bar'; frac: number; tone?: Tone; label?: string }
  | { is: 'gap'; dmm: number };

export interface PanelSpec {
  /** names the panel in the probe, in tests and to a screen reader */
  name: string;
  /** width in dmm: a thousandth of the distance it is read from */
  width_dmm: number;
  blocks: Block[];
  /** plate: dark for words over the room, light never */
  plate?: 'dark' | 'alert' | 'none';
  /** desktop: to the left of the picture, because what it asks about is in the middle */
  beside?: boolean;
}

/** Body text: 1.5 degrees, because Chinese strokes are dense (webxr: sizes). */
export const BODY_dmm = 26;
export const TITLE_dmm = 34;
/** Nothing on any panel is smaller. */
export const SMALLEST_dmm = 20;
/** A key is at least this high and wide, with SPACE_dmm between keys. */
export const TARGET_dmm = 64;
export const SPACE_dmm = 16;
