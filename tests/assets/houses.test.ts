/** What the models of the houses promise: they stand where the layouts say, ways through are open, they are split for culling and weigh little. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, getBounds, type Node } from '@gltf-transform/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { MODELS, openIO } from '../../assets/pipeline.ts';
import { HOUSES } from '../../assets/things.ts';

type Vec = readonly [number, number, number];
interface Layout {
  surfaces_m: Record<string, [Vec, Vec, Vec, Vec]>;
  things: Record<string, { kind: string; at_m: Vec; half_m: Vec }>;
}

const ROOT = join(import.meta.dirname, '..', '..');
const BUDGET = { nodes: 4, drawCalls: 40, triangles: 110_000, glb_bytes: 1.3e6, light_bytes: 3e6 };
/** Steps, thresholds, sills and mats lie this far from the plane that feet walk on. */
const FLOOR_m = 0.12;
const models: Record<string, Document> = {};
const layouts: Record<string, Layout> = {};

beforeAll(async () => {
  const io = await openIO();
  for (const house of HOUSES) {
    models[house] = await io.read(join(MODELS, `${house}.glb`));
    layouts[house] = parse(readFileSync(join(ROOT, 'scenarios/fire-escape', `${house}.yaml`), 'utf8'));
  }
});

function fixed(house: string): Node[] {
  return models[house]!.getRoot()
    .listNodes()
    .filter((node) => node.getExtras().static && node.getMesh());
}

function primitives(node: Node) {
  return node.getMesh()!.listPrimitives();
}

const triangles = new Map<string, Float64Array>();

/** Corners of every fixed triangle, nine numbers each, in metres. */
function cornersOf(house: string): Float64Array {
  const known = triangles.get(house);
  if (known) return known;
  const all: number[] = [];
  for (const node of fixed(house)) {
    const m = node.getWorldMatrix();
    for (const primitive of primitives(node)) {
      const at = primitive.getAttribute('POSITION')!;
      const p = [0, 0, 0];
      for (const i of primitive.getIndices()!.getArray()!) {
        at.getElement(i, p);
        for (let k = 0; k < 3; k++) all.push(m[k]! * p[0]! + m[4 + k]! * p[1]! + m[8 + k]! * p[2]! + m[12 + k]!);
      }
    }
  }
  const corners = Float64Array.from(all);
  triangles.set(house, corners);
  return corners;
}

function minus(a: Vec, b: Vec): Vec {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function cross(a: Vec, b: Vec): Vec {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function dot(a: Vec, b: Vec): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** @returns how many fixed triangles the way from a to b goes through (Moeller and Trumbore). */
function crossed(house: string, a: Vec, b: Vec): number {
  const c = cornersOf(house);
  const way = minus(b, a);
  let count = 0;
  for (let i = 0; i < c.length; i += 9) {
    const p: Vec = [c[i]!, c[i + 1]!, c[i + 2]!];
    const e1 = minus([c[i + 3]!, c[i + 4]!, c[i + 5]!], p);
    const e2 = minus([c[i + 6]!, c[i + 7]!, c[i + 8]!], p);
    const h = cross(way, e2);
    const det = dot(e1, h);
    if (Math.abs(det) < 1e-12) continue;
    const s = minus(a, p);
    const u = dot(s, h) / det;
    if (u < 0 || u > 1) continue;
    const q = cross(s, e1);
    const v = dot(way, q) / det;
    if (v < 0 || u + v > 1) continue;
    const t = dot(e2, q) / det;
    if (t > 0 && t < 1) count++;
  }
  return count;
}

describe.each(HOUSES)('%s', (house) => {
  it('is split into lit nodes that are culled one by one, each with every attribute the recipe reads', () => {
    const nodes = fixed(house);
    expect(nodes.length).toBeGreaterThanOrEqual(BUDGET.nodes);
    for (const primitive of nodes.flatMap(primitives)) {
      for (const word of ['POSITION', 'NORMAL', 'COLOR_0', 'TEXCOORD_0', 'TEXCOORD_1'])
        expect(primitive.getAttribute(word), `${primitive.getMaterial()?.getName()} ${word}`).not.toBeNull();
      const uv = primitive.getAttribute('TEXCOORD_1')!;
      expect(Math.min(...uv.getMinNormalized([0, 0]))).toBeGreaterThanOrEqual(0);
      expect(Math.max(...uv.getMaxNormalized([0, 0]))).toBeLessThanOrEqual(1);
    }
    const whole = getBounds(models[house]!.getRoot().listScenes()[0]!);
    const span = (bounds: { min: number[]; max: number[] }) =>
      Math.max(...bounds.max.map((m, i) => m - bounds.min[i]!));
    for (const node of nodes) expect(span(getBounds(node)), node.getName()).toBeLessThan(span(whole));
  });

  it('leaves every doorway and window open', () => {
    for (const [id, thing] of Object.entries(layouts[house]!.things)) {
      if (thing.kind !== 'door' && thing.kind !== 'window') continue;
      const [x, y, z] = thing.at_m;
      const alongX = thing.half_m[0] > thing.half_m[2];
      const half = Math.max(thing.half_m[0], thing.half_m[2]);
      for (const across of [-0.85, -0.4, 0.4, 0.85])
        for (const up of [-0.85, 0, 0.85]) {
          const [along, high] = [across * half, y + up * thing.half_m[1]];
          const [a, b]: [Vec, Vec] = alongX
            ? [
                [x + along, high, z - 0.25],
                [x + along, high, z + 0.25],
              ]
            : [
                [x - 0.25, high, z + along],
                [x + 0.25, high, z + along],
              ];
          expect(crossed(house, a, b), `${id} at ${across}, ${up}`).toBe(0);
        }
    }
  });

  it('has a floor under every piece that feet can stand on', () => {
    for (const [id, corners] of Object.entries(layouts[house]!.surfaces_m)) {
      const middle = [0, 1, 2].map((k) => corners.reduce((sum, c) => sum + c[k]!, 0) / 4) as unknown as Vec;
      const above: Vec = [middle[0] + 0.013, middle[1] + FLOOR_m, middle[2] + 0.017];
      const below: Vec = [middle[0] + 0.013, middle[1] - FLOOR_m, middle[2] + 0.017];
      expect(crossed(house, above, below), id).toBeGreaterThan(0);
    }
  });

  it('is light enough to come down and to draw', () => {
    const calls = models[house]!.getRoot()
      .listMeshes()
      .reduce((sum, mesh) => sum + mesh.listPrimitives().length, 0);
    expect(calls).toBeLessThanOrEqual(BUDGET.drawCalls);
    expect(cornersOf(house).length / 9).toBeLessThanOrEqual(BUDGET.triangles);
    expect(statSync(join(MODELS, `${house}.glb`)).size).toBeLessThanOrEqual(BUDGET.glb_bytes);
    const light = join(MODELS, `${house}.light.ktx2`);
    expect(existsSync(light)).toBe(true);
    expect(statSync(light).size).toBeLessThanOrEqual(BUDGET.light_bytes);
    expect(readFileSync(light).readUInt32LE(20)).toBeLessThanOrEqual(2048);
  });

  it('is in the manifest with its own weight', () => {
    const manifest = JSON.parse(readFileSync(join(MODELS, 'manifest.json'), 'utf8'));
    expect(manifest.rooms[house].bytes).toBe(statSync(join(MODELS, `${house}.glb`)).size);
    expect(manifest.rooms[house].light.bytes).toBe(statSync(join(MODELS, `${house}.light.ktx2`)).size);
    expect(manifest.rooms[house].house).toBe(`fire-escape/${house}.yaml`);
  });
});
