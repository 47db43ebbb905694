/** One cursor and some keys: whichever hand is free, or holds what is meant, does it. */
import type { Drill } from '../../drill/types.ts';
import type { Thing } from '../../sim/things.ts';
import { level, wentDown } from './actions.ts';
import { act, drop, putOn, second, send, useHeld, worksBySqueeze } from './acts.ts';
import type { Asked } from './asked.ts';
import { beginErrand } from './errand.ts';
import { type HandState, HUSHED_frac, heldThing, OTHER, SIDES, type Trainee } from './trainee.ts';

/** Which hand does it: placing needs the one that holds, anything else a free one, the right first. */
function desktopHand(t: Trainee, drill: Drill): HandState {
  const { holds } = drill.world.body;
  if (!holds.right) return t.hands.right;
  return holds.left ? t.hands.right : t.hands.left;
}

export function actDesktop(t: Trainee, drill: Drill, asked: Asked): void {
  const { actions } = t;
  const ray = t.rays[1];
  const carrier = squeezer(drill);
  // both hands look along the one cursor
  t.hands.left.hover.target = t.hands.right.hover.target;
  t.hands.left.use = t.hands.right.use;
  const hand = desktopHand(t, drill);
  const id = t.hands.right.hover.target?.id ?? '';
  const onOwnPart = carrier !== null && id.startsWith(`${carrier.id}.`);
  const clicked = t.desk.clicked && ray.panel_m === null;
  t.desk.clicked = false;
  const mayAct = wentDown(actions, 'act') || (clicked && (carrier === null || onOwnPart));
  let acted = false;
  if (mayAct && ray.panel_m === null) {
    // its own pin and hose are never the bracket it goes back to
    acted = (!onOwnPart && placing(t, drill)) || act(t, drill, asked, hand, 'any', 'kept');
  }
  if (wentDown(actions, 'second')) second(t, drill, asked, t.hands.right);
  if (wentDown(actions, 'let-go'))
    for (const side of SIDES) if (drill.world.body.holds[side]) drop(t, drill, t.hands[side]);
  if (wentDown(actions, 'hose')) hose(t, drill);
  if (wentDown(actions, 'use') || (clicked && !acted)) workHeld(t, drill, asked);
  const button = t.desk.button && ray.panel_m === null && !acted && !onOwnPart ? 1 : 0;
  const much = carrier ? Math.max(level(actions, 'use'), button) : 0;
  if (!t.desk.button && level(actions, 'use') < HUSHED_frac) t.hands.left.hush = t.hands.right.hush = false;
  asked.squeeze_frac = t.hands.left.hush || t.hands.right.hush ? 0 : much;
}

function squeezer(drill: Drill): Thing | null {
  for (const side of SIDES) {
    const thing = heldThing(drill, side);
    if (thing && worksBySqueeze(thing)) return thing;
  }
  return null;
}

/** The key that squeezes works a torch, a phone, a mask too; so does a press where nothing else is. */
function workHeld(t: Trainee, drill: Drill, asked: Asked): void {
  for (const side of SIDES) {
    const thing = heldThing(drill, side);
    if (!thing) continue;
    if (thing.kind === 'escape-mask') beginErrand(t, drill, 'wear', thing.id);
    else if (!useHeld(t, asked, t.hands[side], thing)) continue;
    return;
  }
}

/** A held lid, blanket or bottle goes onto what the cursor is on. */
function placing(t: Trainee, drill: Drill): boolean {
  for (const side of SIDES) {
    if (!drill.world.body.holds[side]) continue;
    t.hands[side].hover.target = t.hands.right.hover.target;
    if (putOn(t, drill, t.hands[side])) return true;
  }
  return false;
}

/** The other hand to the hose, and off it again. */
function hose(t: Trainee, drill: Drill): void {
  for (const side of SIDES) {
    const thing = heldThing(drill, side);
    if (thing?.kind !== 'extinguisher') continue;
    const other = OTHER[side];
    if (thing.hoseHeldBy) send(t, { do: 'release', hand: thing.hoseHeldBy }, other, 'release');
    else if (!drill.world.body.holds[other])
      send(t, { do: 'grab', hand: other, thing: `${thing.id}.hose` }, other, 'grab');
    return;
  }
}
