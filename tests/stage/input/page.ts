/** A page without a browser: mouse, keys and panels of the desk as a body of the browser tests drives them. */
import type { Page } from 'playwright-core';
import { offersOf } from '../../../src/stage/input/offers.ts';
import { putBack } from '../../../src/stage/input/step.ts';
import { theProbe } from '../../../src/stage/probe.ts';
import { readProbe } from '../../browser/seen.ts';
import type { Visit } from '../../browser/visit.ts';
import { Desk } from './desk.ts';

const SIZE_px = { width: 320, height: 200 };
/** A frame of the picture is this long at most. */
const STEP_ms = 50;
const PHONE_KEYS = ['dial', 'hang-up', 'tell:where', 'tell:what', 'tell:who', 'tell:callback', 'close'];

/** The desk as a visit: what the page's own panels do with a key is done here in a line each. */
export class DeskVisit extends Desk {
  private phone = false;
  private digits = '';
  private readonly mouse_px = { x: SIZE_px.width / 2, y: SIZE_px.height / 2, drags: false };

  constructor(variant: string) {
    super(variant, 'assess');
    // the probe puts itself on the window of a page
    (globalThis as { window?: unknown }).window ??= globalThis;
    const { drill, t } = this;
    Object.assign(theProbe().told, { drill, trainee: t, ready: true, running: true, hall: null });
  }

  override frame(dt_s?: number): void {
    const { attempt } = this.drill.view.getState();
    super.frame(dt_s);
    if (this.asked.phone) {
      this.phone = true;
      this.asked.open = null;
    }
    this.asked.phone = null;
    if (this.drill.view.getState().attempt !== attempt) putBack(this.t, this.drill);
  }

  private keysShown(): string[] {
    const thing = this.asked.open ? this.drill.world.things[this.asked.open] : undefined;
    if (thing) {
      const offers = offersOf(this.drill.world, thing, true).filter((offer) => !offer.far);
      return [...offers.map((offer) => `do:${offer.word}`), 'close'];
    }
    return this.phone ? [...[...'0123456789'].map((digit) => `digit:${digit}`), ...PHONE_KEYS] : [];
  }

  private press(key: string): void {
    if (key === 'close') {
      this.asked.open = null;
      this.phone = false;
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

  private page() {
    const { desk } = this.t;
    const { mouse_px } = this;
    return {
      viewportSize: () => SIZE_px,
      mouse: {
        move: async (x: number, y: number) => {
          if (mouse_px.drags) {
            desk.lookX_px += x - mouse_px.x;
            desk.lookY_px += y - mouse_px.y;
          }
          Object.assign(mouse_px, { x, y });
          desk.cursorX = (x / SIZE_px.width) * 2 - 1;
          desk.cursorY = 1 - (y / SIZE_px.height) * 2;
        },
        down: async () => {
          mouse_px.drags = true;
        },
        up: async () => {
          mouse_px.drags = false;
        },
      },
      keyboard: {
        down: async (code: string) => {
          desk.tapped.add(code);
          desk.keys.add(code);
        },
        up: async (code: string) => {
          desk.keys.delete(code);
        },
      },
      // the only questions a body asks of the page: is a key shown, are choices open
      evaluate: async (_: unknown, key?: string) =>
        key === undefined ? this.keysShown().some((one) => one.startsWith('do:')) : this.keysShown().includes(key),
    };
  }

  asVisit(): Visit {
    const visit: Partial<Visit> = {
      page: this.page() as unknown as Page,
      pass: async (ms) => {
        for (let left_ms = ms; left_ms > 0; left_ms -= STEP_ms) this.frame(Math.min(STEP_ms, left_ms) / 1000);
      },
      see: async () => readProbe()!,
      press: async (selector) => {
        this.press(/data-key="([^"]+)"/.exec(selector)![1]!);
        this.frame();
        this.frame();
      },
    };
    return visit as Visit;
  }
}
