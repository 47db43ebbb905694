/** Everything in the room's air: flame, smoke, steam, powder, frost, water; six draws, driven by the world alone. */
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import {
  Color,
  ConeGeometry,
  Group,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  PlaneGeometry,
  Quaternion,
  Vector3,
} from 'three';
import { clock_s, type World } from '../../sim/world.ts';
import type { HazardsProps } from '../contract.ts';
import { DRAW } from '../frame.ts';
import { air, LITE_SPACES, SPACES } from './air.ts';
import { createEmitter } from './births.ts';
import { DepositField } from './deposits.ts';
import { emitUntil } from './emit.ts';
import { FlameField, fillGlows } from './flames.ts';
import { AGENTS, flow_frac, PUFF_SLOTS, STREAK_SLOTS } from './looks.ts';
import { noiseTexture } from './noise.ts';
import { ParticleRing } from './ring.ts';
import { depositMaterial, flameMaterial, jetMaterial, puffMaterial, sheetMaterial, streakMaterial } from './shaders.ts';
import { fillSpaces } from './spaces.ts';

/** Light of a hand torch at a metre. [D] */
const TORCH = 1.5;
/** How dark it is at night with the lamps off: not so dark that nothing is learned. [D] */
const NIGHT_frac = 0.84;

/** Nearer things later: deposits, layer, flames, then what is thrown at them. [D] */
const ORDER = { deposit: 20, sheet: 30, flame: 40, streak: 46, puff: 50, jet: 60 };

function mesh(geometry: Mesh['geometry'], material: Mesh['material'], order: number, name: string): Mesh {
  const made = new Mesh(geometry, material);
  made.frustumCulled = false;
  made.renderOrder = order;
  made.name = name;
  made.raycast = () => undefined;
  return made;
}

/** The cone of a jet: tip at the nozzle (z = 0), open end at z = -1, uv.y along it. */
function jetGeometry(): ConeGeometry {
  const cone = new ConeGeometry(1, 1, 20, 6, true);
  cone.rotateX(Math.PI / 2);
  cone.translate(0, 0, -0.5);
  const uv = cone.getAttribute('uv');
  for (let k = 0; k < uv.count; k++) uv.setY(k, 1 - uv.getY(k));
  return cone;
}

/** A level net for each space drawn; the shader lays it under that space's layer. */
function sheetGeometry(): InstancedBufferGeometry {
  const plane = new PlaneGeometry(1, 1, 20, 20).rotateX(-Math.PI / 2);
  const sheets = new InstancedBufferGeometry();
  sheets.setIndex(plane.getIndex());
  sheets.setAttribute('position', plane.getAttribute('position'));
  sheets.setAttribute(
    'aSlot',
    new InstancedBufferAttribute(
      Float32Array.from({ length: SPACES }, (_, k) => k),
      1,
    ),
  );
  return sheets;
}

/** All objects and state of one <Hazards>; made once, drawn many times. */
export function createHazards(lite: boolean) {
  const noise = noiseTexture();
  const puffs = new ParticleRing(PUFF_SLOTS);
  const streaks = new ParticleRing(STREAK_SLOTS);
  const flames = new FlameField();
  const deposits = new DepositField();
  const emitter = createEmitter(puffs, streaks, lite ? 0.5 : 1);
  const jet = mesh(jetGeometry(), jetMaterial(noise), ORDER.jet, 'jet');
  const sheets = sheetGeometry();
  const sheet = mesh(sheets, sheetMaterial(noise), ORDER.sheet, 'smoke-sheet');
  const parts = {
    deposit: mesh(deposits.geometry, depositMaterial(noise), ORDER.deposit, 'deposits'),
    sheet,
    flame: mesh(flames.geometry, flameMaterial(noise), ORDER.flame, 'flames'),
    streak: mesh(streaks.geometry, streakMaterial(noise), ORDER.streak, 'streaks'),
    puff: mesh(puffs.geometry, puffMaterial(noise), ORDER.puff, 'puffs'),
    jet,
  };
  const group = new Group();
  group.name = 'hazards';
  group.add(...Object.values(parts));
  return { group, parts, sheets, noise, puffs, streaks, flames, deposits, emitter, factsSeen: 0, lite };
}
export type HazardScene = ReturnType<typeof createHazards>;

export function disposeHazards(scene: HazardScene): void {
  for (const part of Object.values(scene.parts)) {
    part.geometry.dispose();
    (Array.isArray(part.material) ? part.material : [part.material]).forEach((material) => {
      material.dispose();
    });
  }
  scene.noise.dispose();
}

const tip = new Vector3();

