/** From Blender's raw files to what public/models serves: small geometry (meshopt), small pictures, KTX2 lightmaps. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Accessor,
  type AnimationChannel,
  type Document,
  getBounds,
  Logger,
  type Material,
  NodeIO,
  type Texture,
  type vec3,
  type vec4,
} from '@gltf-transform/core';
import { ALL_EXTENSIONS, EXTMeshoptCompression } from '@gltf-transform/extensions';
import {
  dedup,
  prune,
  quantize,
  reorder,
  simplify,
  simplifyPrimitive,
  textureCompress,
  weld,
} from '@gltf-transform/functions';
import { encodeToKTX2 } from 'ktx2-encoder';
import { MeshoptDecoder, MeshoptEncoder, MeshoptSimplifier } from 'meshoptimizer';
import sharp from 'sharp';

export const OUT = join(import.meta.dirname, 'out');
export const MODELS = join(import.meta.dirname, '..', 'public', 'models');
/** Positions of movable things are rounded to this, so that they compress well while their pivots stay exact. */
const GRID_per_m = 8192;
/** Seen from afar and soft: no loss shows. Signs are read. */
const BACKDROP = /^backdrop/;
const NO_BACKDROP = /^(?!backdrop)/;

/** What simplifying may do to a room: shares of triangles left and of a mesh's size by which it may differ. */
const ROOM = { keeps_frac: 0.75, error_frac: 0.0004 };
/** Houses: what lies outdoors is seen from far and may differ more; tableware may not. */
const HOUSE = { keeps_frac: 0.5, indoors_m: 0.0036, outdoors_m: 0.03 };
const OUTDOORS = /yard|outside|ground|street/;

export async function openIO(): Promise<NodeIO> {
  await Promise.all([MeshoptEncoder.ready, MeshoptDecoder.ready, MeshoptSimplifier.ready]);
  return new NodeIO()
    .setLogger(new Logger(Logger.Verbosity.WARN))
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ 'meshopt.encoder': MeshoptEncoder, 'meshopt.decoder': MeshoptDecoder });
}

function eachPrimitive(doc: Document) {
  return doc
    .getRoot()
    .listMeshes()
    .flatMap((mesh) => mesh.listPrimitives());
}

/** Blender writes RGBA colours; alpha is never used here. */
function dropAlpha(doc: Document): void {
  for (const primitive of eachPrimitive(doc)) {
    const colours = primitive.getAttribute('COLOR_0');
    if (!colours || colours.getElementSize() === 3) continue;
    const from = colours.getArray()!;
    const full = from instanceof Uint16Array ? 65535 : from instanceof Uint8Array ? 255 : 1;
    const rgb = new Float32Array(colours.getCount() * 3);
    for (let i = 0; i < colours.getCount(); i++) for (let k = 0; k < 3; k++) rgb[i * 3 + k] = from[i * 4 + k]! / full;
    primitive.setAttribute(
      'COLOR_0',
      doc.createAccessor().setType('VEC3').setArray(rgb).setBuffer(colours.getBuffer()),
    );
  }
}

/** Untextured classes carry tiling UVs that nothing reads. */
function dropUnusedUVs(doc: Document): void {
  for (const primitive of eachPrimitive(doc)) {
    const textured = primitive.getMaterial()?.getBaseColorTexture();
    const first = primitive.getAttribute('TEXCOORD_0');
    if (!textured && first && primitive.getAttribute('TEXCOORD_1')) {
      first.setArray(new Float32Array(first.getCount() * 2));
    } else if (!textured && first) {
      primitive.setAttribute('TEXCOORD_0', null);
    }
  }
}

function plainMaterials(doc: Document): void {
  for (const material of doc.getRoot().listMaterials()) {
    material.setDoubleSided(false);
    if (material.getName() === 'decal') material.setAlphaMode('BLEND');
  }
}

/** Every region of a house by its own measure. */
function simplifyHouse(doc: Document): void {
  for (const node of doc.getRoot().listNodes()) {
    const error_m = OUTDOORS.test(node.getName()) ? HOUSE.outdoors_m : HOUSE.indoors_m;
    for (const primitive of node.getMesh()?.listPrimitives() ?? []) {
      const { min, max } = getBounds(node);
      const size_m = Math.max(...max.map((high, axis) => high - min[axis]!));
      simplifyPrimitive(primitive, {
        simplifier: MeshoptSimplifier,
        ratio: HOUSE.keeps_frac,
        error: error_m / size_m,
      });
    }
  }
}

