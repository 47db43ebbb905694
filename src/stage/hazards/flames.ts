/** Puts the tongues of every fire of the world into one instanced mesh, and names the fires that light the room. */
import { BufferAttribute, DynamicDrawUsage, InstancedBufferAttribute, InstancedBufferGeometry, Vector3 } from 'three';
import type { Appliance, Blaze, EBike, OilPan, SolidFuel, Thing } from '../../sim/things.ts';
import type { World } from '../../sim/world.ts';
import { settings } from '../input/settings.ts';
import { air, GLOWS } from './air.ts';
import { burningCells, cellAt, toWorld } from './cells.ts';
import { FLAME_SLOTS, flameLook, flicker, glowOf } from './looks.ts';
import { hash01 } from './noise.ts';
import { glowSpace } from './spaces.ts';

const at = new Vector3();

export class FlameField {
  readonly geometry = new InstancedBufferGeometry();
  private readonly base = new InstancedBufferAttribute(new Float32Array(FLAME_SLOTS * 4), 4);
  private readonly shape = new InstancedBufferAttribute(new Float32Array(FLAME_SLOTS * 4), 4);
  private used = 0;
  /** a fire that went up the hood shows there while the pan burns */
  ductFire = false;

  constructor() {
    const corners = new Float32Array([-0.5, 0, 0, 0.5, 0, 0, 0.5, 1, 0, -0.5, 1, 0]);
    this.geometry.setAttribute('position', new BufferAttribute(corners, 3));
    this.geometry.setIndex([0, 1, 2, 0, 2, 3]);
    this.geometry.setAttribute('aBase', this.base.setUsage(DynamicDrawUsage));
    this.geometry.setAttribute('aShape', this.shape.setUsage(DynamicDrawUsage));
  }

  /** @returns how many tongues stand now. */
  fill(world: World): number {
    this.used = 0;
    for (const id in world.things) {
      const thing = world.things[id]!;
      if (thing.kind === 'oil-pan') this.pan(world, thing);
      else if (thing.kind === 'solid-fuel') this.solid(thing);
      else if (thing.kind === 'appliance') this.appliance(thing);
      else if (thing.kind === 'blaze') this.spread(thing, 11);
      else if (thing.kind === 'e-bike') this.spread(thing, 9);
    }
    this.geometry.instanceCount = this.used;
    this.base.needsUpdate = this.shape.needsUpdate = this.used > 0;
    return this.used;
  }

  /** Sum of the cards' areas, for the coverage budget. */
  area_m2(): number {
    let sum = 0;
    for (let k = 0; k < this.used; k++) sum += this.base.array[k * 4 + 3]! * this.shape.array[k * 4]!;
    return sum;
  }

  private tongue(p: Vector3, width_m: number, height_m: number, seed: number, kind: 0 | 1, strength: number): void {
    if (this.used >= FLAME_SLOTS) return;
    const k = this.used++ * 4;
    this.base.setXYZW(k / 4, p.x, p.y, p.z, width_m);
    this.shape.setXYZW(k / 4, height_m, seed, kind, strength);
  }

  private pan(world: World, pan: OilPan): void {
    if (gasBurns(world, pan))
      for (let k = 0; k < 7; k++) {
        const angle = (k / 7) * Math.PI * 2;
        toWorld(pan.pose, Math.cos(angle) * 0.075, -pan.half_m[1] - 0.035, Math.sin(angle) * 0.075, at);
        this.tongue(at, 0.05, 0.06, hash01(k, 5), 1, 1);
      }
    if (!pan.burning) return;
    const look = flameLook(pan.heatRelease_kW, pan.flameHeight_m, pan.diameter_m);
    for (let k = 0; k < look.tongues; k++) {
      // under a lid that does not fit the flame comes out around the rim
      const radius = pan.diameter_m * (pan.cover ? 0.46 : 0.34 * Math.sqrt(hash01(k, 1)));
      const angle = k * 2.399963 + hash01(k, 2);
      toWorld(pan.pose, Math.cos(angle) * radius, pan.half_m[1] * 0.35, Math.sin(angle) * radius, at);
      const middle = 1 - radius / pan.diameter_m;
      this.tongue(
        at,
        look.width_m * (0.7 + 0.5 * hash01(k, 3)),
        look.height_m * (0.42 + 0.58 * hash01(k, 4) * middle),
        hash01(k, 6),
        0,
        1,
      );
    }
    this.spill(pan);
    if (this.ductFire) this.duct(world, pan, look.width_m);
  }

  private spill(pan: OilPan): void {
    if (pan.spill_m2 <= 0) return;
    const reach = Math.sqrt(pan.spill_m2 / Math.PI) + pan.diameter_m * 0.5;
    const count = Math.min(10, 4 + Math.round(pan.spill_m2 * 24));
    for (let k = 0; k < count; k++) {
      const angle = k * 2.399963;
      const radius = reach * (0.6 + 0.4 * hash01(k, 31));
      toWorld(pan.pose, Math.cos(angle) * radius, -pan.half_m[1], Math.sin(angle) * radius, at);
      this.tongue(at, 0.2, 0.22 + 0.18 * hash01(k, 32), hash01(k, 33), 0, 0.95);
    }
  }

