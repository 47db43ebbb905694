/** A desk without a screen: the real input step before a real drill, its keys pressed and its choices taken by a test. */
import { PerspectiveCamera } from 'three';
import { loadPack } from '../../../src/cli/packs-node.ts';
import { createDrill } from '../../../src/drill/drill.ts';
import type { Drill } from '../../../src/drill/types.ts';
import type { Intent, Vec3 } from '../../../src/sim/world.ts';
import { type Asked, createAsked, takeOffer } from '../../../src/stage/input/interact.ts';
import { offersOf } from '../../../src/stage/input/offers.ts';
import { fillIntent, stepInput } from '../../../src/stage/input/step.ts';
import { createTrainee, type Trainee } from '../../../src/stage/input/trainee.ts';
import { HALL } from '../panel/all.ts';

const FRAME_s = 1 / 30;

export class Desk {
  readonly drill: Drill;
  readonly t: Trainee;
  readonly asked: Asked = createAsked();
  private readonly camera = new PerspectiveCamera(62, 1.6, 0.03, 100);
  private readonly samples: [Intent, Intent];
  private turn: 0 | 1 = 0;

  constructor(variant: string, mode: 'learn' | 'assess' = 'learn') {
    const pack = loadPack(variant);
    const id = '019aa000-0000-7000-8000-000000000001';
    this.drill = createDrill({
      pack,
      mode,
      how: 'desktop',
      locale: 'zh-CN',
      seed: 1,
      hall: HALL,
      id,
      started_ms: 1,
    });
    this.t = createTrainee(this.drill);
    this.samples = [structuredClone(this.t.intent), structuredClone(this.t.intent)];
  }

  /** What a headset would give for this frame. */
  protected frameOf(): { frame: XRFrame | null; space: XRReferenceSpace | null } {
    return { frame: null, space: null };
  }

  /** One frame as the stage's Loop does it; what is asked of the page is answered as the page answers. */
  frame(dt_s = FRAME_s): void {
    const { t, drill, asked } = this;
    stepInput(t, drill, { camera: this.camera, ...this.frameOf() }, asked, dt_s);
    if (asked.choosing) asked.open = asked.choosing;
    if (asked.closes) asked.open = null;
    asked.choosing = null;
    asked.closes = false;
    this.turn = this.turn === 0 ? 1 : 0;
    fillIntent(t, this.samples[this.turn]);
    drill.advance(dt_s, this.samples[this.turn]);
  }

  pass(for_s: number): void {
    for (let s = 0; s < for_s; s += FRAME_s) this.frame();
  }

  /** Stands somewhere, without walking there. */
  stand(x: number, y: number, z: number): void {
    Object.assign(this.t.rig, { x_m: x, y_m: y, z_m: z });
    this.frame();
  }

  /** Turns the head until a place is in the middle of the view, where the cursor is. */
  face([x, y, z]: Vec3): void {
    const { head } = this.t;
    this.t.rig.yaw_rad = Math.atan2(-(x - head.x), -(z - head.z));
    this.t.pitch_rad = Math.atan2(y - head.y, Math.hypot(x - head.x, z - head.z));
    this.frame();
    this.frame();
  }

  faceThing(id: string): void {
    this.face(this.drill.world.things[id]!.pose.position_m);
  }

  /** A key pressed and let go. */
  key(code: string): void {
    this.t.desk.tapped.add(code);
    this.frame();
    this.frame();
  }

  /** Words of the open choices. */
  get words(): string[] {
    const thing = this.asked.open ? this.drill.world.things[this.asked.open] : undefined;
    return thing ? offersOf(this.drill.world, thing, true).map((offer) => offer.word) : [];
  }

  /** Presses a key of the panel of choices. */
  choose(word: string): void {
    const thing = this.drill.world.things[this.asked.open ?? '']!;
    const offer = offersOf(this.drill.world, thing, true).find((one) => one.word === word)!;
    takeOffer(this.t, this.drill, this.asked, thing, offer);
    this.frame();
  }

  told(fact: string): string[] {
    return this.drill.facts
      .filter((one) => one.fact === fact)
      .map((one) => `${one.thing ?? ''} ${one.with ?? ''}`.trim());
  }
}
