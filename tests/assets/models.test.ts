/** What the models promise the stage and the budget: every thing has its model, pivots turn the right way, nothing weighs too much. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, getBounds, type Node } from '@gltf-transform/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { MODELS, openIO } from '../../assets/pipeline.ts';
import { CLIPS, CROWD, MOTION, PEOPLE, ROOMS, STANDING, VARIANTS } from '../../assets/things.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** webxr.md 1.8: draw calls an eye, triangles in view, first download, all of public. */
const BUDGET = { drawCalls: 60, triangles: 150_000, firstDownload_bytes: 12e6, public_bytes: 50e6 };
const PERSON = { triangles: 2500, crowdTriangles: 1500, bytes: 90_000 };
const EXTINGUISHER_triangles = 2500;
const ESCAPE_triangles = 600;
const EBIKE_triangles = 2500;
/** Roots of the houses of fire-escape. */
const ESCAPE =
  /^(leaf|window)-|^(exit-sign-lit|lift-button|smoke-alarm|heat-alarm|sprinkler|towel|sheet|tape|tape-frame|torch|tap|escape-mask|e-bike|handbag|laptop-bag|wallet)$/;
const LEAVES = [...new Set(Object.keys(MOTION).map((path) => path.split('/')[0]!))].filter(
  (name) => name.startsWith('leaf-') && name !== 'leaf-lift',
);
/** Parts shown only in some state, or one instead of another: not all at once in view. */
const NOT_AT_ONCE = ['rust', 'crack', 'draped', 'held', 'folded'];

interface YamlThing {
  kind: string;
  at_m: [number, number, number];
  half_m: [number, number, number];
}
const models: Record<string, Document> = {};
const files = [...ROOMS, 'props', ...PEOPLE];

beforeAll(async () => {
  const io = await openIO();
  for (const name of files) models[name] = await io.read(join(MODELS, `${name}.glb`));
});

function thingsOf(room: (typeof ROOMS)[number]): Record<string, YamlThing> {
  return parse(readFileSync(join(ROOT, 'scenarios/firefighting', VARIANTS[room], 'room.yaml'), 'utf8')).things;
}

function roots(name: string): Node[] {
  return models[name]!.getRoot().listScenes()[0]!.listChildren();
}

function prop(name: string): Node {
  const found = roots('props').find((node) => node.getName() === name);
  if (!found) throw new Error(`props.glb has no ${name}`);
  return found;
}

function part(root: Node, name: string): Node {
  const found = root.listChildren().find((node) => node.getExtras().part === name);
  if (!found) throw new Error(`${root.getName()} has no part ${name}`);
  return found;
}

function primitives(node: Node) {
  return node.getMesh()?.listPrimitives() ?? [];
}

function triangles(nodes: Node[]): number {
  return nodes.flatMap(primitives).reduce((sum, p) => sum + p.getIndices()!.getCount() / 3, 0);
}

function meshNodes(name: string): Node[] {
  return models[name]!.getRoot()
    .listNodes()
    .filter((node) => node.getMesh());
}

function bytes(path: string): number {
  const stat = statSync(path);
  return stat.isDirectory() ? readdirSync(path).reduce((sum, child) => sum + bytes(join(path, child)), 0) : stat.size;
}

/** v turned by the node's rotation */
function turned(node: Node, v: [number, number, number]): number[] {
  const [x, y, z, w] = node.getRotation();
  const t = [2 * (y * v[2] - z * v[1]), 2 * (z * v[0] - x * v[2]), 2 * (x * v[1] - y * v[0])] as const;
  return [
    v[0] + w * t[0] + y * t[2] - z * t[1],
    v[1] + w * t[1] + z * t[0] - x * t[2],
    v[2] + w * t[2] + x * t[1] - y * t[0],
  ];
}

