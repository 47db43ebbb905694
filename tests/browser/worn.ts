/** Head and hands of an emulated headset, put where they should be in the room; buttons pressed and let go, keys of panels pressed. */
import { Quaternion, Vector3 } from 'three';
import type { HandSide, Intent, Vec3 } from '../../src/sim/world.ts';
import {
  beforeBreast,
  type Four,
  type HandPut,
  type Put,
  physical_m,
  pressSecond,
  put,
  towards,
  UP,
  type Wanted,
} from './emulated.ts';
import { insist, type Play } from './puppet.ts';
import type { Seen } from './seen.ts';

const SIDES = ['left', 'right'] as const;

/** What every body in the emulated headset can do with its head and hands. */
export class Worn {
  protected readonly play: Play;
  protected readonly bare: boolean;
  /** what was put last, in the play space */
  protected last: Put;
  /** room poses wanted now */
  protected wanted: { head: Intent['head']; left: Wanted; right: Wanted };
  /** from where the hand is put to where the app holds the grip, in the hand's own frame */
  protected readonly offset: Record<HandSide, Vector3> = { left: new Vector3(), right: new Vector3() };
  protected readonly grip: Record<HandSide, number> = { left: 0, right: 0 };
  protected readonly trigger: Record<HandSide, number> = { left: 0, right: 0 };

  constructor(play: Play, bare: boolean) {
    this.play = play;
    this.bare = bare;
    const hand = (x: number): HandPut => ({ position: [x, 1.1, -0.3], quaternion: [0, 0, 0, 1], trigger: 0, grip: 0 });
    this.last = { position: [0, 1.6, 0], quaternion: [0, 0, 0, 1], left: hand(-0.2), right: hand(0.2), bare };
    // it goes on looking where it looks: the panels hang there
    const yaw = (play.seen.body.yaw_deg * Math.PI) / 180;
    const facing = new Quaternion().setFromAxisAngle(UP, yaw).toArray() as Four;
    const pose = { position_m: play.seen.body.head_m, orientation_quat: facing };
    this.wanted = { head: pose, left: pose, right: pose };
  }

  async pose(intent: Intent): Promise<boolean> {
    this.wanted = { head: intent.head, left: intent.left.pose, right: intent.right.pose };
    for (const side of SIDES)
      if (this.grip[side] === 0 || !this.bare) this.trigger[side] = this.holds(side) ? intent[side].squeeze_frac : 0;
    await this.write();
    return true;
  }

  /** Puts the head somewhere in the room, looking at a place, hands at its sides. */
  async lookFrom(from_m: Vec3, at_m: Vec3): Promise<void> {
    const down: Vec3 = [from_m[0], from_m[1] - 0.7, from_m[2]];
    const hand = { position_m: down, orientation_quat: towards(down, [down[0], 0, down[2]]) };
    this.wanted = { head: { position_m: from_m, orientation_quat: towards(from_m, at_m) }, left: hand, right: hand };
    await this.write();
  }

  protected holds(side: HandSide): boolean {
    return this.play.seen.body.holds[side] !== null;
  }

  /** Where the play space lies, from where the app says the head is. */
  protected space(seen: Seen): { yaw: number; x: number; z: number; lift: number } {
    const [x, y, z, w] = this.last.quaternion;
    const localYaw = Math.atan2(2 * (x * z + w * y), 1 - 2 * (x * x + y * y));
    const yaw = (seen.body.yaw_deg * Math.PI) / 180 - localYaw;
    const at = new Vector3(...this.last.position).applyAxisAngle(UP, yaw);
    const [hx, hy, hz] = seen.body.head_m;
    return { yaw, x: hx - at.x, z: hz - at.z, lift: hy - this.last.position[1] };
  }

