/** Doors and windows of a house: opened, cracked, closed, shut by their closers, locked, broken. */
import type { DoorBook } from './acts-book.ts';
import { CRACK_frac, SHUT_frac } from './ground.ts';
import { bodyNear } from './near.ts';
import { unseal } from './seal.ts';
import { tell, tellOnce } from './tell.ts';
import type { Door, Window } from './things.ts';
import { clock_s, type Fact, type World } from './world.ts';

/** A leaf on its way past a crack is opened, one that rests there is cracked. [D] */
const AJAR_s = 0.4;
/** A closer waits until nobody is within a metre, then shuts the leaf. [D] GB 25506 closers take 3 to 10 s in all */
const CLOSER_waits_s = 1.5;
const CLOSER_near_m = 1;
const CLOSER_swing_s = 1.5;
/** A door that does not give is told so no more often. */
const AGAIN_s = 2;

function bookOf(world: World, id: string): DoorBook {
  const { doors } = world.working.acts;
  doors[id] ??= { leftShutAt_s: -1, widest_frac: 0, byTrainee: false, ajarAt_s: -1, free_s: 0 };
  return doors[id];
}

/** The trainee moves a leaf or sash. */
export function moveLeaf(world: World, facts: Fact[], leaf: Door | Window, to_frac: number): void {
  if (leaf.kind === 'door' && (leaf.workedBy !== null || (leaf.locked && to_frac > 0))) {
    tellOnce(world, facts, AGAIN_s, 'locked', leaf.id);
    return;
  }
  setOpen(world, facts, leaf, to_frac, true);
}

/** Moves a leaf, whoever does it, and tells what that was. */
export function setOpen(world: World, facts: Fact[], leaf: Door | Window, to_frac: number, byTrainee: boolean): void {
  const was_frac = leaf.open_frac;
  const book = bookOf(world, leaf.id);
  leaf.open_frac = to_frac < SHUT_frac ? 0 : to_frac;
  if (was_frac < SHUT_frac && to_frac >= SHUT_frac) {
    book.leftShutAt_s = clock_s(world);
    book.widest_frac = 0;
    book.byTrainee = byTrainee;
    book.free_s = 0;
    if (leaf.kind === 'door') unseal(world, facts, leaf);
  }
  book.widest_frac = Math.max(book.widest_frac, to_frac);
  if (to_frac < SHUT_frac) {
    if (was_frac >= SHUT_frac) tellClosed(world, facts, leaf, book, byTrainee);
    return;
  }
  if (byTrainee && to_frac > CRACK_frac && was_frac <= CRACK_frac) {
    tell(world, facts, 'opened', leaf.id);
    book.ajarAt_s = -1;
  } else if (byTrainee && was_frac < SHUT_frac) book.ajarAt_s = clock_s(world);
}

function tellClosed(world: World, facts: Fact[], leaf: Door | Window, book: DoorBook, byTrainee: boolean): void {
  const told = byTrainee || book.byTrainee;
  const open_s = book.leftShutAt_s < 0 ? clock_s(world) : clock_s(world) - book.leftShutAt_s;
  const crack_frac = book.widest_frac <= CRACK_frac && book.leftShutAt_s >= 0 ? 1 : 0;
  book.byTrainee = false;
  book.ajarAt_s = -1;
  book.leftShutAt_s = -1;
  if (!told) return;
  tell(world, facts, 'closed', leaf.id, undefined, { fromOutside_frac: world.body.out ? 1 : 0, open_s, crack_frac });
}

/** A pane struck with what is at hand. */
export function breakPane(world: World, facts: Fact[], pane: Window): void {
  if (pane.broken) return;
  pane.broken = true;
  tell(world, facts, 'broke', pane.id);
}

function closerActs(door: Door): boolean {
  return door.selfClosing && !door.wedged && door.open_frac > 0;
}

/** One tick of every leaf: cracks told once they rest, closers at work. */
export function stepDoors(world: World, facts: Fact[], step_s: number): void {
  for (const id in world.things) {
    const leaf = world.things[id]!;
    if (leaf.kind !== 'door') continue;
    const book = world.working.acts.doors[id];
    if (leaf.open_frac >= SHUT_frac) pushed(world, facts, leaf, book);
    if (book && book.ajarAt_s >= 0 && clock_s(world) - book.ajarAt_s >= AJAR_s) {
      book.ajarAt_s = -1;
      tell(world, facts, 'cracked', id);
    }
    if (closerActs(leaf)) stepCloser(world, facts, leaf, step_s);
  }
}

/** A door that somebody else pushed open: its seals are torn, and it stands open from now. */
function pushed(world: World, facts: Fact[], door: Door, book: DoorBook | undefined): void {
  if (door.bottomSealed_frac > 0 || door.sidesSealed_frac > 0) unseal(world, facts, door);
  if (!book) return;
  if (book.leftShutAt_s < 0) {
    book.leftShutAt_s = clock_s(world);
    book.widest_frac = 0;
  }
  book.widest_frac = Math.max(book.widest_frac, door.open_frac);
}

function stepCloser(world: World, facts: Fact[], door: Door, step_s: number): void {
  const book = bookOf(world, door.id);
  if (bodyNear(world, door, CLOSER_near_m)) {
    book.free_s = 0;
    return;
  }
  book.free_s += step_s;
  if (book.free_s < CLOSER_waits_s) return;
  setOpen(world, facts, door, Math.max(0, door.open_frac - step_s / CLOSER_swing_s), false);
}
