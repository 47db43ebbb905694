/** Packs hand-drawn signs into one square picture per model, and remembers where each lies. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

export const TEXTURES = join(import.meta.dirname, '..', 'out', 'textures');
export type Pen = SKRSContext2D;
export type Draw = (pen: Pen, width: number, height: number) => void;

const NOTO = '/usr/share/fonts/opentype/noto/NotoSansCJK-';
export const FONTS_NEEDED = [`${NOTO}Regular.ttc`, `${NOTO}Bold.ttc`];
const GUTTER_px = 4;

export interface Atlas {
  name: string;
  size: number;
  canvas: Canvas;
  pen: Pen;
  /** u0, v0, u1, v1 with v upwards */
  places: Record<string, [number, number, number, number]>;
  shelf: { x: number; y: number; height: number };
}

export function openAtlas(name: string, size: number): Atlas {
  mkdirSync(TEXTURES, { recursive: true });
  for (const path of FONTS_NEEDED) {
    if (!existsSync(path)) throw new Error(`Missing font ${path}: apt-get install fonts-noto-cjk`);
    GlobalFonts.registerFromPath(path, path.includes('Bold') ? 'CJKBold' : 'CJKRegular');
  }
  const canvas = createCanvas(size, size);
  return { name, size, canvas, pen: canvas.getContext('2d'), places: {}, shelf: { x: 0, y: 0, height: 0 } };
}

/** Draws one sign of width x height pixels; throws when the atlas is full. Draw in order of falling height. */
export function sign(atlas: Atlas, name: string, width: number, height: number, draw: Draw): void {
  const { shelf, pen, size } = atlas;
  if (shelf.x + width + GUTTER_px > size) {
    shelf.y += shelf.height + GUTTER_px;
    shelf.x = 0;
    shelf.height = 0;
  }
  if (shelf.y + height + GUTTER_px > size) throw new Error(`Atlas ${atlas.name} has no room left for ${name}.`);
  const [x, y] = [shelf.x + GUTTER_px / 2, shelf.y + GUTTER_px / 2];
  pen.save();
  pen.translate(x, y);
  pen.beginPath();
  pen.rect(0, 0, width, height);
  pen.clip();
  draw(pen, width, height);
  pen.restore();
  const inset = 1; // px, keeps bilinear filtering inside the sign
  atlas.places[name] = [
    (x + inset) / size,
    1 - (y + height - inset) / size,
    (x + width - inset) / size,
    1 - (y + inset) / size,
  ];
  shelf.x += width + GUTTER_px;
  shelf.height = Math.max(shelf.height, height);
}

export async function saveAtlas(atlas: Atlas): Promise<void> {
  writeFileSync(join(TEXTURES, `${atlas.name}.png`), await atlas.canvas.encode('png'));
  writeFileSync(join(TEXTURES, `${atlas.name}.json`), JSON.stringify(atlas.places, null, 1));
  console.log(
    `atlas ${atlas.name}: ${Object.keys(atlas.places).length} signs, ${atlas.shelf.y + atlas.shelf.height} of ${atlas.size} rows`,
  );
}

// ------------------------------------------------------------------ pens

export function fill(pen: Pen, width: number, height: number, color: string): void {
  pen.fillStyle = color;
  pen.fillRect(0, 0, width, height);
}

export function write(
  pen: Pen,
  text: string,
  x: number,
  y: number,
  size: number,
  color: string,
  align: 'center' | 'left' | 'right' = 'center',
  weight: 'Bold' | 'Regular' = 'Bold',
): void {
  pen.font = `${size}px CJK${weight}`;
  pen.fillStyle = color;
  pen.textAlign = align;
  pen.textBaseline = 'middle';
  pen.fillText(text, x, y);
}

export function round(
  pen: Pen,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  color: string,
): void {
  pen.fillStyle = color;
  pen.beginPath();
  pen.roundRect(x, y, width, height, radius);
  pen.fill();
}

export function disc(pen: Pen, x: number, y: number, radius: number, color: string): void {
  pen.fillStyle = color;
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
  pen.fill();
}

export function shape(pen: Pen, points: [number, number][], color: string): void {
  pen.fillStyle = color;
  pen.beginPath();
  points.forEach(([x, y], i) => {
    if (i === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.closePath();
  pen.fill();
}

export function stroke(pen: Pen, points: [number, number][], color: string, width: number): void {
  pen.strokeStyle = color;
  pen.lineWidth = width;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
  points.forEach(([x, y], i) => {
    if (i === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.stroke();
}
