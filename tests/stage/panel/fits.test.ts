/** Panels are legible and their keys can be hit: every panel, in both languages, with the font that is shipped. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { beforeAll, describe, expect, test } from 'vitest';
import { keyAt, type Layout, layoutPanel, PADDING_dmm, type TextDraw } from '../../../src/stage/panel/layout.ts';
import { measureWith, PX_PER_DMM, paintPanel } from '../../../src/stage/panel/paint.ts';
import { SMALLEST_dmm, SPACE_dmm, TARGET_dmm } from '../../../src/stage/panel/spec.ts';
import type { Measure } from '../../../src/stage/panel/wrap.ts';
import { openText, setLocale } from '../../../src/text/text.ts';
import { allSpecs, type NamedSpec } from './all.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** A panel taller than this does not fit between the brows and the chin of a headset's view (about 45 degrees). [D] */
const TALLEST_dmm = 830;

let measure: Measure;
beforeAll(() => {
  for (const weight of ['regular', 'bold'])
    GlobalFonts.registerFromPath(join(ROOT, `public/fonts/drillhall-${weight}.woff2`), 'Drillhall Sans');
  expect(GlobalFonts.has('Drillhall Sans')).toBe(true);
  measure = measureWith(createCanvas(8, 8).getContext('2d') as unknown as CanvasRenderingContext2D);
});

/** DRILLHALL_SHEET=1 leaves pictures in tests/out to look at. */
function picture(locale: string, name: string, layout: Layout, plate: 'dark' | 'alert' | 'none' | undefined): void {
  if (!process.env.DRILLHALL_SHEET) return;
  const canvas = createCanvas(layout.width_dmm * PX_PER_DMM, layout.height_dmm * PX_PER_DMM);
  const context = canvas.getContext('2d') as unknown as CanvasRenderingContext2D;
  paintPanel(context, layout, plate, { over: null, down: null });
  const folder = join(ROOT, 'tests/out/panels', locale);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name.replace(/\W+/g, '_')}.png`), canvas.toBuffer('image/png'));
}

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
  let specs: NamedSpec[];
  beforeAll(async () => {
    await openText('stage');
    await setLocale(locale);
    specs = allSpecs();
  });

  function each(check: (name: string, layout: Layout) => void): void {
    for (const [name, spec] of specs) check(name, layoutPanel(spec, measure));
  }
  const texts = (layout: Layout) => layout.draws.filter((draw): draw is TextDraw => draw.what === 'text');

  test('there is a panel for everything, and each says something', () => {
    expect(specs.length).toBeGreaterThan(90);
    each((name, layout) =>
      expect.soft(texts(layout).filter((draw) => draw.text !== '').length, name).toBeGreaterThan(0),
    );
  });

  test('no line is wider than the room it has', () => {
    each((name, layout) => {
      for (const draw of texts(layout))
        expect
          .soft(measure(draw.text, draw.size_dmm, draw.bold), `${name}: ${draw.text}`)
          .toBeLessThanOrEqual(draw.room_dmm + 0.5);
    });
  });

  test('nothing is written smaller than 20 dmm', () => {
    each((name, layout) => {
      for (const draw of texts(layout))
        expect.soft(draw.size_dmm, `${name}: ${draw.text}`).toBeGreaterThanOrEqual(SMALLEST_dmm);
    });
  });

  test('no two lines of text overlap, and none leaves the plate', () => {
    each((name, layout) => {
      for (const draw of texts(layout)) {
        expect.soft(draw.y - draw.size_dmm / 2, `${name}: ${draw.text}`).toBeGreaterThanOrEqual(PADDING_dmm / 2);
        expect.soft(draw.y + draw.size_dmm / 2, `${name}: ${draw.text}`).toBeLessThanOrEqual(layout.height_dmm);
      }
    });
  });

  test('keys are at least 64 dmm and 16 dmm apart, and each can be found by its middle', () => {
    each((name, layout) => {
      for (const hit of layout.hits) {
        expect.soft(Math.min(hit.width, hit.height), `${name}: ${hit.id}`).toBeGreaterThanOrEqual(TARGET_dmm);
        const found = keyAt(layout, hit.x + hit.width / 2, hit.y + hit.height / 2);
        expect.soft(found, `${name}: ${hit.id}`).toBe(hit.disabled ? null : hit.id);
        for (const other of layout.hits) {
          if (other === hit) continue;
          const apartX = Math.max(other.x - (hit.x + hit.width), hit.x - (other.x + other.width));
          const apartY = Math.max(other.y - (hit.y + hit.height), hit.y - (other.y + other.height));
          expect
            .soft(Math.max(apartX, apartY), `${name}: ${hit.id} and ${other.id}`)
            .toBeGreaterThanOrEqual(SPACE_dmm - 0.01);
        }
      }
    });
  });

  test('no panel is taller than a view', () => {
    for (const [name, spec] of specs) {
      const layout = layoutPanel(spec, measure);
      picture(locale, name, layout, spec.plate);
      expect.soft(layout.height_dmm, name).toBeLessThanOrEqual(TALLEST_dmm);
    }
  });

  test('no panel shows a key instead of words', () => {
    each((name, layout) => {
      for (const draw of texts(layout))
        expect.soft(draw.text, name).not.toMatch(/^[a-z][\w-]*(\.[\w-]+)+$|\{\w+\}|\{\{/);
    });
  });
});