  /** Turns the wanted room poses into the play space and writes them into the device. */
  protected async write(): Promise<void> {
    const { seen } = this.play;
    const space = this.space(seen);
    const back = new Quaternion().setFromAxisAngle(UP, -space.yaw);
    const local = (at: Vec3, y: number): Vec3 => {
      const v = new Vector3(at[0] - space.x, 0, at[2] - space.z).applyQuaternion(back);
      return [v.x, y, v.z];
    };
    const turned = (q: Four): Four => new Quaternion(...q).premultiply(back).toArray() as Four;
    const { head } = this.wanted;
    const eyes_m = physical_m(head.position_m[1] - seen.body.floor_m, seen.body.standing_m);
    const next: Put = {
      ...this.last,
      position: local(head.position_m, eyes_m),
      quaternion: turned(head.orientation_quat),
    };
    for (const side of SIDES) {
      const { position_m, orientation_quat, ray } = this.wanted[side];
      this.learnOffset(side, space);
      const off = this.offset[side].clone().applyQuaternion(new Quaternion(...orientation_quat));
      if (ray) off.set(0, 0, 0);
      const at: Vec3 = [position_m[0] - off.x, position_m[1] - off.y, position_m[2] - off.z];
      const lift = head.position_m[1] - eyes_m;
      next[side] = {
        position: local(at, at[1] - lift),
        quaternion: turned(orientation_quat),
        trigger: this.trigger[side],
        grip: this.grip[side],
      };
    }
    this.last = next;
    await this.play.visit.page.evaluate(put, next);
  }

  /** Grip and pointing ray of a controller are centimetres apart; how many is learned from the frame before. */
  protected learnOffset(side: HandSide, space: { yaw: number; x: number; z: number; lift: number }): void {
    const { position, quaternion } = this.last[side];
    const at = new Vector3(...position).applyAxisAngle(UP, space.yaw);
    const [x, y, z] = this.play.seen.body[side].position_m;
    const off = new Vector3(x - at.x - space.x, y - at.y - space.lift, z - at.z - space.z);
    if (off.length() > 0.3) return;
    const q = new Quaternion(...quaternion).premultiply(new Quaternion().setFromAxisAngle(UP, space.yaw));
    this.offset[side].copy(off.applyQuaternion(q.invert()));
  }

  /** Brings a hand to a place in the room, pointing as before or at a place. */
  protected reach(side: HandSide, at: Vec3, pointing?: Vec3): void {
    const before = this.wanted[side];
    this.wanted = {
      ...this.wanted,
      [side]: pointing
        ? { position_m: at, orientation_quat: towards(at, pointing), ray: true }
        : { position_m: at, orientation_quat: before.orientation_quat },
    };
  }

  protected where(thing: string): Vec3 {
    const found = this.play.seen.things.find((one) => one.id === thing);
    if (!found) throw new Error(`The probe knows no "${thing}".`);
    return found.aim_m;
  }

  protected kindOf(thing: string): string | undefined {
    return this.play.seen.things.find((one) => one.id === thing)?.kind;
  }

  protected carries(thing: string): boolean {
    return Object.values(this.play.seen.body.holds).includes(thing);
  }

  /** Points from before the breast and presses; a tape's trigger is that of the hand that holds it. */
  protected async point(side: HandSide, at: Vec3, button: 'trigger' | 'second'): Promise<void> {
    for (const down of [0, 0, 1, 1, 0]) {
      this.reach(side, this.before(side), at);
      if (button === 'trigger') this.trigger[side] = down;
      else await this.secondButton(side, down);
      await this.write();
      await this.play.frame(50);
    }
  }

  protected letGo(side: HandSide): void {
    this.grip[side] = 0;
    this.trigger[side] = 0;
  }

  protected async click(side: HandSide): Promise<void> {
    this.trigger[side] = 1;
    await this.write();
    await this.play.frame(50);
    this.trigger[side] = 0;
    await this.write();
    await this.play.frame(50);
  }

  /** The hand that points at panels: the free one, or the one on the hose. */
  protected pointer(): HandSide {
    const { left, right } = this.play.seen.body.holds;
    if (right === null) return 'right';
    return left === null || left.endsWith('.hose') ? 'left' : 'right';
  }

  protected key(id: string): Vec3 | null {
    for (const panel of this.play.seen.panels)
      for (const key of panel.keys) if (key.id === id && !key.disabled) return key.position_m;
    return null;
  }

  protected async secondButton(side: HandSide, value: number): Promise<void> {
    await this.play.visit.page.evaluate(pressSecond, { side, value });
  }

  protected before(side: HandSide): Vec3 {
    return beforeBreast(this.wanted.head.position_m, this.play.seen.body.yaw_deg, side);
  }

  /** Presses a key of whichever panel hangs in the room. */
  async pressKey(side: HandSide, id: string): Promise<void> {
    await insist(
      this.play,
      `a key ${id}`,
      () => this.key(id) !== null,
      () => this.write(),
    );
    for (const trigger of [0, 0, 1, 1, 0]) {
      const at = this.key(id);
      if (at) this.reach(side, this.before(side), at);
      this.trigger[side] = trigger;
      await this.write();
      await this.play.frame(50);
    }
  }
}
