/** A body in the emulated headset: does a deed as a wearer would, with controllers or bare hands. */
import { CRACK_frac } from '../../src/sim/ground.ts';
import type { Deed, HandSide } from '../../src/sim/world.ts';
import { answerTo, choiceOf, keysOf } from './answers.ts';
import { type Actor, insist, type Play } from './puppet.ts';
import type { Seen } from './seen.ts';
import { Worn } from './worn.ts';

/** The emulated headset of one visit. */
export class HeadsetBody extends Worn implements Actor {
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
      if (word === 'open' && (await this.othersOpen(deed.thing))) continue;
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

  /** A press on a leaf that somebody else is opening would shut it. @returns whether it opened further while one looked on */
  private async othersOpen(thing: string): Promise<boolean> {
    const open_frac = () => Number(this.play.seen.things.find((one) => one.id === thing)?.state.open_frac ?? 0);
    const before = open_frac();
    if (before <= CRACK_frac) return false;
    await this.write();
    await this.play.frame();
    return open_frac() > before;
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

  /** Asks for the panel where it is not open, then points at each key and presses. */
  private async byPanel(deed: Deed, keys: string[]): Promise<void> {
    const side = this.pointer();
    if (!this.key(keys[0]!) && this.key('close')) await this.pressKey(side, 'close');
    if (!this.key(keys[0]!)) await this.openPanel(deed, side);
    for (const id of keys) await this.pressKey(side, id);
  }

  /** A phone is picked by pointing at it, words are offered by pointing at a person, a tag by pointing at a bottle. */
  private async openPanel(deed: Deed, side: HandSide): Promise<void> {
    const shouts = deed.do === 'say' || deed.do === 'count';
    if (this.play.house && shouts && !this.bare) return this.openShout(side, keysOf(deed)![0]!);
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
}