  private duct(world: World, pan: OilPan, width_m: number): void {
    const hood = firstOf(world, 'hood');
    const x = pan.pose.position_m[0];
    const z = pan.pose.position_m[2];
    const top = hood ? hood.pose.position_m[1] : pan.pose.position_m[1] + 0.8;
    for (let k = 0; k < 7; k++) {
      at.set(x + (hash01(k, 41) - 0.5) * 0.5, top - 0.12, z + 0.05 + hash01(k, 42) * 0.22);
      this.tongue(at, width_m * 0.9, 0.45 + 0.35 * hash01(k, 43), hash01(k, 44), 0, 0.9);
    }
  }

  private solid(fuel: SolidFuel): void {
    if (!fuel.burning) return;
    const burning = burningCells(fuel);
    if (burning === 0) return;
    const look = flameLook(fuel.heatRelease_kW, fuel.flameHeight_m, Math.sqrt(burning) * fuel.cell_m * 1.1);
    let rank = -1;
    let cell = -1;
    for (let k = 0; k < look.tongues; k++) {
      const wanted = Math.floor((k * burning) / look.tongues);
      while (rank < wanted && cell < fuel.cells.length - 1) if (fuel.cells[++cell]!.burning) rank++;
      cellAt(fuel, cell, hash01(k, 21) - 0.5, hash01(k, 22) - 0.5, at);
      const width_m = look.width_m * (0.65 + 0.55 * hash01(k, 23));
      this.tongue(at, width_m, look.height_m * (0.38 + 0.62 * hash01(k, 24)), hash01(k, 25), 0, 1);
    }
  }

  /** Over all of its top: a stove with its cupboards, a bike with seat and tyres. */
  private spread(thing: Blaze | EBike, most: number): void {
    if (!thing.burning) return;
    const [hx, hy, hz] = thing.half_m;
    const look = flameLook(thing.heatRelease_kW, thing.flameHeight_m, Math.min(0.9, 2 * Math.max(hx, hz)));
    const tongues = Math.min(most, look.tongues);
    for (let k = 0; k < tongues; k++) {
      const x = (hash01(k, 71) - 0.5) * 1.8 * hx;
      const z = (hash01(k, 72) - 0.5) * 1.8 * hz;
      toWorld(thing.pose, x, hy * (thing.kind === 'blaze' ? 0.6 : 1.2 * hash01(k, 73) - 0.7), z, at);
      const width_m = look.width_m * (0.6 + 0.5 * hash01(k, 74));
      this.tongue(at, width_m, look.height_m * (0.4 + 0.6 * hash01(k, 75)), hash01(k, 76), 0, 1);
    }
  }

  private appliance(thing: Appliance): void {
    if (!thing.burning) return;
    const look = flameLook(thing.heatRelease_kW, thing.flameHeight_m, thing.half_m[0]);
    for (let k = 0; k < look.tongues; k++) {
      const x = (hash01(k, 51) - 0.5) * thing.half_m[0] * 1.6;
      toWorld(thing.pose, x, thing.half_m[1] * (0.2 + 0.7 * hash01(k, 52)), thing.half_m[2] * 0.6, at);
      this.tongue(
        at,
        look.width_m * (0.6 + 0.5 * hash01(k, 53)),
        look.height_m * (0.4 + 0.6 * hash01(k, 54)),
        hash01(k, 55),
        0,
        1,
      );
    }
  }
}

/** The ring under a pan burns while its own knob and every valve before it are open. */
function gasBurns(world: World, pan: OilPan): boolean {
  const knob = world.things[pan.burner];
  if (knob?.kind !== 'gas-tap' || knob.open_frac < 0.05) return false;
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (thing.kind === 'gas-tap' && thing.open_frac < 0.05) return false;
  }
  return pan.heldBy === null;
}

function firstOf(world: World, kind: Thing['kind']): Thing | null {
  for (const id in world.things) if (world.things[id]!.kind === kind) return world.things[id]!;
  return null;
}

function burns(thing: Thing): thing is OilPan | SolidFuel | Appliance | Blaze | EBike {
  return 'heatRelease_kW' in thing && thing.burning;
}

/** Writes the strongest fires into the air's glow uniforms: position, strength with its flicker, and the walls that hold it. */
export function fillGlows(world: World, at_s: number): void {
  const glows = air.uAirGlow.value;
  const lively = settings.getState().effects_frac;
  for (let k = 0; k < GLOWS; k++) glows[k]!.w = 0;
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (!burns(thing)) continue;
    const ball = thing.kind === 'oil-pan' && thing.fireball_s > 0 ? 1.4 : 0;
    const puff = flicker(at_s, thing.half_m[0] * 2, thing.half_m[2]);
    const strength = (glowOf(thing.heatRelease_kW) + ball * lively) * (1 + (puff - 1) * lively);
    let weakest = 0;
    for (let k = 1; k < GLOWS; k++) if (glows[k]!.w < glows[weakest]!.w) weakest = k;
    if (glows[weakest]!.w >= strength) continue;
    const p = thing.pose.position_m;
    const y = p[1] + thing.half_m[1] + 0.35 * thing.flameHeight_m;
    glows[weakest]!.set(p[0], y, p[2], strength);
    glowSpace(world, p, air.uAirGlowLow.value[weakest]!, air.uAirGlowHigh.value[weakest]!);
  }
}
