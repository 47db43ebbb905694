/** Everything in the room's air: flame, smoke, steam, powder, frost, water; six draws, driven by the world alone. */
import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { ConeGeometry, Group, Mesh, PlaneGeometry, Vector3 } from 'three';
import { clock_s, type World } from '../../sim/world.ts';
import type { HazardsProps } from '../contract.ts';
import { DRAW } from '../frame.ts';
import { air, extinctionOf_pm } from './air.ts';
import { DepositField } from './deposits.ts';
import { createEmitter, emitUntil } from './emit.ts';
import { FlameField, fillGlows } from './flames.ts';
import { AGENTS, flow_frac, PUFF_SLOTS, STREAK_SLOTS } from './looks.ts';
import { noiseTexture } from './noise.ts';
import { ParticleRing } from './ring.ts';
import { depositMaterial, flameMaterial, jetMaterial, puffMaterial, sheetMaterial, streakMaterial } from './shaders.ts';

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

/** All objects and state of one <Hazards>; made once, drawn many times. */
export function createHazards(lite: boolean) {
  const noise = noiseTexture();
  const puffs = new ParticleRing(PUFF_SLOTS);
  const streaks = new ParticleRing(STREAK_SLOTS);
  const flames = new FlameField();
  const deposits = new DepositField();
  const emitter = createEmitter(puffs, streaks, lite ? 0.5 : 1);
  const jet = mesh(jetGeometry(), jetMaterial(noise), ORDER.jet, 'jet');
  const sheetGeometry = new PlaneGeometry(1, 1, 24, 24).rotateX(-Math.PI / 2);
  const sheet = mesh(sheetGeometry, sheetMaterial(noise), ORDER.sheet, 'smoke-sheet');
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
  return { group, parts, noise, puffs, streaks, flames, deposits, emitter, factsSeen: 0 };
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

/** Writes the room's air into the shared uniforms: the layer, its thickness, the glow of the fires. */
export function drawAir(world: World, at_s: number): void {
  const { smoke, room } = world;
  air.uAirTime_s.value = at_s;
  air.uAirLayer_m.value = smoke.layerHeight_m;
  air.uAirExtinction_pm.value = extinctionOf_pm(smoke.visibility_m);
  let minX = Infinity;
  let maxX = -Infinity;
  let minZ = Infinity;
  let maxZ = -Infinity;
  for (let k = 0; k < room.floor_m.length; k++) {
    const corner = room.floor_m[k]!;
    minX = Math.min(minX, corner[0]);
    maxX = Math.max(maxX, corner[0]);
    minZ = Math.min(minZ, corner[1]);
    maxZ = Math.max(maxZ, corner[1]);
  }
  air.uAirRoomMin_m.value.set(minX, 0, minZ);
  air.uAirRoomMax_m.value.set(maxX, room.ceiling_m, maxZ);
  fillGlows(world, at_s, air.uAirGlow.value);
}

/** One frame of the hazards: everything the world says, nothing else. */
export function drawHazards(scene: HazardScene, world: World, facts: HazardsProps['drill']['facts']): void {
  const at_s = clock_s(world);
  drawAir(world, at_s);
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
  const thick = Math.min(0.8, air.uAirExtinction_pm.value * 0.9);
  scene.parts.sheet.visible = thick > 0.01;
  (scene.parts.sheet.material as ReturnType<typeof sheetMaterial>).uniforms.uThick!.value = thick;
}

/** Draws the hazards of a drill (or of a tape being replayed) in DRAW. */
export function Hazards({ drill, lite }: HazardsProps) {
  const scene = useMemo(() => createHazards(lite), [lite]);
  useEffect(() => () => disposeHazards(scene), [scene]);
  useFrame(() => drawHazards(scene, drill.world, drill.facts), DRAW);
  return <primitive object={scene.group} />;
}
