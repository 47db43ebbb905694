/** What a visitor does before and after: card, quiz, duty phone, kit, slip and recheck, as they cross the network. */
import { z } from 'zod';
import { Attempt } from './session.ts';

const Id = z.uuid();
/** A card is a number and nothing else: no name stands behind it. */
export const Card = z.strictObject({
  id: Id,
  /** short number as printed, e.g. 7KQM-X2RA-3 (the last sign checks the others) */
  code: z.string(),
  /** what the QR holds */
  qr: z.string(),
});
export type Card = z.infer<typeof Card>;
/** POST /api/cards/look {code}: what was done with a card before, newest first */
export const CardLook = z.strictObject({
  visits: z.array(
    z.strictObject({
      day: z.string(),
      variant: z.string().nullable(),
      ending: z.string().nullable(),
      purpose: z.string().nullable(),
    }),
  ),
  /** day of the four-week recheck, null without a training run */
  due: z.string().nullable(),
});
export type CardLook = z.infer<typeof CardLook>;

export const QUIZ_WHEN = ['before', 'after', 'recheck'] as const;
export const QUIZ_SCENARIOS = ['EQ', 'FF', 'FE', 'EL', 'GL'] as const;
/** GET /api/quiz?ticket=A012&scenario=FF&when=before&count=3: form A or B by ticket, the other one after */
export const QuizItem = z.strictObject({
  id: z.string(),
  stem: z.strictObject({ zh: z.string(), en: z.string() }),
  /** shuffled; `index` is the option's place in the item as written */
  options: z.array(z.strictObject({ index: z.number(), zh: z.string(), en: z.string() })),
});
export type QuizItem = z.infer<typeof QuizItem>;
export const Quiz = z.strictObject({
  ticket: z.string(),
  when: z.enum(QUIZ_WHEN),
  scenario: z.enum(QUIZ_SCENARIOS),
  form: z.enum(['A', 'B']),
  items: z.array(QuizItem),
});
export type Quiz = z.infer<typeof Quiz>;
/** POST /api/quiz: all answers of a sitting at once; the same sitting twice is one */
export const QuizAnswers = z.strictObject({
  id: Id,
  ticket: z.string().max(8),
  when: z.enum(QUIZ_WHEN),
  scenario: z.enum(QUIZ_SCENARIOS),
  answers: z
    .array(z.strictObject({ item: z.string().max(20), option: z.number().int().min(0).max(5).nullable() }))
    .min(1)
    .max(10),
});
export type QuizAnswers = z.infer<typeof QuizAnswers>;
export const QuizResult = z.strictObject({
  right: z.number(),
  of: z.number(),
  /** what was right and why, told only after the last quiz of the visit (null before) */
  items: z
    .array(
      z.strictObject({
        item: z.string(),
        right: z.number(),
        explain: z.strictObject({ zh: z.string(), en: z.string() }),
      }),
    )
    .nullable(),
});
export type QuizResult = z.infer<typeof QuizResult>;

/** POST /api/points: the other data points of a visit (procedures 9). Never a number that was typed. */
export const Point = z.discriminatedUnion('kind', [
  /** dialled from memory at the first try, without a hint */
  z.strictObject({ kind: z.literal('duty-phone'), correct: z.boolean() }),
  /** picked among four */
  z.strictObject({ kind: z.literal('duty-phone-recognised'), correct: z.boolean() }),
  z.strictObject({
    kind: z.literal('kit'),
    has: z.boolean(),
    light: z.boolean(),
    food: z.boolean(),
    aid: z.boolean(),
  }),
  /** dizzy or sick after the headset: 0 none, 1 a little, 2 much */
  z.strictObject({ kind: z.literal('comfort'), felt: z.number().int().min(0).max(2) }),
  /** how sure one is to act right, before and after: 1..5 */
  z.strictObject({
    kind: z.literal('confidence'),
    when: z.enum(['before', 'after']),
    level: z.number().int().min(1).max(5),
  }),
]);
export type Point = z.infer<typeof Point>;
export const PointCall = z.strictObject({ id: Id, ticket: z.string().max(8), point: Point });

/** GET /api/visits/:ticket/slip (staff or a hall device) and POST /api/slip {key} (the phone that scanned it) */
export const Slip = z.strictObject({
  number: z.string(),
  day: z.string(),
  hall: z.string().nullable(),
  /** day of the recheck, four weeks later; null without a card */
  recheck: z.string().nullable(),
  card: z.string().nullable(),
  runs: z.array(
    z.strictObject({
      scenario: z.string(),
      variant: z.string(),
      version: z.number(),
      mode: z.enum(['learn', 'assess']),
      how: z.enum(['headset', 'desktop']),
      role: z.enum(['performed', 'observed']),
      first: Attempt,
    }),
  ),
  quiz: z.array(z.strictObject({ when: z.enum(QUIZ_WHEN), scenario: z.string(), right: z.number(), of: z.number() })),
  /** opens the same slip on a phone: goes into the address's fragment, never into its path */
  key: z.string(),
});
export type Slip = z.infer<typeof Slip>;

/** GET /api/visit?ticket=A012 (a hall device): what the kiosk may know of a ticket. */
export const VisitBrief = z.strictObject({
  number: z.string(),
  state: z.string(),
  place: z.string(),
  wait_min: z.number().nullable(),
  ahead: z.number(),
  /** scenario/variant of every run of the visit, performed or watched, oldest first */
  ran: z.array(z.string()),
  /** what was answered already: kinds of points, with the moment where there are several: see doneWord */
  done: z.array(z.string()),
});
/** @returns quiz-before-FF, confidence-after, duty-phone, kit, comfort ... */
export function doneWord(kind: string, moment?: string | null, scenario?: string | null): string {
  return [kind, moment, scenario].filter(Boolean).join('-');
}
export type VisitBrief = z.infer<typeof VisitBrief>;

/** POST /api/recheck: a card opens its short desktop drill four weeks later. */
export const RecheckAsk = z.strictObject({ card: z.string().max(60) });
export const Recheck = z.strictObject({
  turn: Id,
  variant: z.string(),
  /** the step of the first run that is practised: rule id */
  rule: z.string().nullable(),
  due: z.string(),
});
export type Recheck = z.infer<typeof Recheck>;
