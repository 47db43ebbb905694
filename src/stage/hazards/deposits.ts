/** What the agents leave behind: cream powder on what burned, patches on the floor where the jet fell. */
import { DynamicDrawUsage, InstancedBufferAttribute, InstancedBufferGeometry, Quaternion, Vector3 } from 'three';
import type { Extinguisher } from '../../sim/things.ts';
import type { World } from '../../sim/world.ts';
import { cellAt, hangs } from './cells.ts';
import { flow_frac } from './looks.ts';
import { hash01 } from './noise.ts';
import { PUFFS } from './particles.ts';
import { ParticleRing } from './ring.ts';

const SLOTS = 56;
const FLOOR_SLOTS = 20;
const at = new Vector3();
const q = new Quaternion();

interface Patch {
  x: number;
  z: number;
  across_m: number;
  cover: number;
  tint: readonly [number, number, number];
}

export class DepositField {
  readonly geometry: InstancedBufferGeometry;
  private readonly base = new InstancedBufferAttribute(new Float32Array(SLOTS * 4), 4);
  private readonly tint = new InstancedBufferAttribute(new Float32Array(SLOTS * 4), 4);
  private readonly floor: Patch[] = [];
  private last_s = -1;
  private used = 0;

  constructor() {
    this.geometry = new InstancedBufferGeometry();
    const octagon = new ParticleRing(1).geometry;
    this.geometry.setAttribute('position', octagon.getAttribute('position'));
    this.geometry.setIndex(octagon.getIndex());
    this.geometry.setAttribute('aBase', this.base.setUsage(DynamicDrawUsage));
    this.geometry.setAttribute('aTint', this.tint.setUsage(DynamicDrawUsage));
    for (let k = 0; k < FLOOR_SLOTS; k++)
      this.floor.push({ x: 0, z: 0, across_m: 0, cover: 0, tint: PUFFS.powder.tint });
  }

  /** @returns how many patches lie in the room. */
  fill(world: World, at_s: number): number {
    if (at_s < this.last_s) for (const patch of this.floor) patch.cover = 0;
    const dt_s = Math.min(0.1, Math.max(0, at_s - this.last_s));
    this.last_s = at_s;
    this.used = 0;
    for (const id in world.things) {
      const thing = world.things[id]!;
      if (thing.kind === 'extinguisher') this.settle(thing, dt_s);
      if (thing.kind !== 'solid-fuel' || hangs(thing)) continue;
      for (let k = 0; k < thing.cells.length; k++) {
        const cell = thing.cells[k]!;
        if (cell.agent_kgpm2 < 0.03) continue;
        cellAt(thing, k, 0, 0, at);
        this.patch(
          at.x,
          at.y + 0.015,
          at.z,
          thing.cell_m * 2.2,
          Math.min(0.92, cell.agent_kgpm2 * 0.9),
          PUFFS.powder.tint,
        );
      }
    }
    for (const patch of this.floor)
      if (patch.cover > 0.02) this.patch(patch.x, 0.012, patch.z, patch.across_m, patch.cover, patch.tint);
    this.geometry.instanceCount = this.used;
    this.base.needsUpdate = this.tint.needsUpdate = this.used > 0;
    return this.used;
  }

  private patch(
    x: number,
    y: number,
    z: number,
    across_m: number,
    cover: number,
    tint: readonly [number, number, number],
  ): void {
    if (this.used >= SLOTS) return;
    this.base.setXYZW(this.used, x, y, z, across_m);
    this.tint.setXYZW(this.used, tint[0] / 255, tint[1] / 255, tint[2] / 255, cover);
    this.used++;
  }

  /** Powder falls on the floor under the far half of its throw; the same place twice is one thicker patch. */
  private settle(bottle: Extinguisher, dt_s: number): void {
    const flow = flow_frac(bottle.flow_kgps, bottle.charge_kg, bottle.discharge_s);
    if (flow <= 0.02 || bottle.agent === 'co2') return;
    const o = bottle.nozzle.orientation_quat;
    at.set(0, 0, -1).applyQuaternion(q.set(o[0], o[1], o[2], o[3]));
    const n = bottle.nozzle.position_m;
    const slot = Math.floor(hash01(Math.round(at.x * 8) * 31 + Math.round(at.z * 8), 9) * FLOOR_SLOTS);
    const far = bottle.range_m * (0.5 + 0.45 * hash01(slot, 10));
    const patch = this.floor[slot]!;
    if (patch.cover <= 0) {
      patch.x = n[0] + at.x * far;
      patch.z = n[2] + at.z * far;
      patch.across_m = 0.7 + 0.6 * hash01(slot, 11);
      patch.tint = bottle.agent === 'abc-powder' ? PUFFS.powder.tint : PUFFS.mist.tint;
    }
    const full = bottle.agent === 'abc-powder' ? 0.7 : 0.22;
    patch.cover = Math.min(full, patch.cover + flow * dt_s * 0.5);
  }
}
