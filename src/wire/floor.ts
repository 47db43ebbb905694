/** The floor of the hall on one day: tickets, stations, turns and the commands of staff, as they cross the network. */
import { z } from 'zod';

export const AUDIENCES = ['resident', 'student', 'shop', 'mixed'] as const;
/** under 14 a guardian consents (PIPL 28, 31); under-7, 7-9 and 10-13 because halls draw their line at 7, 10 or 13 */
export const AGE_BANDS = ['under-7', '7-9', '10-13', '14-17', '18-59', '60-plus'] as const;
/** where the screening card sends a visitor; its answers are not kept */
export const PLACES = ['headset', 'desktop', 'watch'] as const;
export const TICKET_STATES = ['waiting', 'called', 'playing', 'after', 'done', 'no-show', 'left'] as const;
/** a ticket in one of these is over for the day */
export const TICKET_ENDS = ['done', 'no-show', 'left'] as const;
export const STATION_KINDS = ['headset', 'desktop', 'wall', 'kiosk'] as const;
export const TURN_ENDS = ['finished', 'failed', 'abandoned', 'technical-fault', 'not-begun'] as const;
export const INTERVENTIONS = ['hint', 'calmer', 'surprise'] as const;
export const NOTE_KINDS = ['sick', 'incident', 'hygiene', 'device'] as const;

export type Audience = (typeof AUDIENCES)[number];
export type AgeBand = (typeof AGE_BANDS)[number];
export type Place = (typeof PLACES)[number];
export type TicketState = (typeof TICKET_STATES)[number];
export type StationKind = (typeof STATION_KINDS)[number];
export type TurnEnd = (typeof TURN_ENDS)[number];

const Id = z.uuid();
/** scenario/variant, e.g. firefighting/kitchen-wok */
export const VariantName = z.string().regex(/^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/);
/** short number of a training card as printed; blanks, hyphens and case forgiven */
export const CardCode = z.string().trim().min(6).max(40);

/** How a turn is set for its visitor; every turn begins with STANDARD_COMFORT, whatever the one before had. */
export const Comfort = z.strictObject({
  locale: z.enum(['zh-CN', 'en']),
  captions: z.boolean(),
  seated: z.boolean(),
  /** 0 calm .. 1 full: flashes, sway, sounds */
  intensity: z.enum(['calm', 'normal', 'full']),
});
export type Comfort = z.infer<typeof Comfort>;
export const STANDARD_COMFORT: Comfort = { locale: 'zh-CN', captions: true, seated: false, intensity: 'normal' };

export const Ticket = z.strictObject({
  id: Id,
  /** A001: unique on its day, the only name a visitor has in public */
  number: z.string(),
  state: z.enum(TICKET_STATES),
  audience: z.enum(AUDIENCES),
  ageBand: z.enum(AGE_BANDS),
  place: z.enum(PLACES),
  /** whether a training card stands behind it (the card itself is not shown) */
  card: z.boolean(),
  booking: z.string().nullable(),
  came_ms: z.number(),
  /** since when it has been in this state */
  since_ms: z.number(),
  /** place in the fair order: smaller is sooner */
  due_ms: z.number(),
  turn: Id.nullable(),
  /** runs of this visit that began */
  runs: z.number(),
  /** times it was called and did not come */
  missed: z.number(),
});
export type Ticket = z.infer<typeof Ticket>;

export const Watcher = z.strictObject({
  /** seat of a phone, or of a raised hand that staff tapped in */
  seat: Id,
  by: z.enum(['phone', 'hand']),
  ticket: Id.nullable(),
  answered: z.number(),
  right: z.number(),
  /** own answer to the open question, null before it */
  option: z.number().nullable(),
  left: z.boolean(),
});
export type Watcher = z.infer<typeof Watcher>;
export const MAX_WATCHERS = 6;

/** A question put to the watchers at a decision, before it is shown. */
export const Question = z.strictObject({
  stage: z.string().max(60),
  options: z.number().int().min(2).max(4),
  right: z.number().int().min(0).max(3),
});
export type Question = z.infer<typeof Question>;

export const TurnAsk = z.strictObject({
  id: Id,
  what: z.enum([...INTERVENTIONS, 'recenter']),
  at_ms: z.number(),
  /** the station has done it */
  done: z.boolean(),
});
export type TurnAsk = z.infer<typeof TurnAsk>;