describe.each(ROOMS)('%s', (room) => {
  it('has a model for every thing of room.yaml that is more than a place to look at', () => {
    const people: readonly string[] = PEOPLE;
    for (const [id, thing] of Object.entries(thingsOf(room))) {
      if (id === 'ceiling') continue;
      const standing = STANDING[room][id];
      expect(standing, `${room}/${id}`).toBeDefined();
      if (thing.kind === 'person') expect(people).toContain(standing!.node);
      else for (const root of [standing!.node, ...(standing!.also ?? [])]) expect(prop(root).getName()).toBe(root);
    }
  });

  it('places each model where the sim has its box', () => {
    for (const [id, thing] of Object.entries(thingsOf(room))) {
      const standing = STANDING[room][id];
      if (!standing || thing.kind === 'person') continue;
      const { min, max } = getBounds(prop(standing.node));
      const reach = Math.max(...thing.half_m);
      min.forEach((low, axis) => {
        const middle = (low + max[axis]!) / 2;
        expect(Math.abs(middle), `${id} axis ${axis}`).toBeLessThan(reach + 0.1);
      });
      expect(Math.max(...max.map((high, axis) => high - min[axis]!)), id).toBeGreaterThan(reach * 0.6);
    }
  });

  it('is lit by a map whose coordinates stay inside it, with every attribute the recipe reads', () => {
    const fixed = roots(room).filter((node) => node.getExtras().static);
    expect(fixed.length).toBeGreaterThan(0);
    for (const primitive of fixed.flatMap(primitives)) {
      for (const word of ['POSITION', 'NORMAL', 'COLOR_0', 'TEXCOORD_0', 'TEXCOORD_1'])
        expect(primitive.getAttribute(word), `${primitive.getMaterial()?.getName()} ${word}`).not.toBeNull();
      const uv = primitive.getAttribute('TEXCOORD_1')!;
      const [low, high] = [uv.getMinNormalized([0, 0]), uv.getMaxNormalized([0, 0])];
      expect(Math.min(...low)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...high)).toBeLessThanOrEqual(1);
    }
    const light = readFileSync(join(MODELS, `${room}.light.ktx2`));
    expect(light.subarray(1, 7).toString()).toBe('KTX 20');
    expect(light.readUInt32LE(20)).toBeLessThanOrEqual(2048);
  });

  it('stays inside draw calls and triangles with everything of the drill in view', () => {
    const names = Object.values(STANDING[room]).flatMap((s) => [s.node, ...(s.also ?? [])]);
    const kinds = [...new Set(names)];
    const people: readonly string[] = PEOPLE;
    const shown = (name: string) =>
      people.includes(name)
        ? meshNodes(name)
        : prop(name)
            .listChildren()
            .filter((n) => !NOT_AT_ONCE.includes(String(n.getExtras().part)));
    // equal bottles are instanced part by part, so each kind counts once for calls and every one for triangles
    const calls = meshNodes(room).flatMap(primitives).length + kinds.flatMap(shown).flatMap(primitives).length;
    const count = triangles(meshNodes(room)) + names.reduce((sum, name) => sum + triangles(shown(name)), 0);
    expect(calls).toBeLessThanOrEqual(BUDGET.drawCalls);
    expect(count).toBeLessThanOrEqual(BUDGET.triangles);
  });

  it('comes down inside the first download', () => {
    const person = Object.values(STANDING[room])
      .map((s) => s.node)
      .find((n) => (PEOPLE as readonly string[]).includes(n))!;
    const needed = [`${room}.glb`, `${room}.light.ktx2`, 'props.glb', `${person}.glb`, 'manifest.json'];
    const sum = needed.reduce((total, file) => total + bytes(join(MODELS, file)), 0);
    expect(sum).toBeLessThan(BUDGET.firstDownload_bytes / 2); // the other half is for the app, fonts and sounds
  });
});

