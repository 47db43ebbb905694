/** Where everything on a panel stands, in dmm from its upper left corner; pure, so that a test can prove it fits. */
import { type Block, BODY_dmm, type Key, type PanelSpec, SPACE_dmm, TARGET_dmm, type Tone } from './spec.ts';
import { type Measure, wrap } from './wrap.ts';

export const PADDING_dmm = 24;
const LINE = 1.34;

export interface TextDraw {
  what: 'text';
  text: string;
  x: number;
  /** middle of the line */
  y: number;
  size_dmm: number;
  bold: boolean;
  colour: string;
  align: 'left' | 'center' | 'right';
  /** no wider than this */
  room_dmm: number;
}
export interface BoxDraw {
  what: 'box';
  x: number;
  y: number;
  width: number;
  height: number;
  radius: number;
  fill: string;
  /** redrawn brighter while this key is pointed at or pressed */
  key?: string;
}
export interface Hit {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  disabled: boolean;
}
export interface Layout {
  width_dmm: number;
  height_dmm: number;
  draws: (TextDraw | BoxDraw)[];
  hits: Hit[];
}

/** Ink on the dark plate; each has at least 4.5:1 against it. Sense is never by colour alone: signs and words say it too. */
export const INK: Record<Tone, string> = {
  plain: '#f6f3ea',
  strong: '#ffffff',
  quiet: '#b9c4c0',
  good: '#8fe3b4',
  bad: '#ffb59a',
  warn: '#ffd98a',
};
const KEY_FILL: Record<NonNullable<Key['tone']>, string> = {
  plain: '#2c4a4a',
  go: '#1f7a55',
  stop: '#94401f',
  chosen: '#2b7f86',
  quiet: '#374a50',
};
export const PLATE = { dark: 'rgba(16, 26, 28, 0.92)', alert: 'rgba(58, 30, 14, 0.94)', none: 'rgba(0, 0, 0, 0)' };

/** @returns the whole panel laid out; its height follows from its words. */
export function layoutPanel(spec: PanelSpec, measure: Measure): Layout {
  const layout: Layout = { width_dmm: spec.width_dmm, height_dmm: 0, draws: [], hits: [] };
  let y = PADDING_dmm;
  for (const block of spec.blocks) y = put(layout, block, y, measure);
  layout.height_dmm = Math.ceil(y + PADDING_dmm - SPACE_dmm * 0.5);
  return layout;
}

function put(layout: Layout, block: Block, y: number, measure: Measure): number {
  if (block.is === 'gap') return y + block.dmm;
  if (block.is === 'text') return putText(layout, block, y, measure);
  if (block.is === 'rows') return putRows(layout, block, y, measure);
  if (block.is === 'bar') return putBar(layout, block, y);
  return putKeys(layout, block, y, measure);
}

function putText(layout: Layout, block: Block & { is: 'text' }, y: number, measure: Measure): number {
  const size_dmm = block.size_dmm ?? BODY_dmm;
  const room_dmm = layout.width_dmm - 2 * PADDING_dmm;
  const bold = block.bold ?? false;
  const align = block.align ?? 'left';
  const x = align === 'center' ? layout.width_dmm / 2 : PADDING_dmm;
  for (const text of wrap(block.text, room_dmm, size_dmm, bold, measure)) {
    const colour = INK[block.tone ?? 'plain'];
    layout.draws.push({ what: 'text', text, x, y: y + (size_dmm * LINE) / 2, size_dmm, bold, colour, align, room_dmm });
    y += size_dmm * LINE;
  }
  return y + SPACE_dmm * 0.5;
}

function putRows(layout: Layout, block: Block & { is: 'rows' }, y: number, measure: Measure): number {
  const size_dmm = 24;
  const right = layout.width_dmm - PADDING_dmm;
  for (const row of block.rows) {
    const colour = INK[row.tone ?? 'plain'];
    const rightWide = row.right ? measure(row.right, size_dmm, true) + SPACE_dmm : 0;
    const room_dmm = right - PADDING_dmm - rightWide;
    if (row.right) {
      const middle = y + (size_dmm * LINE) / 2;
      layout.draws.push({
        what: 'text',
        text: row.right,
        x: right,
        y: middle,
        size_dmm,
        bold: true,
        colour,
        align: 'right',
        room_dmm: rightWide,
      });
    }
    for (const text of wrap(row.left, room_dmm, size_dmm, true, measure)) {
      layout.draws.push({
        what: 'text',
        text,
        x: PADDING_dmm,
        y: y + (size_dmm * LINE) / 2,
        size_dmm,
        bold: true,
        colour,
        align: 'left',
        room_dmm,
      });
      y += size_dmm * LINE;
    }
    for (const text of row.below ? wrap(row.below, right - PADDING_dmm, 21, false, measure) : []) {
      layout.draws.push({
        what: 'text',
        text,
        x: PADDING_dmm,
        y: y + (21 * LINE) / 2,
        size_dmm: 21,
        bold: false,
        colour: INK.quiet,
        align: 'left',
        room_dmm: right - PADDING_dmm,
      });
      y += 21 * LINE;
    }
    y += SPACE_dmm * 0.5;
  }
  return y;
}

