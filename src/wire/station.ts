/** What a station and the server tell one another: pairing, orders down, reports up, the live tape. */
import { z } from 'zod';
import { INTERVENTIONS, Question, STATION_KINDS, TURN_ENDS, Turn } from './floor.ts';
import { TapePiece } from './tape.ts';

const Id = z.uuid();

/** Staff ask for a code on their tablet (POST /api/stations/codes) ... */
export const NewPairing = z.strictObject({ name: z.string().trim().min(1).max(20), kind: z.enum(STATION_KINDS) });
export type NewPairing = z.infer<typeof NewPairing>;
/** A code lives so long. */
export const PAIRING_s = 300;
export const PairingCode = z.strictObject({ code: z.string(), expires_ms: z.number() });
export type PairingCode = z.infer<typeof PairingCode>;
/** ... and it is typed once on the device (POST /api/stations): six digits, five minutes, one use. */
export const Pair = z.strictObject({ code: z.string().regex(/^\d{6}$/) });
export type Pair = z.infer<typeof Pair>;
export const StationMe = z.strictObject({
  id: Id,
  name: z.string(),
  kind: z.enum(STATION_KINDS),
});
export type StationMe = z.infer<typeof StationMe>;

/**
 * GET /api/station and each message of /api/station/stream: what this station should be doing. It is a wish, not an
 * event: a station that missed ten of them does the last one.
 */
export const Orders = z.strictObject({
  rev: z.number(),
  station: StationMe,
  /** null: show who you are and wait */
  turn: Turn.pick({
    id: true,
    number: true,
    variant: true,
    mode: true,
    crew: true,
    purpose: true,
    state: true,
    stopping: true,
    pause: true,
    comfort: true,
    asks: true,
  }).nullable(),
  wipe: z.boolean(),
  closed: z.boolean(),
  abandonAfter_s: z.number(),
});
export type Orders = z.infer<typeof Orders>;

/** POST /api/station/report: what it is doing, about once a second and at every change. The same one twice is one. */
export const Report = z.strictObject({
  /** made anew whenever the station's page opens, with a number that grows: a report that comes late changes nothing */
  boot: Id,
  seq: z.number().int().nonnegative(),
  /** the turn the station is at, null when idle; a turn that is not this station's own changes nothing */
  turn: Id.nullable(),
  phase: z.enum(['idle', 'loading', 'ready', 'running', 'paused', 'over']),
  run: Id.nullable(),
  stage: z.string().max(60).nullable(),
  elapsed_s: z.number().nonnegative().max(36_000),
  controllers: z.enum(['two', 'one', 'none', 'not-needed']),
  attended: z.boolean(),
  score: z.number().nullable(),
  /** set with phase `over` */
  end: z.enum(TURN_ENDS).nullable(),
  /** for staff, when it ended by a fault */
  trouble: z.string().max(200).nullable(),
  /** asks (Turn.asks) that were carried out */
  done: z.array(Id).max(40),
  /** a decision that has just begun, for the watchers of a crew */
  question: Question.nullable(),
  /** number of the ticket a swap handed over to, once that visitor has pressed ready: the pause of that swap is over */
  resumes: z.string().max(8).nullable().optional(),
});
export type Report = z.infer<typeof Report>;
export const ReportReply = z.strictObject({ rev: z.number(), server_ms: z.number() });

/** POST /api/station/live: a piece of the tape of the run that is on. */
export const LivePiece = z.strictObject({
  turn: Id,
  run: Id,
  /** what drill/tape.ts calls its head, with the first piece */
  head: z.unknown().optional(),
  piece: TapePiece,
});
export type LivePiece = z.infer<typeof LivePiece>;
/** how many ticks the server holds: the station sends on from there (a server that began anew has 0) */
export const LiveReply = z.strictObject({ have: z.number() });
export type LiveReply = z.infer<typeof LiveReply>;
/** a message of GET /api/live/:turn (staff, or a wall of the hall): all so far in pieces, then each new one */
export const LiveMessage = z.strictObject({
  turn: Id,
  run: Id,
  head: z.unknown().optional(),
  piece: TapePiece.optional(),
  over: z.boolean(),
});
export type LiveMessage = z.infer<typeof LiveMessage>;

/** POST /api/watch: a phone takes a seat by the code on the wall; the seat is the phone's key. */
export const Join = z.strictObject({
  /** made by the phone, kept by it alone: the same one twice is one seat */
  seat: Id,
  code: z.string().trim().min(4).max(12),
  ticket: z.string().max(8).nullable(),
});
export const Seat = z.strictObject({ seat: Id, turn: Id });
/** GET /api/watch/stream?seat= */
export const WatchView = z.strictObject({
  rev: z.number(),
  server_ms: z.number(),
  variant: z.string(),
  running: z.boolean(),
  over: z.boolean(),
  question: z
    .strictObject({ stage: z.string(), options: z.number(), opened_ms: z.number(), closes_ms: z.number() })
    .nullable(),
  /** own answer to the open question */
  mine: z.number().nullable(),
  /** of the last closed question: right option and own */
  last: z.strictObject({ stage: z.string(), right: z.number(), mine: z.number().nullable() }).nullable(),
  answered: z.number(),
  right: z.number(),
});
export type WatchView = z.infer<typeof WatchView>;
export const WatchAnswer = z.strictObject({
  seat: Id,
  stage: z.string().max(60),
  option: z.number().int().min(0).max(3),
});

export const InterventionWord = z.enum(INTERVENTIONS);
