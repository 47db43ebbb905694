/** What the two halves of the stage promise each other: who mounts what inside the canvas, and with which props. */
import type { RefObject } from 'react';
import type { Vector3 } from 'three';
import type { Drill, HallSettings } from '../drill/types.ts';
import type { Deed, HandSide } from '../sim/world.ts';
import type { Breathing } from './debrief/way.ts';

/**
 * One pointer of the trainee in world space, renewed each INPUT before any DRAW. There are always two (left, right);
 * the desktop cursor is the right one, `active` says which may be used. Never keep a reference past the frame.
 */
export interface PointerRay {
  hand: HandSide;
  active: boolean;
  origin: Vector3;
  /** unit length */
  direction: Vector3;
  /** held down now: trigger, pinch, mouse button, touch */
  pressed: boolean;
  /** went down in this frame; act on this, never on a click of limited length */
  justPressed: boolean;
  /** let go in this frame */
  justReleased: boolean;
  /**
   * Written by a panel in DRAW: metres to the panel this ray is on, null when on none. The next INPUT keeps the press
   * of such a ray away from the room behind the panel and ends the drawn ray there.
   */
  panel_m: number | null;
}
export type Rays = [left: PointerRay, right: PointerRay];

/**
 * Why nothing moves: each reason has its sentence on the pause panel. 'ready': just entered VR, stand straight and press
 * start (onResume then takes the height and begins).
 */
export type PauseReason =
  | 'ready'
  | 'menu'
  | 'blurred'
  | 'hidden'
  | 'session-ended'
  | 'inputs-lost'
  | 'page-hidden'
  // a station's run, by its staff: stop for a moment, or hand over to another
  | 'staff'
  | 'swap';

/** Staff lead this run from their tablet: the visitor is shown no way to leave, repeat or set it. */
export interface Hosted {
  /** number of who takes over, while a swap waits */
  next: string | null;
}

/** <Hazards drill lite/>: flame, smoke, steam, agent jets. Draws from drill.world in DRAW. */
export interface HazardsProps {
  drill: Drill;
  /** low-cost tier of tests and weak machines */
  lite: boolean;
}

/** <SoundScape drill/>: everything heard; silent while drill.view paused. */
export interface SoundScapeProps {
  drill: Drill;
}

/** <Panels .../>: captions, prompt, phone panel, inspection tags, consequence veil, pause panel, end panel. */
export interface PanelsProps {
  drill: Drill;
  hall: HallSettings;
  /** true while a headset session presents: panels stand in the world; false: they are fixed to the desktop camera */
  xr: boolean;
  rays: RefObject<Rays>;
  /** sends a deed into the next tick (dial, tell, say, tag, hang-up ...) */
  act: (deed: Deed) => void;
  /** why it is paused, null when it runs */
  pause: PauseReason | null;
  onResume: () => void;
  /** same variant again, new seed */
  onAgain: () => void;
  /** leaves the run for the hall page */
  onHome: () => void;
  /** thing id of an extinguisher whose inspection card is open, or null; panel asks to close it with onTagged */
  inspecting: string | null;
  onTagged: () => void;
  /** a phone is in use (held, or picked from the desk): the dialling panel is open */
  phone: string | null;
  onPhoneClosed: () => void;
  /** the panel of phrases to say aloud (facts.ts PHRASES) is open: asked for by button, key or by choosing a person */
  saying: boolean;
  onSaid: () => void;
  /** thing whose choices are open, or null; and one of them chosen by its word, null to close them */
  choosing: string | null;
  onChosen: (word: string | null) => void;
  /** opens a practice run that begins at a tick of this run's tape; the result panel has no such key without it */
  onFrom?: (tick: number) => void;
  hosted?: Hosted | undefined;
}

/** <Debrief .../>: the DOM page after the run, shown below or instead of the canvas once drill.view.ended is set. */
export interface DebriefProps {
  drill: Drill;
  hall: HallSettings;
  onAgain: () => void;
  onHome: () => void;
  /** opens a practice run that begins at a tick of this run's tape (drill/replay.ts resumeAt); no key without it */
  onFrom?: (tick: number) => void;
  /** what was noted of the air that was breathed, drawn under the marks; nothing is drawn without it */
  breathing?: Breathing;
  hosted?: Hosted | undefined;
}