function drawJet(scene: HazardScene, world: World): void {
  const { jet } = scene.parts;
  jet.visible = false;
  for (const id in world.things) {
    const bottle = world.things[id]!;
    if (bottle.kind !== 'extinguisher' || bottle.flow_kgps <= 0) continue;
    const flow = flow_frac(bottle.flow_kgps, bottle.charge_kg, bottle.discharge_s);
    const look = AGENTS[bottle.agent];
    const long = bottle.range_m * look.core.reach_frac * (0.3 + 0.7 * flow);
    const wide = long * Math.tan(look.spread_rad) * 0.85;
    const { position_m: p, orientation_quat: o } = bottle.nozzle;
    jet.position.copy(tip.set(p[0], p[1], p[2]));
    jet.quaternion.set(o[0], o[1], o[2], o[3]);
    jet.scale.set(wide, wide, long);
    const uniforms = (jet.material as ReturnType<typeof jetMaterial>).uniforms;
    uniforms.uTint!.value ??= new Vector3();
    uniforms.uTint!.value.set(look.core.tint[0] / 255, look.core.tint[1] / 255, look.core.tint[2] / 255);
    uniforms.uFlow!.value = look.core.alpha * Math.min(1, flow * 1.2);
    jet.visible = true;
  }
}

const torchAim = new Quaternion();

/** A torch that is on shines along its own -z; one at a time. */
function drawTorch(world: World): void {
  const torch = air.uAirTorch.value;
  torch.w = 0;
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (thing.kind !== 'torch' || !thing.on) continue;
    const { position_m: p, orientation_quat: o } = thing.pose;
    torch.set(p[0], p[1], p[2], TORCH);
    air.uAirTorchAim.value.set(0, 0, -1).applyQuaternion(torchAim.set(o[0], o[1], o[2], o[3]));
  }
}

/** Writes the building's air into the shared uniforms: its smoke as seen from `eye`, the glow of fires, torch and night. */
export function drawAir(world: World, at_s: number, eye: Vector3, lite: boolean, dark: number): void {
  air.uAirTime_s.value = at_s;
  air.uAirDark.value = dark;
  fillSpaces(world, eye, lite ? LITE_SPACES : SPACES);
  fillGlows(world, at_s);
  drawTorch(world);
}

const atHead = new Vector3();

/** Where and when one looks: at the trainee's eyes by day, if nothing else is said. */
export interface Look {
  eye?: Vector3;
  dark?: number;
}

/** One frame of the hazards: everything the world says, nothing else. */
export function drawHazards(
  scene: HazardScene,
  world: World,
  facts: HazardsProps['drill']['facts'],
  look: Look = {},
): void {
  const at_s = clock_s(world);
  drawAir(world, at_s, look.eye ?? atHead.fromArray(world.body.head.position_m), scene.lite, look.dark ?? 0);
  if (facts.length < scene.factsSeen) {
    scene.factsSeen = 0;
    scene.flames.ductFire = false;
  }
  while (scene.factsSeen < facts.length)
    if (facts[scene.factsSeen++]!.fact === 'duct-fire') scene.flames.ductFire = true;
  emitUntil(scene.emitter, world, facts, at_s);
  scene.parts.flame.visible = scene.flames.fill(world) > 0;
  scene.parts.deposit.visible = scene.deposits.fill(world, at_s) > 0;
  drawJet(scene, world);
  scene.parts.sheet.visible = air.uAirCount.value > 0;
  scene.sheets.instanceCount = air.uAirCount.value;
}

/** Of a town at night. [D] */
const NIGHT_SKY = new Color('#0c131b');

/** The open sky behind everything is as dark as the air. */
function useNightSky(night: boolean): void {
  const scene = useThree((state) => state.scene);
  useEffect(() => {
    if (!night) return;
    const day = scene.background;
    scene.background = NIGHT_SKY;
    return () => {
      scene.background = day;
    };
  }, [scene, night]);
}

/** Draws the hazards of a drill (or of a tape being replayed) in DRAW. */
export function Hazards({ drill, lite }: HazardsProps) {
  const scene = useMemo(() => createHazards(lite), [lite]);
  const look = useMemo(() => ({ eye: new Vector3(), dark: drill.pack.room.night ? NIGHT_frac : 0 }), [drill]);
  useEffect(() => () => disposeHazards(scene), [scene]);
  useNightSky(look.dark > 0);
  useFrame(({ camera }) => {
    look.eye.setFromMatrixPosition(camera.matrixWorld);
    drawHazards(scene, drill.world, drill.facts, look);
  }, DRAW);
  return <primitive object={scene.group} />;
}
