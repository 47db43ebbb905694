/** A page without a browser: mouse, keys and panels of the desk as a body of the browser tests drives them. */
import type { Page } from 'playwright-core';
import { Vector3 } from 'three';
import type { HandSide, Vec3 } from '../../../src/sim/world.ts';
import type { ShownPanel } from '../../../src/stage/panel/shown.ts';
import { theProbe } from '../../../src/stage/probe.ts';
import { readProbe } from '../../browser/seen.ts';
import type { Visit } from '../../browser/visit.ts';
import { Desk } from './desk.ts';
import { Goggles } from './goggles.ts';

const SIZE_px = { width: 320, height: 200 };
/** A frame of the picture is this long at most. */
const STEP_ms = 50;

/** The desk as a visit: what the page's own panels do with a key is done here in a line each. */
export class DeskVisit extends Desk {
  private readonly mouse_px = { x: SIZE_px.width / 2, y: SIZE_px.height / 2, drags: false };

  constructor(variant: string) {
    super(variant, 'assess');
    // the probe puts itself on the window of a page
    (globalThis as { window?: unknown }).window ??= globalThis;
    const { drill, t } = this;
    Object.assign(theProbe().told, { drill, trainee: t, ready: true, running: true, hall: null });
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

/** The same in a headset: what the emulator's device is told becomes poses and buttons, panels hang before the head. */
export class GogglesVisit extends Goggles {
  constructor(variant: string) {
    super(variant, 'assess');
    (globalThis as { window?: unknown }).window ??= globalThis;
    const { drill, t } = this;
    Object.assign(theProbe().told, { drill, trainee: t, ready: true, running: true, hall: null });
  }

  /** A grid of keys before the head. */
  private panels(): ShownPanel[] {
    const { head, headYaw_rad } = this.t;
    const keys = this.keysShown().map((id, k) => {
      const at = new Vector3(((k % 4) - 1.5) * 0.16, -0.1 - Math.floor(k / 4) * 0.12, -0.9);
      at.applyAxisAngle(new Vector3(0, 1, 0), headYaw_rad).add(head);
      return { id, position_m: at.toArray() as [number, number, number], disabled: false };
    });
    return keys.length > 0 ? [{ name: 'panel', keys }] : [];
  }

  override frame(dt_s?: number): void {
    super.frame(dt_s);
    // as a board does in DRAW: a ray on a key keeps its press for the key
    const keys = this.panels().flatMap((panel) => panel.keys);
    for (const ray of this.t.rays) {
      ray.panel_m = null;
      const on = keys.find((key) => {
        const to = new Vector3(...key.position_m).sub(ray.origin);
        return to.clone().normalize().dot(ray.direction) > 0.9985;
      });
      if (!on) continue;
      ray.panel_m = 0.8;
      if (ray.justPressed) this.press(on.id);
    }
  }

  private put(what: DevicePut): void {
    this.head.at = what.position;
    this.head.quat = what.quaternion;
    for (const side of ['left', 'right'] as const) {
      const hand = what[side];
      this.hands[side].at = hand.position;
      this.hands[side].quat = hand.quaternion;
      this.button(side, 0, hand.trigger);
      this.button(side, 1, hand.grip);
    }
  }

  asVisit(): Visit {
    const page = {
      evaluate: async (_: unknown, told: DevicePut | { side: HandSide; value: number }) => {
        if ('side' in told) this.button(told.side, 4, told.value);
        else this.put(told);
      },
    };
    const visit: Partial<Visit> = {
      page: page as unknown as Page,
      pass: async (ms) => {
        for (let left_ms = ms; left_ms > 0; left_ms -= STEP_ms) this.frame(Math.min(STEP_ms, left_ms) / 1000);
      },
      see: async () => ({ ...readProbe()!, panels: this.panels() }),
    };
    return visit as Visit;
  }
}

type Four = [number, number, number, number];
interface HandPut {
  position: Vec3;
  quaternion: Four;
  trigger: number;
  grip: number;
}
interface DevicePut {
  position: Vec3;
  quaternion: Four;
  left: HandPut;
  right: HandPut;
}
