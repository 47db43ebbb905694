/** A body in the emulated headset: head, controllers or bare hands set where they should be, buttons pressed and let go. */
import { Quaternion, Vector3 } from 'three';
import type { Deed, HandSide, Intent, Vec3 } from '../../src/sim/world.ts';
import { DUCK_m, GAIN_FROM_frac, KNEEL_frac } from '../../src/stage/rig/posture.ts';
import { answerTo, choiceOf, keysOf } from './answers.ts';
import { type Actor, insist, type Play } from './puppet.ts';
import type { Seen } from './seen.ts';

const UP = new Vector3(0, 1, 0);
const SIDES = ['left', 'right'] as const;
type Four = [number, number, number, number];

interface HandPut {
  position: Vec3;
  quaternion: Four;
  trigger: number;
  grip: number;
}
/** What is written into the emulated device for one frame, in the play space. */
interface Put {
  position: Vec3;
  quaternion: Four;
  left: HandPut;
  right: HandPut;
  bare: boolean;
}

interface Source {
  position: { set(...to: number[]): void };
  quaternion: { set(...to: number[]): void };
  updateButtonValue(button: string, value: number): void;
  updatePinchValue(value: number): void;
}
/** The emulator's device, as far as it is moved here. */
interface Device extends Pick<Source, 'position' | 'quaternion'> {
  controllers: Record<HandSide, Source>;
  hands: Record<HandSide, Source>;
}

/** Where a hand should be: its grip, or, where it points at something, the beginning of its ray. */
type Wanted = Intent['left']['pose'] & { ray?: boolean };

/** Runs in the page. */
function put(what: Put): void {
  const device = (window as unknown as { headset: Device }).headset;
  device.position.set(...what.position);
  device.quaternion.set(...what.quaternion);
  for (const side of ['left', 'right'] as const) {
    const hand = what[side];
    const source = what.bare ? device.hands[side] : device.controllers[side];
    source.position.set(...hand.position);
    source.quaternion.set(...hand.quaternion);
    if (what.bare) source.updatePinchValue(Math.max(hand.trigger, hand.grip));
    else {
      source.updateButtonValue('trigger', hand.trigger);
      source.updateButtonValue('squeeze', hand.grip);
    }
  }
}

/** Physical head height that the posture gain turns into the wanted one (rig/posture.ts, the other way round). */
function physical_m(wanted_m: number, standing_m: number): number {
  const from_m = GAIN_FROM_frac * standing_m;
  const kneel_m = KNEEL_frac * standing_m;
  if (wanted_m >= from_m) return wanted_m;
  if (wanted_m <= DUCK_m) return (wanted_m * kneel_m) / DUCK_m;
  return kneel_m + ((wanted_m - DUCK_m) * (from_m - kneel_m)) / (from_m - DUCK_m);
}

/** Orientation whose -z points from one place to another, upright. */
function towards(from: Vec3, to: Vec3): Four {
  const [dx, dy, dz] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const yaw = Math.atan2(-dx, -dz);
  const pitch = Math.atan2(dy, Math.hypot(dx, dz));
  const q = new Quaternion()
    .setFromAxisAngle(UP, yaw)
    .multiply(new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), pitch));
  return q.toArray() as Four;
}

/** The emulated headset of one visit. */
export class HeadsetBody implements Actor {
  private readonly play: Play;
  private readonly bare: boolean;
  /** what was put last, in the play space */
  private last: Put;
  /** room poses wanted now */
  private wanted: { head: Intent['head']; left: Wanted; right: Wanted };
  /** from where the hand is put to where the app holds the grip, in the hand's own frame */
  private readonly offset: Record<HandSide, Vector3> = { left: new Vector3(), right: new Vector3() };
  private readonly grip: Record<HandSide, number> = { left: 0, right: 0 };
  private readonly trigger: Record<HandSide, number> = { left: 0, right: 0 };

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

  private holds(side: HandSide): boolean {
    return this.play.seen.body.holds[side] !== null;
  }

  /** Where the play space lies, from where the app says the head is. */
  private space(seen: Seen): { yaw: number; x: number; z: number; lift: number } {
    const [x, y, z, w] = this.last.quaternion;
    const localYaw = Math.atan2(2 * (x * z + w * y), 1 - 2 * (x * x + y * y));
    const yaw = (seen.body.yaw_deg * Math.PI) / 180 - localYaw;
    const at = new Vector3(...this.last.position).applyAxisAngle(UP, yaw);
    const [hx, hy, hz] = seen.body.head_m;
    return { yaw, x: hx - at.x, z: hz - at.z, lift: hy - this.last.position[1] };
  }