/** Rooms: simplified a little, fully quantised; nothing in them turns about a pivot. */
export async function packRoom(io: NodeIO, name: string, house = false): Promise<void> {
  const doc = await io.read(join(OUT, `${name}_raw.glb`));
  dropAlpha(doc);
  dropUnusedUVs(doc);
  plainMaterials(doc);
  await doc.transform(
    dedup(),
    weld(),
    house ? simplifyHouse : simplify({ simplifier: MeshoptSimplifier, ratio: ROOM.keeps_frac, error: ROOM.error_frac }),
    prune({ keepAttributes: true, keepLeaves: true, keepExtras: true }),
  );
  await doc.transform(
    textureCompress({ encoder: sharp, targetFormat: 'webp', pattern: BACKDROP, quality: 62 }),
    textureCompress({ encoder: sharp, targetFormat: 'webp', pattern: NO_BACKDROP, quality: 76 }),
  );
  await doc.transform(
    reorder({ encoder: MeshoptEncoder }),
    quantize({ quantizePosition: 14, quantizeTexcoord: 16, quantizeColor: 8, quantizeNormal: 8 }),
  );
  await write(io, doc, name);
}

function roundPositions(doc: Document): void {
  for (const primitive of eachPrimitive(doc)) {
    const positions = primitive.getAttribute('POSITION')!;
    const rounded = Float32Array.from(positions.getArray()!, (p) => Math.round(p * GRID_per_m) / GRID_per_m);
    positions.setArray(rounded);
  }
}

/** Gloss of every swatch; Blender's exporter does not know of it. */
async function addGlossMap(doc: Document): Promise<void> {
  const material = doc
    .getRoot()
    .listMaterials()
    .find((m: Material) => m.getName() === 'props');
  if (!material) throw new Error('props has no material named props.');
  const map: Texture = doc
    .createTexture('props_orm')
    .setMimeType('image/png')
    .setImage(readFileSync(join(OUT, 'textures', 'props_orm.png')));
  material.setMetallicRoughnessTexture(map).setMetallicFactor(1).setRoughnessFactor(1);
}

/** Movable things keep float positions, because quantising would move their pivots. */
export async function packProps(io: NodeIO): Promise<void> {
  const doc = await io.read(join(OUT, 'props_raw.glb'));
  dropAlpha(doc);
  plainMaterials(doc);
  await addGlossMap(doc);
  await doc.transform(dedup(), weld());
  roundPositions(doc);
  await doc.transform(
    prune({ keepAttributes: true, keepLeaves: true, keepExtras: true }),
    textureCompress({ encoder: sharp, targetFormat: 'webp', quality: 88, slots: /baseColor/ }),
  );
  await doc.transform(
    reorder({ encoder: MeshoptEncoder }),
    quantize({ pattern: /^(NORMAL|COLOR_0|TEXCOORD_0)$/, quantizeColor: 8, quantizeNormal: 8, quantizeTexcoord: 14 }),
  );
  await write(io, doc, 'props');
}

/** Blender samples every frame; every second one, straight lines between, looks the same. */
const KEEP_EVERY = 2;

function rounded(values: readonly number[]): number[] {
  return values.map((v) => Math.round(v * 1e6) / 1e6);
}

/** Whether all keys of a channel say what the bone does at rest anyway. */
function rests(channel: AnimationChannel): boolean {
  const node = channel.getTargetNode()!;
  const path = channel.getTargetPath();
  const rest = path === 'rotation' ? node.getRotation() : path === 'translation' ? node.getTranslation() : [1, 1, 1];
  const out = channel.getSampler()!.getOutput()!.getArray()!;
  return out.every((value, i) => Math.abs(value - rest[i % rest.length]!) < 2e-4);
}