function putBar(layout: Layout, block: Block & { is: 'bar' }, y: number): number {
  const width = layout.width_dmm - 2 * PADDING_dmm;
  const frac = Math.max(0, Math.min(1, block.frac));
  const box = { what: 'box' as const, x: PADDING_dmm, y, height: 14, radius: 7 };
  layout.draws.push({ ...box, width, fill: '#33474a' });
  if (frac > 0.03) layout.draws.push({ ...box, width: width * frac, fill: INK[block.tone ?? 'good'] });
  return y + 14 + SPACE_dmm;
}

function putKeys(layout: Layout, block: Block & { is: 'keys' }, y: number, measure: Measure): number {
  const size_dmm = block.size_dmm ?? BODY_dmm;
  const across = layout.width_dmm - 2 * PADDING_dmm - SPACE_dmm * (block.columns - 1);
  const width = across / block.columns;
  for (let first = 0; first < block.keys.length; first += block.columns) {
    const row = block.keys.slice(first, first + block.columns);
    const lines = row.map((key) => keyLines(key, width - 24, size_dmm, measure));
    const height = Math.max(block.min_dmm ?? TARGET_dmm, ...lines.map((one) => one.height_dmm + 24));
    row.forEach((key, column) => {
      const x = PADDING_dmm + column * (width + SPACE_dmm);
      putKey(layout, key, lines[column]!, { x, y, width, height });
    });
    y += height + SPACE_dmm;
  }
  return y;
}

interface KeyLines {
  lines: { text: string; size_dmm: number; bold: boolean; quiet: boolean }[];
  height_dmm: number;
}

function keyLines(key: Key, room_dmm: number, size_dmm: number, measure: Measure): KeyLines {
  const label = wrap(key.label, room_dmm, size_dmm, true, measure);
  const detail = key.detail ? wrap(key.detail, room_dmm, 21, false, measure) : [];
  const lines = [
    ...label.map((text) => ({ text, size_dmm, bold: true, quiet: false })),
    ...detail.map((text) => ({ text, size_dmm: 21, bold: false, quiet: true })),
  ];
  return { lines, height_dmm: lines.reduce((sum, line) => sum + line.size_dmm * LINE, 0) };
}

function putKey(
  layout: Layout,
  key: Key,
  made: KeyLines,
  box: { x: number; y: number; width: number; height: number },
): void {
  const disabled = key.disabled ?? false;
  // a chosen key that can no longer be pressed still says what was chosen
  const dim = disabled && key.tone !== 'chosen';
  const fill = dim ? '#28343a' : KEY_FILL[key.tone ?? 'plain'];
  layout.draws.push({ what: 'box', ...box, radius: 14, fill, key: key.id });
  layout.hits.push({ id: key.id, ...box, disabled });
  let y = box.y + (box.height - made.height_dmm) / 2;
  for (const line of made.lines) {
    const colour = dim ? '#8b9896' : line.quiet ? '#d7dedb' : INK.strong;
    const { text, size_dmm, bold } = line;
    const middle = y + (size_dmm * LINE) / 2;
    layout.draws.push({
      what: 'text',
      text,
      x: box.x + box.width / 2,
      y: middle,
      size_dmm,
      bold,
      colour,
      align: 'center',
      room_dmm: box.width - 24,
    });
    y += size_dmm * LINE;
  }
}

/** @returns id of the key at a point (dmm from the upper left), null between keys or on a disabled one. */
export function keyAt(layout: Layout, x: number, y: number): string | null {
  for (const hit of layout.hits)
    if (!hit.disabled && x >= hit.x && x <= hit.x + hit.width && y >= hit.y && y <= hit.y + hit.height) return hit.id;
  return null;
}
