/** A ring of particles born on the processor and moved by the graphics card: births write a few floats, frames write none. */
import {
  BufferAttribute,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type Vector3,
} from 'three';
import type { Box } from '../../sim/world.ts';

export interface Birth {
  at_s: number;
  life_s: number;
  from_m: number;
  to_m: number;
  drag_ps: number;
  rise_mps: number;
  wobble_m: number;
  heat: number;
  seed: number;
  alpha: number;
  tint: readonly [number, number, number];
}

/** Eight corners instead of four: the empty corners of a puff are a fifth of its cost. */
function octagon(): { corners: Float32Array; faces: number[] } {
  const corners = new Float32Array(8 * 3);
  for (let k = 0; k < 8; k++) {
    const angle = ((k + 0.5) / 8) * Math.PI * 2;
    // circumscribed, so that the round puff fits inside
    corners[k * 3] = Math.cos(angle) * 0.5412;
    corners[k * 3 + 1] = Math.sin(angle) * 0.5412;
  }
  const faces: number[] = [];
  for (let k = 1; k < 7; k++) faces.push(0, k, k + 1);
  return { corners, faces };
}

export class ParticleRing {
  readonly geometry = new InstancedBufferGeometry();
  readonly size: number;
  /** origin x y z, birth */
  readonly origin: InstancedBufferAttribute;
  /** velocity x y z, life */
  readonly velocity: InstancedBufferAttribute;
  /** seed, size at birth, size at death, drag */
  readonly form: InstancedBufferAttribute;
  /** rise, wobble, heat, alpha */
  readonly move: InstancedBufferAttribute;
  readonly tint: InstancedBufferAttribute;
  /** least and greatest corner of the space it is in: it spreads along the walls of that and goes through none */
  readonly low: InstancedBufferAttribute;
  readonly high: InstancedBufferAttribute;
  private readonly all: readonly InstancedBufferAttribute[];
  private next = 0;
  private firstDirty = -1;
  private lastDirty = -1;

  constructor(size: number) {
    this.size = size;
    const make = (width: number) => {
      const attribute = new InstancedBufferAttribute(new Float32Array(size * width), width);
      attribute.setUsage(DynamicDrawUsage);
      return attribute;
    };
    this.origin = make(4);
    this.velocity = make(4);
    this.form = make(4);
    this.move = make(4);
    this.tint = make(3);
    this.low = make(3);
    this.high = make(3);
    const { corners, faces } = octagon();
    this.geometry.setAttribute('position', new BufferAttribute(corners, 3));
    this.geometry.setIndex(faces);
    this.geometry.setAttribute('aOrigin', this.origin);
    this.geometry.setAttribute('aVelocity', this.velocity);
    this.geometry.setAttribute('aForm', this.form);
    this.geometry.setAttribute('aMove', this.move);
    this.geometry.setAttribute('aTint', this.tint);
    this.geometry.setAttribute('aLow', this.low);
    this.geometry.setAttribute('aHigh', this.high);
    this.all = [this.origin, this.velocity, this.form, this.move, this.tint, this.low, this.high];
    this.geometry.instanceCount = size;
    this.clear();
  }

  /** Ends every particle at once: a new run, or a jump of the tape. */
  clear(): void {
    for (let k = 0; k < this.size; k++) {
      this.origin.array[k * 4 + 3] = -1e6;
      this.velocity.array[k * 4 + 3] = 1;
    }
    this.next = 0;
    this.firstDirty = 0;
    this.lastDirty = this.size - 1;
  }

  /** Replaces the oldest particle. */
  born(x: number, y: number, z: number, vx: number, vy: number, vz: number, birth: Birth, inside: Readonly<Box>): void {
    const k = this.next;
    this.next = (k + 1) % this.size;
    const at = k * 4;
    put4(this.origin.array, at, x, y, z, birth.at_s);
    put4(this.velocity.array, at, vx, vy, vz, birth.life_s);
    put4(this.form.array, at, birth.seed, birth.from_m, birth.to_m, birth.drag_ps);
    put4(this.move.array, at, birth.rise_mps, birth.wobble_m, birth.heat, birth.alpha);
    put3(this.tint.array, k * 3, birth.tint[0] / 255, birth.tint[1] / 255, birth.tint[2] / 255);
    put3(this.low.array, k * 3, inside.min_m[0], inside.min_m[1], inside.min_m[2]);
    put3(this.high.array, k * 3, inside.max_m[0], inside.max_m[1], inside.max_m[2]);
    if (this.firstDirty < 0) this.firstDirty = this.lastDirty = k;
    this.firstDirty = Math.min(this.firstDirty, k);
    this.lastDirty = Math.max(this.lastDirty, k);
  }

  /** Sends what was born since the last call to the graphics card. */
  upload(): void {
    if (this.firstDirty < 0) return;
    for (const attribute of this.all) {
      attribute.clearUpdateRanges();
      attribute.addUpdateRange(
        this.firstDirty * attribute.itemSize,
        (this.lastDirty - this.firstDirty + 1) * attribute.itemSize,
      );
      attribute.needsUpdate = true;
    }
    this.firstDirty = this.lastDirty = -1;
  }

  /** Sum of the areas of all particles alive at `at_s`, as a camera that far away sees them. @see budget.ts */
  aliveArea_m2(at_s: number): number {
    let sum = 0;
    for (let k = 0; k < this.size; k++) {
      const age = at_s - this.origin.array[k * 4 + 3]!;
      const life = this.velocity.array[k * 4 + 3]!;
      if (age < 0 || age >= life) continue;
      const from = this.form.array[k * 4 + 1]!;
      const to = this.form.array[k * 4 + 2]!;
      const across = from + (to - from) * grown(age / life);
      sum += 0.8284 * across * across;
    }
    return sum;
  }
}

/** The shader's own growth curve; keep the two alike. */
export function grown(age_frac: number): number {
  return 1 - (1 - age_frac) * (1 - age_frac);
}

type Numbers = ArrayLike<number> & { [at: number]: number };

function put3(array: Numbers, at: number, a: number, b: number, c: number): void {
  array[at] = a;
  array[at + 1] = b;
  array[at + 2] = c;
}

function put4(array: Numbers, at: number, a: number, b: number, c: number, d: number): void {
  array[at] = a;
  array[at + 1] = b;
  array[at + 2] = c;
  array[at + 3] = d;
}

/** Reused by emit.ts so that births allocate nothing. */
export interface Spray {
  from_m: Vector3;
  direction: Vector3;
}