/** One visitor (or crew) at one station for one run. */
export const Turn = z.strictObject({
  id: Id,
  ticket: Id,
  number: z.string(),
  station: Id,
  variant: VariantName,
  mode: z.enum(['learn', 'assess']),
  crew: z.boolean(),
  purpose: z.enum(['training', 'recheck']),
  /** called: waits for the visitor; ready: somebody stands beside, the station may begin; over: nothing more happens */
  state: z.enum(['called', 'ready', 'running', 'paused', 'over']),
  called_ms: z.number(),
  ready_ms: z.number().nullable(),
  began_ms: z.number().nullable(),
  ended_ms: z.number().nullable(),
  end: z.enum(TURN_ENDS).nullable(),
  /** staff asked the station to stop; it answers with the end */
  stopping: z.boolean(),
  /** paused by staff (the headset's own pauses are not this) */
  pause: z.enum(['staff', 'swap']).nullable(),
  /** run id as the station said it */
  run: Id.nullable(),
  comfort: Comfort,
  asks: z.array(TurnAsk),
  watchers: z.array(Watcher),
  /** everybody who performed in it, in order; more than one after a swap */
  performers: z.array(z.strictObject({ ticket: Id, number: z.string(), from_stage: z.string().nullable() })),
  /** open question for the watchers, null when none */
  question: Question.extend({ opened_ms: z.number(), closes_ms: z.number() }).nullable(),
});
export type Turn = z.infer<typeof Turn>;

/** What a station last said of itself; kept in memory only. */
export const Live = z.strictObject({
  stage: z.string().max(60).nullable(),
  elapsed_s: z.number(),
  controllers: z.enum(['two', 'one', 'none', 'not-needed']),
  /** headset worn, or page in front */
  attended: z.boolean(),
  score: z.number().nullable(),
  /** ms since the station spoke, by the server's clock */
  heard_ms: z.number(),
});
export type Live = z.infer<typeof Live>;

export const Station = z.strictObject({
  id: Id,
  name: z.string(),
  kind: z.enum(STATION_KINDS),
  /** wipe: used and not yet wiped; closed: out of service */
  state: z.enum(['free', 'busy', 'wipe', 'closed']),
  turn: Id.nullable(),
  connected: z.boolean(),
  live: Live.nullable(),
});
export type Station = z.infer<typeof Station>;

export const Note = z.strictObject({
  id: Id,
  kind: z.enum(NOTE_KINDS),
  text: z.string(),
  at_ms: z.number(),
  station: Id.nullable(),
  /** number of the ticket, not who it was */
  number: z.string().nullable(),
});
export type Note = z.infer<typeof Note>;

/** How long one must wait and why that is thought: shown with its working. */
export const Estimate = z.strictObject({
  place: z.enum(['headset', 'desktop']),
  waiting: z.number(),
  stations: z.number(),
  /** one turn with wiping, minutes */
  cycle_min: z.number(),
  /** turns it was measured from; 0: the planning value */
  measured: z.number(),
  /** minutes until somebody who came now would be called; null when no station is open */
  wait_min: z.number().nullable(),
});
export type Estimate = z.infer<typeof Estimate>;

/** GET /api/floor and each message of /api/floor/stream. */
export const Floor = z.strictObject({
  /** grows with every acknowledged change of the day */
  rev: z.number(),
  day: z.string(),
  server_ms: z.number(),
  tickets: z.array(Ticket),
  stations: z.array(Station),
  /** of the day, newest last */
  turns: z.array(Turn),
  notes: z.array(Note),
  estimates: z.array(Estimate),
  /** minutes until each waiting ticket is called, by ticket id */
  waits_min: z.record(z.string(), z.number().nullable()),
  /** what undo would take back, null when nothing can be */
  undo: z.strictObject({ event: Id, what: z.string(), number: z.string().nullable() }).nullable(),
});
export type Floor = z.infer<typeof Floor>;

const word = <Of extends string, Shape extends z.core.$ZodLooseShape>(name: Of, shape: Shape) =>
  z.strictObject({ do: z.literal(name), ...shape });
const reason = z.string().trim().max(200);

