/** A body at a desk: the mouse turns the head and clicks, the keyboard walks and does the rest. */

import { Euler, Quaternion, Vector3 } from 'three';
import type { Limbs } from '../../src/drill/limbs.ts';
import type { Step } from '../../src/script/plan.ts';
import { PHRASES } from '../../src/sim/facts.ts';
import type { Deed, Intent, Vec3 } from '../../src/sim/world.ts';
import { answerTo, choiceOf, keysOf } from './answers.ts';
import { type Actor, insist, type Play, told } from './puppet.ts';
import type { Seen } from './seen.ts';

/** Radians the head turns for a pixel of the mouse (stage/input/devices.ts). */
const LOOK_radpx = 0.0042;
/** Beside the wanted spot by no more than this is there. A frame of walking is 15 cm. */
const THERE_m = 0.12;
const LOST_m = 0.3;
/** A frame that moves it less than this brought it nowhere; after some such frames it steps aside. */
const STUCK_m = 0.02;
const ASIDE_frames = 4;
/** The stage's camera. */
const FOV_deg = 62;
const ASIDE_rad = 0.5;
const IN_HAND_m = 0.75;
/** Heights on a door leaf, from its middle. */
const DOOR_m = [0, 0.75, -0.75, 0.85];
const MOVE_KEYS = ['KeyW', 'KeyA', 'KeyS', 'KeyD', 'KeyC', 'Space'] as const;
type MoveKey = (typeof MOVE_KEYS)[number];

export class DesktopBody implements Actor {
  private readonly play: Play;
  private readonly down = new Set<MoveKey>();
  /** frames in which walking brought it nowhere, and where it stood */
  private stuck_frames = 0;
  private stood_m: readonly [number, number] = [0, 0];

  constructor(play: Play) {
    this.play = play;
  }

  private get page() {
    return this.play.visit.page;
  }

  async pose(wanted: Intent, limbs: Limbs, seen: Seen): Promise<boolean> {
    const [x, , z] = seen.body.head_m;
    const away: [number, number] = [limbs.x - x, limbs.z - z];
    const lag_m = Math.hypot(...away);
    const goal = limbs.aim_m ?? limbs.look_m ?? this.ahead(wanted, seen);
    // what is in the hand turns with the head: the eyes (the cursor) go to it, the head does not
    const inHand = Math.hypot(goal[0] - x, goal[2] - z) < IN_HAND_m && goal[1] > 0.8 && this.carries(seen);
    if (inHand)
      await this.point(seen, goal, (seen.body.yaw_deg * Math.PI) / 180, (seen.body.pitch_deg * Math.PI) / 180);
    else await this.face(seen, goal);
    const yaw_rad = (seen.body.yaw_deg * Math.PI) / 180;
    const keys = new Set<MoveKey>(lag_m > THERE_m ? steps(this.roundCorner(away, [x, z]), yaw_rad) : []);
    if (limbs.crouched && !limbs.low) keys.add('KeyC');
    if (limbs.low !== seen.body.low) await this.tap('KeyX');
    if (wanted.left.squeeze_frac > 0.5 || wanted.right.squeeze_frac > 0.5) keys.add('Space');
    await this.hold(keys);
    return lag_m < LOST_m;
  }

  /** Where to walk: straight, or a step aside, now to the left and now to the right, while a corner or a person is in the way. */
  private roundCorner(away: [number, number], at: readonly [number, number]): [number, number] {
    const moved_m = Math.hypot(at[0] - this.stood_m[0], at[1] - this.stood_m[1]);
    this.stood_m = at;
    this.stuck_frames = Math.hypot(...away) > LOST_m && moved_m < STUCK_m ? this.stuck_frames + 1 : 0;
    if (this.stuck_frames < ASIDE_frames) return away;
    const side = Math.floor(this.stuck_frames / ASIDE_frames) % 2 === 0 ? 1 : -1;
    return [side * away[1], -side * away[0]];
  }

  private carries(seen: Seen): boolean {
    return seen.body.holds.right !== null || seen.body.holds.left !== null;
  }

  /** How far to turn aside from what is acted on: straight at first, aside when something carried is in the way. */
  private aside(frame: number): number {
    return this.carries(this.play.seen) && frame % 16 >= 8 ? ASIDE_rad : 0;
  }

  /** A point straight ahead of where the double faces. */
  private ahead(wanted: Intent, seen: Seen): Vec3 {
    const [x, y, z] = seen.body.head_m;
    const [dx, dy, dz] = wanted.gaze_dir;
    return [x + dx * 3, y + dy * 3, z + dz * 3];
  }

