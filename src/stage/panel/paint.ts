/** Puts a layout onto a 2D canvas; the same strokes in a headset and in a test's canvas. */
import { type Layout, PLATE } from './layout.ts';
import type { PanelSpec } from './spec.ts';
import type { Measure } from './wrap.ts';

/** Texture density: 1.5 px per dmm is about 1,150 px a metre at 1.3 m, what a Quest 3 can show. [D] */
export const PX_PER_DMM = 1.5;
/** Ours first; the device's own for a hall's name that is written with a rare character. */
export const FONT_STACK =
  '"Drillhall Sans", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Droid Sans Fallback", sans-serif';

type Context = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'clearRect'
  | 'beginPath'
  | 'roundRect'
  | 'fill'
  | 'stroke'
  | 'fillText'
  | 'measureText'
>;

export function fontOf(size_px: number, bold: boolean): string {
  return `${bold ? 'bold ' : ''}${size_px}px ${FONT_STACK}`;
}

/** Measures with a context at a fixed large size, so that rounding does not depend on the panel. */
export function measureWith(context: Pick<CanvasRenderingContext2D, 'font' | 'measureText'>): Measure {
  return (text, size_dmm, bold) => {
    context.font = fontOf(100, bold);
    return (context.measureText(text).width * size_dmm) / 100;
  };
}

export interface Touched {
  /** key pointed at */
  over: string | null;
  /** key held down */
  down: string | null;
}

/** Draws a whole panel; the canvas is already of the layout's size times PX_PER_DMM. */
export function paintPanel(context: Context, layout: Layout, plate: PanelSpec['plate'], touched: Touched): void {
  const s = PX_PER_DMM;
  context.clearRect(0, 0, layout.width_dmm * s, layout.height_dmm * s);
  if (plate !== 'none') {
    context.fillStyle = PLATE[plate ?? 'dark'];
    rounded(context, 0, 0, layout.width_dmm * s, layout.height_dmm * s, 22 * s);
    context.fill();
  }
  for (const draw of layout.draws) {
    if (draw.what === 'box') {
      context.fillStyle = draw.fill;
      rounded(context, draw.x * s, draw.y * s, draw.width * s, draw.height * s, draw.radius * s);
      context.fill();
      if (draw.key !== undefined && (draw.key === touched.over || draw.key === touched.down))
        mark(context, draw.key === touched.down);
      continue;
    }
    context.font = fontOf(draw.size_dmm * s, draw.bold);
    context.textAlign = draw.align;
    context.textBaseline = 'middle';
    context.fillStyle = draw.colour;
    context.fillText(draw.text, draw.x * s, draw.y * s);
  }
}

/** Pointed at: a bright rim; held: a lighter key too. */
function mark(context: Context, down: boolean): void {
  if (down) {
    context.fillStyle = 'rgba(255, 255, 255, 0.22)';
    context.fill();
  }
  context.strokeStyle = '#ffe9b8';
  context.lineWidth = down ? 7 : 5;
  context.stroke();
}

function rounded(context: Context, x: number, y: number, width: number, height: number, radius: number): void {
  context.beginPath();
  context.roundRect(x, y, width, height, Math.min(radius, height / 2));
}
