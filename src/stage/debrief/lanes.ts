/** Where each mark of the line of time lies, so that no label covers another. */

/** A label's size on the narrowest page that still shows labels. */
const LINE_px = 820;
const EM_px = 15;
const EDGE_px = 48;
const MOST_em = 9;
/** Labels right of here grow to the left, or they would leave the page. */
const RIGHT_frac = 0.6;
const MOST_lanes = 6;

export interface Placed {
  left_frac: number;
  lane: number;
  toLeft: boolean;
}

function width_frac(title: string): number {
  let em = 0;
  for (const character of title) em += character.charCodeAt(0) > 0x2e7f ? 1 : 0.56;
  return (EDGE_px + EM_px * Math.min(em, MOST_em)) / LINE_px;
}

/** @returns a place for each mark, in order; the topmost lane that is free there */
export function placeMarks(marks: readonly { title: string; at_s: number | null }[], whole_s: number): Placed[] {
  const taken: [from: number, to: number][][] = [];
  return marks.map(({ title, at_s }) => {
    const left_frac = (0.96 * (at_s ?? 0)) / whole_s + 0.02;
    const toLeft = left_frac > RIGHT_frac;
    const width = width_frac(title);
    const from = toLeft ? left_frac - width : left_frac;
    const free = (lane: number) => (taken[lane] ?? []).every(([a, b]) => from >= b || from + width <= a);
    let lane = 0;
    while (lane < MOST_lanes - 1 && !free(lane)) lane++;
    taken[lane] = [...(taken[lane] ?? []), [from, from + width]];
    return { left_frac, lane, toLeft };
  });
}
