/** A desk without a screen: the real input step before a real drill, its keys pressed and its choices taken by a test. */
import { PerspectiveCamera } from 'three';
import { loadPack } from '../../../src/cli/packs-node.ts';
import { createDrill } from '../../../src/drill/drill.ts';
import type { Drill } from '../../../src/drill/types.ts';
import type { Intent, Vec3 } from '../../../src/sim/world.ts';
import { takeOffer } from '../../../src/stage/input/acts.ts';
import { type Asked, createAsked } from '../../../src/stage/input/asked.ts';
import { offersOf } from '../../../src/stage/input/offers.ts';
import { phrasesOf } from '../../../src/stage/input/phrases.ts';
import { fillIntent, putBack, stepInput } from '../../../src/stage/input/step.ts';
import { createTrainee, type Trainee } from '../../../src/stage/input/trainee.ts';
import { HALL } from '../panel/all.ts';

const FRAME_s = 1 / 30;
const PHONE_KEYS = ['dial', 'hang-up', 'tell:where', 'tell:what', 'tell:who', 'tell:callback', 'close'];

export class Desk {
  readonly drill: Drill;
  readonly t: Trainee;
  readonly asked: Asked = createAsked();
  private readonly camera = new PerspectiveCamera(62, 1.6, 0.03, 100);
  private readonly samples: [Intent, Intent];
  private turn: 0 | 1 = 0;
  private phone = false;
  private saying = false;
  private digits = '';

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
    this.answer();
    const { attempt } = drill.view.getState();
    this.turn = this.turn === 0 ? 1 : 0;
    fillIntent(t, this.samples[this.turn]);
    drill.advance(dt_s, this.samples[this.turn]);
    if (drill.view.getState().attempt !== attempt) putBack(t, drill);
  }

  /** Opens and closes panels as the page does. */
  private answer(): void {
    const { asked } = this;
    if (asked.choosing || asked.phone || asked.saying) {
      asked.open = asked.choosing;
      this.phone = asked.phone !== null;
      this.saying = asked.saying;
    } else if (asked.closes) asked.open = null;
    asked.choosing = asked.phone = null;
    asked.closes = asked.saying = false;
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
    return thing ? offersOf(this.drill.world, thing, !this.t.presenting).map((offer) => offer.word) : [];
  }

  /** Presses a key of the panel of choices. */
  choose(word: string): void {
    const thing = this.drill.world.things[this.asked.open ?? '']!;
    const offer = offersOf(this.drill.world, thing, !this.t.presenting).find((one) => one.word === word)!;
    takeOffer(this.t, this.drill, this.asked, thing, offer);
    this.frame();
  }

  /** Keys of the panel that is open now: choices, phone, words. */
  keysShown(): string[] {
    const thing = this.asked.open ? this.drill.world.things[this.asked.open] : undefined;
    if (thing) {
      const offers = offersOf(this.drill.world, thing, !this.t.presenting).filter((offer) => !offer.far);
      return [...offers.map((offer) => `do:${offer.word}`), 'close'];
    }
    if (this.saying) return [...phrasesOf(this.drill.world).map((phrase) => `say:${phrase}`), 'close'];
    const { body, call } = this.drill.world;
    const counts = body.out && !this.told('counted').length;
    if (counts && !this.phone) return ['count'];
    // outside, one's own phone comes out by itself, and once more for the duty number
    return this.phone || (body.out && (!call.ended || this.told('called').length < 2))
      ? [...[...'0123456789'].map((digit) => `digit:${digit}`), ...PHONE_KEYS]
      : [];
  }

  /** What the page's panels do with a key. */
  press(key: string): void {
    if (key === 'close') {
      this.asked.open = null;
      this.phone = this.saying = false;
    } else if (key === 'count') this.t.deeds.push({ do: 'count' });
    else if (key.startsWith('say:')) {
      this.t.deeds.push({ do: 'say', phrase: key.slice(4) });
      this.saying = false;
    } else if (key.startsWith('do:')) this.choose(key.slice(3));
    else if (key.startsWith('digit:')) this.digits += key.slice(6);
    else if (key.startsWith('tell:')) this.t.deeds.push({ do: 'tell', card: key.slice(5) });
    else if (key === 'dial') {
      this.t.deeds.push({ do: 'dial', number: this.digits });
      this.digits = '';
    } else if (key === 'hang-up') {
      this.t.deeds.push({ do: 'hang-up' });
      this.phone = false;
    }
  }

  told(fact: string): string[] {
    return this.drill.facts
      .filter((one) => one.fact === fact)
      .map((one) => `${one.thing ?? ''} ${one.with ?? ''}`.trim());
  }
}