/** Clips start at 0, keep what moves, and hold turns in 16 bits. */
function thinClips(doc: Document): void {
  for (const clip of doc.getRoot().listAnimations()) {
    const times = new Map<Accessor, Accessor>();
    for (const channel of clip.listChannels()) {
      const sampler = channel.getSampler()!;
      if (rests(channel)) {
        channel.dispose();
        sampler.dispose();
        continue;
      }
      const [input, output] = [sampler.getInput()!, sampler.getOutput()!];
      const kept = [...Array(input.getCount()).keys()].filter((i, _, all) => all.length <= 2 || i % KEEP_EVERY === 0);
      const start_s = input.getScalar(0);
      if (!times.has(input)) {
        const shifted = Float32Array.from(kept, (i) => input.getScalar(i) - start_s);
        times.set(input, doc.createAccessor().setType('SCALAR').setArray(shifted).setBuffer(input.getBuffer()));
      }
      const turns = channel.getTargetPath() === 'rotation';
      const values = kept.flatMap((i) => output.getElement(i, []));
      const held = turns ? Int16Array.from(values, (v) => Math.round(v * 32767)) : Float32Array.from(values);
      const thin = doc.createAccessor().setType(output.getType()).setArray(held).setNormalized(turns);
      sampler.setInput(times.get(input)!).setOutput(thin.setBuffer(output.getBuffer()));
    }
  }
  for (const node of doc.getRoot().listNodes()) {
    node.setTranslation(rounded(node.getTranslation()) as vec3).setRotation(rounded(node.getRotation()) as vec4);
  }
}

/** People: skinned, so positions stay as they are; clips thinned. */
export async function packPerson(io: NodeIO, name: string): Promise<void> {
  const doc = await io.read(join(OUT, `${name}_raw.glb`));
  dropAlpha(doc);
  plainMaterials(doc);
  thinClips(doc);
  await doc.transform(dedup(), weld());
  roundPositions(doc);
  await doc.transform(
    prune({ keepAttributes: true, keepLeaves: true }),
    reorder({ encoder: MeshoptEncoder }),
    quantize({ pattern: /^(NORMAL|COLOR_0|WEIGHTS_0)$/, quantizeColor: 8, quantizeNormal: 8, quantizeWeight: 8 }),
  );
  await write(io, doc, name);
}

async function write(io: NodeIO, doc: Document, name: string): Promise<void> {
  mkdirSync(MODELS, { recursive: true });
  doc
    .createExtension(EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({ method: EXTMeshoptCompression.EncoderMethod.QUANTIZE });
  const path = join(MODELS, `${name}.glb`);
  await io.write(path, doc);
  const triangles = eachPrimitive(doc).reduce((sum, p) => sum + p.getIndices()!.getCount() / 3, 0);
  console.log(
    `${name}.glb ${(statSync(path).size / 1e6).toFixed(2)} MB, ${triangles} triangles, ${eachPrimitive(doc).length} primitives`,
  );
}

/** out/NAME_lm.rgb -> NAME.light.ktx2 (UASTC: ETC1S and WebP show blotches on plain walls). */
export async function packLight(name: string): Promise<void> {
  const raw = join(OUT, `${name}_lm.rgb`);
  if (!existsSync(raw)) throw new Error(`No baked light for ${name}: out/${name}_lm.rgb is missing.`);
  const bytes = readFileSync(raw);
  const size = Math.sqrt(bytes.length / 3);
  const rgba = await sharp(bytes, { raw: { width: size, height: size, channels: 3 } })
    .ensureAlpha()
    .raw()
    .toBuffer();
  const quiet = console.log;
  console.log = () => {};
  const ktx = await encodeToKTX2(new Uint8Array(1), {
    isUASTC: true,
    uastcLDRQualityLevel: 1,
    enableRDO: true,
    rdoQualityLevel: 0.6,
    needSupercompression: true,
    generateMipmap: false,
    isKTX2File: true,
    isSetKTX2SRGBTransferFunc: true,
    isPerceptual: true,
    imageDecoder: async () => ({ data: new Uint8Array(rgba), width: size, height: size }),
  } as Parameters<typeof encodeToKTX2>[1]);
  console.log = quiet;
  const path = join(MODELS, `${name}.light.ktx2`);
  writeFileSync(path, ktx);
  console.log(`${name}.light.ktx2 ${size} px, ${(ktx.length / 1e6).toFixed(2)} MB`);
}