/** What staff do. Every one is answered after it is on the disk, and the same id twice is one act. */
export const Command = z.discriminatedUnion('do', [
  word('check-in', {
    audience: z.enum(AUDIENCES),
    ageBand: z.enum(AGE_BANDS),
    place: z.enum(PLACES),
    /** a guardian said yes; needed under the hall's age of consent */
    consent: z.boolean(),
    card: CardCode.nullable(),
    booking: z.string().max(60).nullable(),
    /** more than one: so many of a group arrive together */
    count: z.number().int().min(1).max(60),
  }),
  word('place', { ticket: Id, place: z.enum(PLACES) }),
  word('call', {
    station: Id,
    /** null: whoever is next */
    ticket: Id.nullable(),
    variant: VariantName,
    mode: z.enum(['learn', 'assess']),
    crew: z.boolean(),
  }),
  word('call-again', { turn: Id }),
  word('skip', { ticket: Id }),
  word('return', { ticket: Id }),
  word('no-show', { ticket: Id }),
  word('leave', { ticket: Id }),
  word('finish', { ticket: Id }),
  word('again', { ticket: Id }),
  /** somebody stands beside the visitor: the station may begin */
  word('beside', { turn: Id }),
  word('pause', { turn: Id }),
  word('resume', { turn: Id }),
  word('end', { turn: Id }),
  word('fault', { turn: Id, reason }),
  word('recenter', { turn: Id }),
  word('comfort', { turn: Id, comfort: Comfort }),
  word('intervene', { turn: Id, what: z.enum(INTERVENTIONS) }),
  word('swap', { turn: Id, ticket: Id }),
  word('seat', { turn: Id, ticket: Id.nullable() }),
  word('unseat', { turn: Id, seat: Id }),
  /** raised hands: which option a seat without a phone chose */
  word('hand', { turn: Id, seat: Id, option: z.number().int().min(0).max(3) }),
  word('wiped', { station: Id }),
  word('close-station', { station: Id, reason }),
  word('open-station', { station: Id }),
  word('note', { kind: z.enum(NOTE_KINDS), text: reason, station: Id.nullable(), turn: Id.nullable() }),
  word('undo', { event: Id }),
]);
export type Command = z.infer<typeof Command>;
export const CommandCall = z.strictObject({ id: Id, command: Command });
export type CommandCall = z.infer<typeof CommandCall>;
/** the tickets or the turn a command made or changed */
export const CommandReply = z.strictObject({
  rev: z.number(),
  tickets: z.array(Ticket),
  turn: Turn.nullable(),
});
export type CommandReply = z.infer<typeof CommandReply>;

/** The hall's own rules, each with the published ones as help text on its page. */
export const FloorRules = z.strictObject({
  /** youngest age for a headset, years */
  headsetFrom_y: z.number().int().min(0).max(21),
  /** least height for a headset, cm */
  headsetFrom_cm: z.number().int().min(0).max(200),
  /** below this age a guardian consents, years */
  consentUnder_y: z.number().int().min(0).max(18),
  /** a station's run with nobody in the headset ends as abandoned after so many seconds */
  abandonAfter_s: z.number().int().min(20).max(600),
});
export type FloorRules = z.infer<typeof FloorRules>;
/** Meta: 10 years; Tokyo: 100 cm; consent under 14: PIPL 31. A minute with nobody in the headset is a visitor who went. [D] */
export const STANDARD_RULES: FloorRules = {
  headsetFrom_y: 10,
  headsetFrom_cm: 100,
  consentUnder_y: 14,
  abandonAfter_s: 60,
};

/** GET /api/board and each message of /api/board/stream: the public screen. Numbers only. */
export const Board = z.strictObject({
  rev: z.number(),
  server_ms: z.number(),
  hall: z.string().nullable(),
  /** where a phone on the hall's network reaches it: a screen opened at localhost must not print that; null when unknown */
  origin: z.string().nullable(),
  stations: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      kind: z.enum(STATION_KINDS),
      doing: z.enum(['free', 'called', 'getting-ready', 'running', 'paused', 'wipe', 'closed', 'lost']),
      number: z.string().nullable(),
      variant: VariantName.nullable(),
    }),
  ),
  /** who has been called, newest first; `calls` grows when a number is called again, so that it is said aloud again */
  called: z.array(z.strictObject({ number: z.string(), station: z.string(), at_ms: z.number(), calls: z.number() })),
  /** numbers that wait, in their order */
  waiting: z.array(z.string()),
  estimates: z.array(Estimate),
  /** the crew turn to show, with the address phones join at and the open question */
  crew: z
    .strictObject({
      turn: Id,
      variant: VariantName,
      number: z.string(),
      running: z.boolean(),
      join: z.string(),
      watchers: z.number(),
      answered: z.number(),
      question: z
        .strictObject({ stage: z.string(), options: z.number(), opened_ms: z.number(), closes_ms: z.number() })
        .nullable(),
      /** of the question that closed last: how many chose each option */
      tally: z.strictObject({ stage: z.string(), right: z.number(), chose: z.array(z.number()) }).nullable(),
    })
    .nullable(),
});
export type Board = z.infer<typeof Board>;
