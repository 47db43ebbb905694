/** The emergency call: whom a number reaches, what has been told, and when enough has been said (procedures 1.3). */
import { CARDS } from './facts.ts';
import { reachable } from './parts.ts';
import { tell } from './tell.ts';
import type { Fact, World } from './world.ts';

const PUBLIC: Record<string, string> = { '119': 'fire', '120': 'ambulance', '110': 'police' };

/** @returns the line a number reaches; the hall's own numbers are told by the word they are filed under ('duty', 'gas'). */
export function lineOf(world: Pick<World, 'numbers'>, number: string): string {
  const digits = number.replace(/\D/g, '');
  if (PUBLIC[digits]) return PUBLIC[digits];
  for (const [name, own] of Object.entries(world.numbers)) {
    if (digits === '' || own.replace(/\D/g, '') !== digits) continue;
    if (name.startsWith('duty')) return 'duty';
    if (name.startsWith('gas')) return 'gas';
  }
  return 'unknown';
}

/** Outside, a phone is always at hand: one's own in the pocket or a neighbour's. [D] */
function phoneAtHand(world: World): string | null {
  for (const id in world.things) {
    if (world.things[id]!.kind !== 'phone') continue;
    if (world.body.out) return id;
    if (reachable(world, 'right', id) || reachable(world, 'left', id)) return id;
  }
  return null;
}

export function callDials(world: World, facts: Fact[], number: string): void {
  const phone = phoneAtHand(world);
  if (!phone) {
    const any = Object.values(world.things).find((thing) => thing.kind === 'phone');
    tell(world, facts, 'out-of-reach', any?.id ?? 'phone');
    return;
  }
  const line = lineOf(world, number);
  world.call = { phone, number, line, told: [], ended: false };
  tell(world, facts, 'called', undefined, line);
}

export function callTells(world: World, facts: Fact[], card: string): void {
  const { call } = world;
  if (!call.line || call.ended || !(CARDS as readonly string[]).includes(card)) return;
  if (call.told.includes(card)) return;
  call.told.push(card);
  tell(world, facts, 'told', undefined, card);
  if (CARDS.every((each) => call.told.includes(each))) tell(world, facts, 'call-complete');
}

export function callEnds(world: World, facts: Fact[]): void {
  const { call } = world;
  if (!call.line || call.ended) return;
  call.ended = true;
  tell(world, facts, 'hung-up', undefined, undefined, { told: call.told.length });
}