  private async hold(keys: Set<MoveKey>): Promise<void> {
    for (const key of MOVE_KEYS) {
      if (keys.has(key) === this.down.has(key)) continue;
      if (keys.has(key)) {
        this.down.add(key);
        await this.page.keyboard.down(key);
      } else {
        this.down.delete(key);
        await this.page.keyboard.up(key);
      }
    }
  }

  /**
   * Turns by dragging with the right button, then puts the cursor on what is looked at: the middle, or to the left of
   * it when the view is turned aside, so that a bottle carried on the right is not in the way.
   */
  private async face(seen: Seen, at: Vec3, aside_rad = 0): Promise<void> {
    const [x, y, z] = seen.body.head_m;
    const yaw = Math.atan2(-(at[0] - x), -(at[2] - z)) - aside_rad;
    const pitch = Math.atan2(at[1] - y, Math.hypot(at[0] - x, at[2] - z));
    const turn = yaw - (seen.body.yaw_deg * Math.PI) / 180;
    const dx = -Math.atan2(Math.sin(turn), Math.cos(turn)) / LOOK_radpx;
    const dy = -(pitch - (seen.body.pitch_deg * Math.PI) / 180) / LOOK_radpx;
    const size = this.page.viewportSize()!;
    const [cx, cy] = [size.width / 2, size.height / 2];
    // a drag that would leave the window is done in parts
    const parts = Math.ceil(Math.max(Math.abs(dx) / (cx - 8), Math.abs(dy) / (cy - 8), 0));
    for (let part = 0; part < parts; part++) {
      await this.page.mouse.move(cx, cy);
      await this.page.mouse.down({ button: 'right' });
      await this.page.mouse.move(cx + dx / parts, cy + dy / parts);
      await this.page.mouse.up({ button: 'right' });
    }
    await this.point(seen, at, yaw, pitch);
  }

  /** Puts the cursor on a place, as it appears to a head that faces so. */
  private async point(seen: Seen, at: Vec3, yaw: number, pitch: number): Promise<void> {
    const size = this.page.viewportSize()!;
    const head = new Vector3(...seen.body.head_m);
    const eye = new Euler(pitch, yaw, 0, 'YXZ');
    const v = new Vector3(...at).sub(head).applyQuaternion(new Quaternion().setFromEuler(eye).invert());
    const scale = size.height / 2 / Math.tan((FOV_deg * Math.PI) / 360) / Math.max(0.05, -v.z);
    const inside = (value: number, most: number) => Math.max(2, Math.min(most - 2, value));
    await this.page.mouse.move(
      inside(size.width / 2 + v.x * scale, size.width),
      inside(size.height / 2 - v.y * scale, size.height),
    );
  }

  /** Where to point at a thing: at its leaf, wherever that has swung. */
  private where(thing: string): Vec3 {
    const found = this.play.seen.things.find((one) => one.id === thing);
    if (!found) throw new Error(`The probe knows no "${thing}".`);
    return found.aim_m;
  }

  /** Presses and lets go, with a frame while it is down. */
  private async tap(key: string): Promise<void> {
    await this.page.keyboard.down(key);
    await this.play.frame(50);
    await this.page.keyboard.up(key);
    await this.play.frame(50);
  }

  async act(deed: Deed, play: Play): Promise<void> {
    const answered = answerTo(deed, play.seen);
    await this.hold(new Set());
    const keys = keysOf(deed);
    const word = play.house ? choiceOf(deed, play.seen) : null;
    if (play.house) await this.closeChoices();
    if (deed.do === 'count') await this.tap('KeyN');
    else if (deed.do === 'press' && this.holds(deed.thing)) await this.tap('Space');
    else if (word) await this.choose(deed as Deed & { thing: string }, word, answered);
    else if (deed.do === 'say') await this.tap(`Digit${PHRASES.indexOf(deed.phrase as (typeof PHRASES)[number]) + 1}`);
    else if (keys) await this.byPanel(deed, keys);
    else if (deed.do === 'release') await this.tap('KeyQ');
    else await insist(play, JSON.stringify(deed), answered, (frame) => this.work(deed, frame), 80);
    await insist(play, JSON.stringify(deed), answered, async () => undefined, 60);
    if (play.house) await this.closeChoices();
  }