  /** Turns the wanted room poses into the play space and writes them into the device. */
  private async write(): Promise<void> {
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
  private learnOffset(side: HandSide, space: { yaw: number; x: number; z: number; lift: number }): void {
    const { position, quaternion } = this.last[side];
    const at = new Vector3(...position).applyAxisAngle(UP, space.yaw);
    const [x, y, z] = this.play.seen.body[side].position_m;
    const off = new Vector3(x - at.x - space.x, y - at.y - space.lift, z - at.z - space.z);
    if (off.length() > 0.3) return;
    const q = new Quaternion(...quaternion).premultiply(new Quaternion().setFromAxisAngle(UP, space.yaw));
    this.offset[side].copy(off.applyQuaternion(q.invert()));
  }

  /** Brings a hand to a place in the room, pointing as before or at a place. */
  private reach(side: HandSide, at: Vec3, pointing?: Vec3): void {
    const before = this.wanted[side];
    this.wanted = {
      ...this.wanted,
      [side]: pointing
        ? { position_m: at, orientation_quat: towards(at, pointing), ray: true }
        : { position_m: at, orientation_quat: before.orientation_quat },
    };
  }

  private where(thing: string): Vec3 {
    const found = this.play.seen.things.find((one) => one.id === thing);
    if (!found) throw new Error(`The probe knows no "${thing}".`);
    return found.aim_m;
  }

  private kindOf(thing: string): string | undefined {
    return this.play.seen.things.find((one) => one.id === thing)?.kind;
  }

  async act(deed: Deed, play: Play): Promise<void> {
    const answered = answerTo(deed, play.seen);
    const keys = keysOf(deed);
    const word = play.house ? choiceOf(deed, play.seen) : null;
    if (word && deed.do !== 'grab') {
      await this.inHouse(deed as Deed & { thing: string }, word, answered);
      return insist(play, JSON.stringify(deed), answered, () => this.write(), 60);
    }
    if (play.house && deed.do === 'press' && this.carries(deed.thing)) await this.click(deed.hand);
    else if (keys) await this.byPanel(deed, keys);
    else if (deed.do === 'release') this.letGo(deed.hand);
    else if (deed.do === 'place') await this.place(deed);
    else if ('thing' in deed && 'hand' in deed) await this.byHand(deed.hand, deed.thing, deed.do === 'grab');
    await insist(play, JSON.stringify(deed), answered, async (frame) => {
      // a press that did not take (the panel was still on its way): let go and press once more
      if (frame > 0 && frame % 8 === 0) {
        if (keys && this.key(keys.at(-1)!)) await this.pressKey(this.pointer(), keys.at(-1)!);
        else if (!keys && 'thing' in deed && 'hand' in deed && deed.do !== 'place')
          await this.byHand(deed.hand, deed.thing, deed.do === 'grab');
      }
      await this.write();
    });
  }

  private carries(thing: string): boolean {
    return Object.values(this.play.seen.body.holds).includes(thing);
  }

  /** Doors and windows: felt, led by the hand, worked by the trigger, or chosen from their panel. */
  private async inHouse(
    deed: Deed & { thing: string },
    word: string,
    answered: (seen: Seen) => boolean,
  ): Promise<void> {
    const side = 'hand' in deed ? deed.hand : this.pointer();
    if (word === 'feel') {
      const at = this.wanted[side].position_m;
      return insist(this.play, `a hand on ${deed.thing}`, answered, async () => {
        this.reach(side, at);
        await this.write();
      });
    }
    if (word === 'crack') return this.crack(side, deed.thing, answered);
    if (word === 'seal') return this.layAtFoot(side, deed.thing, answered);
    const byPanel = word === 'pour' || this.kindOf(deed.thing) === 'window';
    const pointer = byPanel ? this.pointer() : side;
    for (let tries = 0; tries < 12 && !answered(this.play.seen); tries++) {
      if (this.key(`do:${word}`)) {
        await this.pressKey(pointer, `do:${word}`);
        continue;
      }
      // somebody stepped into the ray: words were offered instead
      if (this.key('close')) await this.pressKey(pointer, 'close');
      await this.point(pointer, this.where(deed.thing), word === 'pour' ? 'second' : 'trigger');
    }
    // an open panel would take the next press for itself
    if (this.key('close') && this.play.seen.panels.some((panel) => panel.keys.some((one) => one.id.startsWith('do:'))))
      await this.pressKey(pointer, 'close');
  }

  /** Points from before the breast and presses; a tape's trigger is that of the hand that holds it. */
  private async point(side: HandSide, at: Vec3, button: 'trigger' | 'second'): Promise<void> {
    for (const down of [0, 0, 1, 1, 0]) {
      this.reach(side, this.before(side), at);
      if (button === 'trigger') this.trigger[side] = down;
      else await this.secondButton(side, down);
      await this.write();
      await this.play.frame(50);
    }
  }

  /** Takes the leaf at its free edge and leads it a hand's breadth. */
  private async crack(side: HandSide, thing: string, answered: (seen: Seen) => boolean): Promise<void> {
    this.letGo(side);
    const { hinge, swings } = this.play.seen.things.find((one) => one.id === thing)!.state;
    const way = { '-x': [-1, 0], '+x': [1, 0], '-z': [0, -1], '+z': [0, 1] } as Record<string, [number, number]>;
    const [hx, hz] = way[String(hinge)]!;
    const [sx, sz] = way[String(swings)]!;
    const [x, y, z] = this.where(thing);
    const put = async (led_m: number, closed: number) => {
      this.reach(side, [x - hx * 0.3 + sx * led_m, y + 0.05, z - hz * 0.3 + sz * led_m]);
      this.grip[side] = closed;
      await this.write();
      await this.play.frame(50);
    };
    for (let frame = 0; frame < 3; frame++) await put(0, 0);
    for (let frame = 0; frame < 2; frame++) await put(0, 1);
    for (let led_m = 0.04; led_m < 0.4 && !answered(this.play.seen); led_m += 0.03) await put(led_m, 1);
    this.letGo(side);
    await this.write();
    await this.play.frame(50);
  }

  /** Down to the foot of the leaf, and lets go. */
  private async layAtFoot(side: HandSide, thing: string, answered: (seen: Seen) => boolean): Promise<void> {
    const [x, y, z] = this.where(thing);
    const [hx, , hz] = this.wanted.head.position_m;
    const away = Math.hypot(hx - x, hz - z) || 1;
    for (let tries = 0; tries < 3 && !answered(this.play.seen); tries++) {
      this.grip[side] = 1;
      for (let frame = 0; frame < 4; frame++) {
        this.reach(side, [x + ((hx - x) / away) * 0.25, y - 0.85, z + ((hz - z) / away) * 0.25]);
        await this.write();
        await this.play.frame(50);
      }
      this.letGo(side);
      await this.write();
      await this.play.frame(50);
    }
  }

  private letGo(side: HandSide): void {
    this.grip[side] = 0;
    this.trigger[side] = 0;
  }

  /** Hand to the thing; what is taken stays in a closed grip, anything else is a press of the trigger. */
  private async byHand(side: HandSide, thing: string, takes: boolean): Promise<void> {
    this.letGo(side);
    for (let frame = 0; frame < 4; frame++) {
      this.reach(side, this.where(thing));
      await this.write();
      await this.play.frame(50);
    }
    if (takes) this.grip[side] = 1;
    else await this.click(side);
    await this.write();
    await this.play.frame(50);
  }

  private async click(side: HandSide): Promise<void> {
    this.trigger[side] = 1;
    await this.write();
    await this.play.frame(50);
    this.trigger[side] = 0;
    await this.write();
    await this.play.frame(50);
  }

  /** Carries what is held over the thing, a hand's breadth above it, and opens the hand. */
  private async place(deed: Extract<Deed, { do: 'place' }>): Promise<void> {
    for (let frame = 0; frame < 4; frame++) {
      const [x, y, z] = this.where(deed.thing);
      const onItself = this.play.seen.body.holds[deed.hand] === deed.thing;
      const home = this.play.limbs.arms[deed.hand].at_m;
      this.reach(deed.hand, onItself ? home : [x, y + 0.12, z]);
      await this.write();
      await this.play.frame(50);
    }
    this.letGo(deed.hand);
    await this.write();
    await this.play.frame(50);
  }

  /** The hand that points at panels: the free one, or the one on the hose. */
  private pointer(): HandSide {
    const { left, right } = this.play.seen.body.holds;
    if (right === null) return 'right';
    return left === null || left.endsWith('.hose') ? 'left' : 'right';
  }

  /** Asks for the panel where it is not open, then points at each key and presses. */
  private async byPanel(deed: Deed, keys: string[]): Promise<void> {
    const side = this.pointer();
    if (!this.key(keys[0]!) && this.key('close')) await this.pressKey(side, 'close');
    if (!this.key(keys[0]!)) await this.openPanel(deed, side);
    for (const id of keys) await this.pressKey(side, id);
  }

  private key(id: string): Vec3 | null {
    for (const panel of this.play.seen.panels)
      for (const key of panel.keys) if (key.id === id && !key.disabled) return key.position_m;
    return null;
  }

  /** A phone is picked by pointing at it, words are offered by pointing at a person, a tag by pointing at a bottle. */
  private async openPanel(deed: Deed, side: HandSide): Promise<void> {
    if (this.play.house && deed.do === 'say' && !this.bare) return this.openShout(side, keysOf(deed)![0]!);
    const kind = deed.do === 'say' ? 'person' : deed.do === 'tag' ? 'extinguisher' : 'phone';
    const about =
      deed.do === 'tag'
        ? deed.thing
        : this.play.seen.things.find((one) => one.kind === kind && one.state.out !== true)?.id;
    if (!about) throw new Error(`Nothing opens the panel for ${JSON.stringify(deed)}.`);
    const first = keysOf(deed)![0]!;
    // what is carried shows its card by the second button, not by pointing at it
    const carried = Object.values(this.play.seen.body.holds).includes(about);
    if (carried && kind === 'phone') {
      await this.click(this.play.seen.body.holds.left === about ? 'left' : 'right');
      return insist(
        this.play,
        `the panel with ${first}`,
        () => this.key(first) !== null,
        () => this.write(),
      );
    }
    if (!carried && this.holds(side)) {
      this.letGo(side);
      await insist(
        this.play,
        'a hand free for the panel',
        ({ body }) => body.holds[side] === null,
        () => this.write(),
      );
    }
    await insist(
      this.play,
      `the panel with ${first}`,
      () => this.key(first) !== null,
      async (frame) => {
        // outside, one's own phone comes out by itself
        if (this.play.seen.body.out && kind === 'phone') return this.write();
        if (!carried) this.reach(side, this.before(side), this.where(about));
        const down = frame % 6 === 3 || frame % 6 === 4 ? 1 : 0;
        if (carried) await this.secondButton(side, down);
        else this.trigger[side] = down;
        await this.write();
      },
      40,
    );
    this.trigger[side] = 0;
    if (carried) await this.secondButton(side, 0);
  }

  /** The second button at nothing in particular: up at the ceiling. */
  private async openShout(side: HandSide, first: string): Promise<void> {
    await insist(
      this.play,
      `the panel with ${first}`,
      () => this.key(first) !== null,
      async (frame) => {
        const [x, y, z] = this.before(side);
        this.reach(side, [x, y, z], [x + 0.02, y + 1, z - 0.3]);
        await this.secondButton(side, frame % 6 === 3 || frame % 6 === 4 ? 1 : 0);
        await this.write();
      },
      40,
    );
    await this.secondButton(side, 0);
  }

  private async secondButton(side: HandSide, value: number): Promise<void> {
    await this.play.visit.page.evaluate(
      ({ side, value }) => {
        const { controllers } = (window as unknown as { headset: Device }).headset;
        controllers[side].updateButtonValue(side === 'left' ? 'x-button' : 'a-button', value);
      },
      { side, value },
    );
  }

  /** A hand held out before the breast, to point from. */
  private before(side: HandSide): Vec3 {
    const [x, y, z] = this.wanted.head.position_m;
    const yaw = (this.play.seen.body.yaw_deg * Math.PI) / 180;
    const right = side === 'right' ? 0.15 : -0.15;
    return [
      x + right * Math.cos(yaw) - 0.25 * Math.sin(yaw),
      y - 0.35,
      z - right * Math.sin(yaw) - 0.25 * Math.cos(yaw),
    ];
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