describe('props', () => {
  it('has roots at their own point, unturned and unscaled', () => {
    for (const root of roots('props')) {
      expect(root.getTranslation()).toEqual([0, 0, 0]);
      expect(root.getScale()).toEqual([1, 1, 1]);
      expect(Math.abs(root.getRotation()[3])).toBeCloseTo(1, 5);
      expect(root.getExtras().prop).toBe(root.getName());
    }
  });

  it('has every part whose motion it describes', () => {
    for (const path of Object.keys(MOTION)) {
      const [name, child] = path.split('/') as [string, string];
      expect(part(prop(name === 'extinguisher' ? 'extinguisher-abc' : name), child)).toBeDefined();
    }
  });

  it.each(['abc', 'water', 'wet', 'co2'])(
    'extinguisher-%s has all its parts, light enough, its nozzle hanging down',
    (kind) => {
      const root = prop(`extinguisher-${kind}`);
      const always = [
        'body',
        'label',
        'pin',
        'lever',
        'hose',
        'nozzle',
        'gauge',
        'date-plate',
        'hose-start',
        'rust',
        'crack',
      ];
      for (const name of kind === 'co2' ? always : [...always, 'needle']) expect(part(root, name)).toBeDefined();
      const whole = root.listChildren().filter((node) => !['rust', 'crack'].includes(String(node.getExtras().part)));
      expect(triangles(whole)).toBeLessThanOrEqual(EXTINGUISHER_triangles);
      expect(turned(part(root, 'nozzle'), [0, 0, -1])[1]).toBeCloseTo(-1, 3);
    },
  );

  it.each(['door-flat', 'door-shop'])('%s opens outwards by the angle of its motion', (name) => {
    const leaf = part(prop(name), 'leaf');
    const { min, max } = getBounds(leaf);
    const across = (min[0]! + max[0]!) / 2 - leaf.getTranslation()[0];
    const angle = (MOTION[`${name as 'door-flat'}/leaf`].open_deg * Math.PI) / 180;
    expect(-across * Math.sin(angle)).toBeGreaterThan(0.3); // turned about y, the free edge goes to +z: away from the front
  });

  it.each(LEAVES)('%s turns from the shut line to -z, about the hinge its motion names', (name) => {
    for (const [path, motion] of Object.entries(MOTION)) {
      if (!path.startsWith(`${name}/`) || !('open_deg' in motion)) continue;
      const leaf = part(prop(name), path.slice(name.length + 1));
      const { min, max } = getBounds(leaf);
      const [hinge] = leaf.getTranslation();
      const across = (min[0]! + max[0]!) / 2 - hinge;
      expect(-across * Math.sin((motion.open_deg * Math.PI) / 180)).toBeLessThan(-0.3);
      expect(Math.sign(hinge)).toBe(-Math.sign(across)); // the hinge is at the outer edge
      const span = getBounds(prop(name));
      expect(Math.abs(span.min[0]! + span.max[0]!)).toBeLessThan(0.02); // shut, it is centred on its thing
      expect(Math.abs(span.min[1]! + span.max[1]!)).toBeLessThan(0.02);
    }
  });

  it.each(['window-160', 'window-160-tall', 'window-120', 'window-100', 'window-80'] as const)(
    '%s slides its sash before the other pane',
    (name) => {
      const sash = getBounds(part(prop(name), 'sash'));
      const frame = getBounds(prop(name));
      const way_m = MOTION[`${name}/sash`].open_m;
      expect(sash.max[0]! + way_m).toBeLessThanOrEqual(frame.max[0]! + 1e-3);
      expect(sash.min[0]! + way_m).toBeGreaterThan(-0.05); // its half of the hole is free
    },
  );

  it('spends few triangles on what many rooms have', () => {
    const light = roots('props').filter((root) => ESCAPE.test(root.getName()));
    expect(light.length).toBeGreaterThan(20);
    for (const root of light)
      expect(triangles(root.listChildren()), root.getName()).toBeLessThanOrEqual(
        root.getName() === 'e-bike' ? EBIKE_triangles : ESCAPE_triangles,
      );
  });

  it('wears one material, besides what shines or is seen through', () => {
    const worn = new Set(
      models
        .props!.getRoot()
        .listMaterials()
        .map((m) => m.getName()),
    );
    expect([...worn].sort()).toEqual(['emit', 'glass', 'props', 'water']);
  });
});