  /** A hand that only moves is led by choosing; so is a mask put on. */
  async finish(step: Step, play: Play): Promise<void> {
    if (step.verb === 'wave at' && told(play.seen, 'signalled', step.thing) === 0) {
      const signalled = (seen: Seen) => told(seen, 'signalled', step.thing) > 0;
      await this.choose({ do: 'press', hand: 'right', thing: step.thing! }, 'wave', () => false);
      await insist(play, `waving at ${step.thing}`, signalled, async () => undefined, 80);
    }
    if (step.verb === 'wear' && told(play.seen, 'masked') === 0) {
      await this.tap('Space');
      await insist(
        play,
        'the mask',
        (seen) => told(seen, 'masked') > 0,
        async () => undefined,
      );
    }
  }

  private holds(thing: string): boolean {
    return Object.values(this.play.seen.body.holds).includes(thing);
  }

  private shows(key: string): Promise<boolean> {
    return this.page.evaluate((id) => document.querySelector(`[data-key="${id}"]:not([disabled])`) !== null, key);
  }

  private async closeChoices(): Promise<void> {
    const open = () => this.page.evaluate(() => document.querySelector('[data-key^="do:"]') !== null);
    for (let tries = 0; tries < 4 && (await open()); tries++) {
      await this.play.visit.press('[data-key="close"]');
      await this.play.frame(50);
    }
  }

  /** Clicks a thing until its choices are open, and presses one; a thing with one act alone does it at once. */
  private async choose(deed: Deed & { thing: string }, word: string, answered: (seen: Seen) => boolean): Promise<void> {
    for (let frame = 0; frame < 60 && !answered(this.play.seen); frame++) {
      // opened by others meanwhile: there is nothing left to feel or to look through
      const { open_frac } = this.play.seen.things.find((one) => one.id === deed.thing)?.state ?? {};
      if ((word === 'feel' || word === 'crack') && Number(open_frac) > 0.2) return;
      if (await this.shows(`do:${word}`)) {
        await this.play.visit.press(`[data-key="do:${word}"]`);
        await this.play.frame(50);
        return;
      }
      await this.work(deed, frame);
      await this.play.frame(50);
    }
  }

  /** Looks at the thing until the cursor is on it, then acts on it; pin and hose have keys of their own. */
  private async work(deed: Deed, frame: number): Promise<void> {
    if (!('thing' in deed)) return;
    // someone walks through the picture: a big thing can be touched beside them
    const [x, y, z] = this.where(deed.thing);
    const kind = this.play.seen.things.find((one) => one.id === deed.thing)?.kind;
    const beside = kind === 'door' ? DOOR_m[Math.floor(frame / 4) % DOOR_m.length]! : 0;
    await this.face(this.play.seen, [x, y + beside, z], this.aside(frame));
    if (frame % 4 !== 3) return;
    if (deed.do === 'pull' && deed.thing.endsWith('.pin')) await this.tap('KeyR');
    else if (deed.do === 'grab' && deed.thing.endsWith('.hose')) await this.tap('KeyF');
    else await this.tap('KeyE');
  }

  private async byPanel(deed: Deed, keys: string[]): Promise<void> {
    const about = deed.do === 'tag' ? deed.thing : this.play.seen.things.find((one) => one.kind === 'phone')?.id;
    const { out } = this.play.seen.body;
    const shown = () => this.page.evaluate((id) => document.querySelector(`[data-key="${id}"]`) !== null, keys[0]!);
    const byKey = this.play.house && deed.do !== 'tag';
    for (let frame = 0; frame < 40 && !(await shown()); frame++) {
      if (byKey) {
        await this.tap('KeyG');
        continue;
      }
      await this.face(this.play.seen, this.where(about!), this.aside(frame));
      // outside, one's own phone comes out by itself
      if (out) await this.play.frame(300);
      else if (frame % 5 === 4) await this.tap(deed.do === 'tag' ? 'KeyR' : 'KeyE');
      else await this.play.frame(50);
    }
    for (const key of keys) {
      await this.play.visit.press(`[data-key="${key}"]`);
      await this.play.frame(50);
    }
  }
}

/** Keys that walk towards a spot beside the body, whichever way it faces. */
function steps([dx, dz]: [number, number], yaw: number): MoveKey[] {
  const ahead = -dx * Math.sin(yaw) - dz * Math.cos(yaw);
  const right = dx * Math.cos(yaw) - dz * Math.sin(yaw);
  const far = Math.max(Math.abs(ahead), Math.abs(right));
  const keys: MoveKey[] = [];
  if (Math.abs(ahead) > far * 0.4) keys.push(ahead > 0 ? 'KeyW' : 'KeyS');
  if (Math.abs(right) > far * 0.4) keys.push(right > 0 ? 'KeyD' : 'KeyA');
  return keys;
}
