/** One frame of acting: what each hand is on, what its presses do, what the number keys and the phone's key do. */
import type { Drill } from '../../drill/types.ts';
import { reachable } from '../../sim/parts.ts';
import { NUMBERS, wentDown } from './actions.ts';
import { takeOffer } from './acts.ts';
import type { Asked } from './asked.ts';
import { actDesktop } from './desktop.ts';
import { stillNear } from './errand.ts';
import { actXr } from './hands.ts';
import { hover } from './hover.ts';
import { offersOf } from './offers.ts';
import { phrasesOf } from './phrases.ts';
import { refreshTargets } from './targets.ts';
import { touch } from './touch.ts';
import { SIDES, type Trainee } from './trainee.ts';

/** One frame of acting. While paused only the rays live on, for the panels. */
export function interact(t: Trainee, drill: Drill, asked: Asked, dt_s: number): void {
  refreshTargets(asked.targets, drill.world);
  asked.squeeze_frac = 0;
  for (const side of SIDES) {
    const hand = t.hands[side];
    hand.flash_s = Math.max(0, hand.flash_s - dt_s);
    hover(t, drill, asked, hand);
  }
  if (t.pause !== null) return;
  numbers(t, drill, asked);
  if (wentDown(t.actions, 'say')) asked.saying = true;
  if (wentDown(t.actions, 'count') && drill.world.body.out) t.deeds.push({ do: 'count' });
  if (wentDown(t.actions, 'call')) callByHand(drill, asked);
  if (t.presenting) {
    for (const side of SIDES) {
      actXr(t, drill, asked, t.hands[side]);
      touch(t, drill, t.hands[side], asked.targets.leaves);
    }
  } else actDesktop(t, drill, asked);
}

/** Number keys choose in the panel of choices; where none is open they shout. */
function numbers(t: Trainee, drill: Drill, asked: Asked): void {
  const { world } = drill;
  const thing = asked.open ? world.things[asked.open] : undefined;
  if (asked.open && (!thing || !stillNear(drill, asked.open))) asked.closes = true;
  const offers = thing ? offersOf(world, thing, !t.presenting) : [];
  if (thing && offers.length === 0) asked.closes = true;
  const phrases = phrasesOf(world);
  NUMBERS.forEach((name, i) => {
    if (!wentDown(t.actions, name)) return;
    if (thing) {
      if (offers[i]) takeOffer(t, drill, asked, thing, offers[i]);
    } else if (phrases[i]) t.deeds.push({ do: 'say', phrase: phrases[i] });
  });
}

/** The phone in the hand or in reach comes to the ear by its own key; outside one's own is always at hand. */
function callByHand(drill: Drill, asked: Asked): void {
  const { world } = drill;
  for (const id in world.things) {
    if (world.things[id]!.kind !== 'phone') continue;
    if (world.body.out || reachable(world, 'right', id) || reachable(world, 'left', id)) asked.phone = id;
  }
}