/** Where a clip holds the hips at its beginning, metres of the model. */
function hipsHeight_m(doc: Document, name: string): number {
  const clip = doc
    .getRoot()
    .listAnimations()
    .find((one) => one.getName() === name)!;
  const place = clip.listChannels().find((channel) => channel.getTargetPath() === 'translation')!;
  return place.getSampler()!.getOutput()!.getElement(0, [])[1]!;
}

describe('people and the whole', () => {
  it.each(PEOPLE)('%s walks, runs, stoops, coughs, helps, carries, lies, waits and calls, and is light', (name) => {
    const clips = models[name]!.getRoot().listAnimations();
    expect(clips.map((clip) => clip.getName()).sort()).toEqual([...CLIPS]);
    const crowd = (CROWD as readonly string[]).includes(name);
    expect(triangles(meshNodes(name))).toBeLessThanOrEqual(crowd ? PERSON.crowdTriangles : PERSON.triangles);
    expect(meshNodes(name).flatMap(primitives)).toHaveLength(1); // one draw for a crowd of one look
    expect(bytes(join(MODELS, `${name}.glb`))).toBeLessThan(PERSON.bytes);
    for (const primitive of meshNodes(name).flatMap(primitives))
      expect(primitive.getAttribute('WEIGHTS_0')).not.toBeNull();
  });

  it.each(PEOPLE)('%s ends each clip as it begins, from time 0, without leaving the place', (name) => {
    for (const clip of models[name]!.getRoot().listAnimations()) {
      for (const channel of clip.listChannels()) {
        const { input, output } = {
          input: channel.getSampler()!.getInput()!,
          output: channel.getSampler()!.getOutput()!,
        };
        const last = output.getCount() - 1;
        const [first, end] = [output.getElement(0, []), output.getElement(last, [])];
        const label = `${name} ${clip.getName()} ${channel.getTargetNode()!.getName()}`;
        expect(input.getScalar(0), label).toBe(0);
        if (channel.getTargetPath() === 'rotation') {
          const same = Math.abs(first.reduce((sum, v, i) => sum + v * end[i]!, 0));
          expect(same, label).toBeGreaterThan(0.999);
        } else first.forEach((v, i) => void expect(Math.abs(v - end[i]!), label).toBeLessThan(0.002));
        if (channel.getTargetPath() === 'translation')
          for (let i = 0; i <= last; i++)
            expect(Math.hypot(output.getElement(i, [])[0]!, output.getElement(i, [])[2]!), label).toBeLessThan(0.25);
      }
    }
  });

  it('carries the hips low where they stoop, and near the floor where they lie', () => {
    for (const name of PEOPLE) {
      const height = (clip: string) => hipsHeight_m(models[name]!, clip);
      expect(height('crouch'), name).toBeLessThan(0.75 * height('idle'));
      expect(height('down'), name).toBeLessThan(0.35 * height('idle'));
      expect(height('down'), name).toBeGreaterThan(0);
    }
  });

  it('has a manifest that tells the truth about the files', () => {
    const manifest = JSON.parse(readFileSync(join(MODELS, 'manifest.json'), 'utf8'));
    for (const room of ROOMS) {
      expect(manifest.rooms[room].bytes).toBe(bytes(join(MODELS, `${room}.glb`)));
      expect(manifest.rooms[room].light.bytes).toBe(bytes(join(MODELS, `${room}.light.ktx2`)));
      expect(manifest.rooms[room].things).toEqual(STANDING[room]);
    }
    expect(manifest.props.bytes).toBe(bytes(join(MODELS, 'props.glb')));
    expect(Object.keys(manifest.props.nodes).sort()).toEqual(
      roots('props')
        .map((node) => node.getName())
        .sort(),
    );
  });

  it('keeps everything served under 50 MB', () => {
    expect(bytes(join(ROOT, 'public'))).toBeLessThan(BUDGET.public_bytes);
  });
});
