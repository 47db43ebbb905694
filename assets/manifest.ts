/** Reads the packed models and writes public/models/manifest.json: what is in them, where it pivots, what it weighs. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document, Node, NodeIO } from '@gltf-transform/core';
import { MODELS } from './pipeline.ts';
import { HOUSES, MOTION, PEOPLE, ROOMS, STANDING, VARIANTS } from './things.ts';

/** Baked light is stored divided by this; every room has the same. */
export const LIGHT_SCALE = 4;

interface Part {
  node: string;
  /** pivot in the root's frame */
  at_m: number[];
  triangles: number;
  [extra: string]: unknown;
}

function trianglesOf(node: Node): number {
  return (
    node
      .getMesh()
      ?.listPrimitives()
      .reduce((sum, p) => sum + p.getIndices()!.getCount() / 3, 0) ?? 0
  );
}

function round3(values: readonly number[]): number[] {
  return values.map((v) => Math.round(v * 1000) / 1000);
}

function describe(doc: Document, file: string) {
  const root = doc.getRoot();
  const primitives = root.listMeshes().flatMap((mesh) => mesh.listPrimitives());
  return {
    file,
    bytes: statSync(join(MODELS, file)).size,
    triangles: primitives.reduce((sum, p) => sum + p.getIndices()!.getCount() / 3, 0),
    drawCalls: primitives.length,
    materials: [...new Set(primitives.map((p) => p.getMaterial()?.getName() ?? ''))].sort(),
  };
}

function partsOf(root: Node): Record<string, Part> {
  const parts: Record<string, Part> = {};
  for (const child of root.listChildren()) {
    const { part, static: _s, ...extras } = child.getExtras() as Record<string, unknown>;
    parts[String(part)] = {
      node: child.getName(),
      at_m: round3(child.getTranslation()),
      triangles: trianglesOf(child),
      ...extras,
    };
  }
  return parts;
}

function propNodes(doc: Document) {
  const roots = doc.getRoot().listScenes()[0]!.listChildren();
  return Object.fromEntries(roots.map((root) => [root.getName(), { parts: partsOf(root) }]));
}

async function describeRoom(io: NodeIO, name: string) {
  const doc = await io.read(join(MODELS, `${name}.glb`));
  const light = `${name}.light.ktx2`;
  return {
    ...describe(doc, `${name}.glb`),
    light: { file: light, bytes: statSync(join(MODELS, light)).size, scale: LIGHT_SCALE },
  };
}

export async function writeManifest(io: NodeIO): Promise<void> {
  const rooms: Record<string, unknown> = {};
  for (const name of ROOMS)
    rooms[name] = {
      ...(await describeRoom(io, name)),
      variant: `firefighting/${VARIANTS[name]}`,
      things: STANDING[name],
    };
  for (const name of HOUSES) {
    if (!existsSync(join(MODELS, `${name}.light.ktx2`))) continue;
    rooms[name] = { ...(await describeRoom(io, name)), house: `fire-escape/${name}.yaml`, things: {} };
  }
  const props = await io.read(join(MODELS, 'props.glb'));
  const people: Record<string, unknown> = {};
  for (const name of PEOPLE) {
    const doc = await io.read(join(MODELS, `${name}.glb`));
    people[name] = {
      ...describe(doc, `${name}.glb`),
      clips: doc
        .getRoot()
        .listAnimations()
        .map((clip) => clip.getName())
        .sort(),
    };
  }
  const manifest = {
    rooms,
    props: { ...describe(props, 'props.glb'), motion: MOTION, nodes: propNodes(props) },
    people,
  };
  writeFileSync(join(MODELS, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
}

export function readManifest() {
  return JSON.parse(readFileSync(join(MODELS, 'manifest.json'), 'utf8'));
}
