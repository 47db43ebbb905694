/** What the houses of fire-escape promise: floors where people stand, holes where doors are, light for everything, small files. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Document, mat4, Node } from '@gltf-transform/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { MODELS, openIO } from '../../assets/pipeline.ts';
import { HOUSES } from '../../assets/things.ts';

type Point = [number, number, number];
const SCENARIOS = join(import.meta.dirname, '..', '..', 'scenarios', 'fire-escape');
/** [D] a third of the first download of webxr.md 1.8 for a house and its light; triangles as of the shop's kind */
const BUDGET = { triangles: 95_000, lit_primitives: 34, glb_bytes: 1.6e6, light_bytes: 2.5e6 };
/** treads are level while people walk on a slope: half a riser and a little */
const STEP_m = 0.13;

interface House {
  posts: Record<string, Point>;
  things: Record<string, { kind: string; at_m: Point; half_m: Point }>;
}
const models: Record<string, Document> = {};
const corners: Record<string, Float64Array> = {};

function nodes(house: string, word: 'static' | 'unlit'): Node[] {
  return models[house]!.getRoot()
    .listNodes()
    .filter((node) => node.getMesh() && node.getExtras()[word]);
}

function moved(m: mat4, p: number[]): Point {
  return [0, 1, 2].map((i) => m[i]! * p[0]! + m[i + 4]! * p[1]! + m[i + 8]! * p[2]! + m[i + 12]!) as Point;
}

/** Corners of all lit triangles, nine numbers each. */
function cornersOf(house: string): Float64Array {
  const out: number[] = [];
  for (const node of nodes(house, 'static')) {
    const matrix = node.getWorldMatrix();
    for (const primitive of node.getMesh()!.listPrimitives()) {
      if (primitive.getMaterial()?.getName() === 'decal') continue;
      const positions = primitive.getAttribute('POSITION')!;
      const indices = primitive.getIndices()!;
      for (let i = 0; i < indices.getCount(); i++)
        out.push(...moved(matrix, positions.getElement(indices.getScalar(i), [])));
    }
  }
  return Float64Array.from(out);
}

/** How far along the ray the nearest lit triangle is, 0..1 of its length; 2 when none is (Moller, Trumbore 1997). */
function nearest(house: string, from: Point, way: Point): number {
  const c = corners[house]!;
  let best = 2;
  for (let i = 0; i < c.length; i += 9) {
    const [ux, uy, uz] = [c[i + 3]! - c[i]!, c[i + 4]! - c[i + 1]!, c[i + 5]! - c[i + 2]!];
    const [vx, vy, vz] = [c[i + 6]! - c[i]!, c[i + 7]! - c[i + 1]!, c[i + 8]! - c[i + 2]!];
    const [px, py, pz] = [way[1] * vz - way[2] * vy, way[2] * vx - way[0] * vz, way[0] * vy - way[1] * vx];
    const det = ux * px + uy * py + uz * pz;
    if (Math.abs(det) < 1e-12) continue;
    const [sx, sy, sz] = [from[0] - c[i]!, from[1] - c[i + 1]!, from[2] - c[i + 2]!];
    const u = (sx * px + sy * py + sz * pz) / det;
    if (u < 0 || u > 1) continue;
    const [qx, qy, qz] = [sy * uz - sz * uy, sz * ux - sx * uz, sx * uy - sy * ux];
    const v = (way[0] * qx + way[1] * qy + way[2] * qz) / det;
    if (v < 0 || u + v > 1) continue;
    const t = (vx * qx + vy * qy + vz * qz) / det;
    if (t >= 0 && t < best) best = t;
  }
  return best;
}

function moveBy([x, y, z]: Point, dx: number, dz: number): Point {
  return [x + dx, y, z + dz];
}

function houseOf(name: string): House {
  return parse(readFileSync(join(SCENARIOS, `${name}.yaml`), 'utf8'));
}

beforeAll(async () => {
  const io = await openIO();
  for (const house of HOUSES) {
    models[house] = await io.read(join(MODELS, `${house}.glb`));
    corners[house] = cornersOf(house);
  }
}, 60_000);

describe.each(HOUSES)('%s', (house) => {
  it('has a floor under every post', () => {
    for (const [id, [x, y, z]] of Object.entries(houseOf(house).posts)) {
      const below = nearest(house, [x, y + 0.4, z], [0, -1, 0]) - 0.4;
      expect(Math.abs(below), `${id}: ${below.toFixed(3)} m`).toBeLessThan(STEP_m);
    }
  });

  it('leaves a hole for every leaf and sash that opens', () => {
    for (const [id, { kind, at_m, half_m }] of Object.entries(houseOf(house).things)) {
      if (kind !== 'door' && kind !== 'window') continue;
      const along = half_m[0] > half_m[2] ? 0 : 2;
      for (const share of [-0.85, 0, 0.85]) {
        const from = along === 0 ? moveBy(at_m, half_m[0] * share, -0.25) : moveBy(at_m, -0.25, half_m[2] * share);
        const way: Point = along === 0 ? [0, 0, 0.5] : [0.5, 0, 0];
        expect(nearest(house, from, way), `${id} at ${share} of its half width`).toBeGreaterThan(1);
      }
    }
  });

  it('is lit everywhere by its map, with every attribute the recipe reads', () => {
    expect(nodes(house, 'static').length).toBeGreaterThan(1);
    for (const primitive of nodes(house, 'static').flatMap((node) => node.getMesh()!.listPrimitives())) {
      for (const word of ['POSITION', 'NORMAL', 'COLOR_0', 'TEXCOORD_1'])
        expect(primitive.getAttribute(word), `${primitive.getMaterial()?.getName()} ${word}`).not.toBeNull();
      const light = primitive.getAttribute('TEXCOORD_1')!;
      for (const k of light.getMinNormalized([])) expect(k).toBeGreaterThanOrEqual(0);
      for (const k of light.getMaxNormalized([])) expect(k).toBeLessThanOrEqual(1);
    }
  });

  it('keeps to its budget of triangles, draw calls and bytes', () => {
    const all = [...nodes(house, 'static'), ...nodes(house, 'unlit')].flatMap((node) =>
      node.getMesh()!.listPrimitives(),
    );
    expect(all.reduce((sum, p) => sum + p.getIndices()!.getCount() / 3, 0)).toBeLessThan(BUDGET.triangles);
    expect(all.length).toBeLessThanOrEqual(BUDGET.lit_primitives);
    expect(statSync(join(MODELS, `${house}.glb`)).size).toBeLessThan(BUDGET.glb_bytes);
    expect(statSync(join(MODELS, `${house}.light.ktx2`)).size).toBeLessThan(BUDGET.light_bytes);
  });
});
