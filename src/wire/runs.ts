/** What staff read about runs: the list, one run, and the month's participation, as they cross the network. */
import { z } from 'zod';
import { ENDINGS, Session } from './session.ts';

/** 2026-11, the hall's own calendar (Asia/Shanghai) */
export const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
export const DATED_BY = ['device', 'corrected', 'received'] as const;

export const RunFilter = z.strictObject({
  month: Month.optional(),
  scenario: z.string().max(60).optional(),
  mode: z.enum(['learn', 'assess']).optional(),
  /** opaque place in the list, from the page before */
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type RunFilter = z.infer<typeof RunFilter>;

export const RunRow = z.strictObject({
  id: z.string(),
  scenario: z.string(),
  variant: z.string(),
  version: z.number(),
  mode: z.enum(['learn', 'assess']),
  how: z.enum(['headset', 'desktop']),
  role: z.enum(['performed', 'observed']),
  /** when it began as best known; dated_by says whose clock */
  began_ms: z.number(),
  dated_by: z.enum(DATED_BY),
  local_date: z.string(),
  received_ms: z.number(),
  ended: z.enum(ENDINGS),
  ending: z.string().nullable(),
  passed: z.boolean(),
  score: z.number().nullable(),
  grade: z.string().nullable(),
  duration_s: z.number(),
  critical: z.array(z.string()),
  secondTry: z.boolean(),
});
export type RunRow = z.infer<typeof RunRow>;
export const RunPage = z.strictObject({
  runs: z.array(RunRow),
  /** where the next page begins, null at the end */
  next: z.string().nullable(),
  /** months and scenarios that have runs, for the filter */
  months: z.array(z.string()),
  scenarios: z.array(z.string()),
});
export type RunPage = z.infer<typeof RunPage>;
export const RunReply = z.strictObject({ run: RunRow, session: Session });
export type RunReply = z.infer<typeof RunReply>;

/** Runs alike in all five: counted together and with no others. */
export const ParticipationRow = z.strictObject({
  scenario: z.string(),
  variant: z.string(),
  mode: z.enum(['learn', 'assess']),
  how: z.enum(['headset', 'desktop']),
  role: z.enum(['performed', 'observed']),
  /** distinct run ids */
  runs: z.number(),
  finished: z.number(),
  failed: z.number(),
  abandoned: z.number(),
  technicalFault: z.number(),
  /** first attempts that were decided (finished or failed) and passed; null where nothing is judged (learn, observed) */
  passed: z.number().nullable(),
  /** passed / (finished + failed); null where nothing was decided: a missing value is never a zero */
  passRate_frac: z.number().nullable(),
  /** mean of the first attempts' scores, null where there is none */
  meanScore: z.number().nullable(),
  /** runs with a second try after a critical failure; its result counts nowhere else */
  secondTries: z.number(),
});
export type ParticipationRow = z.infer<typeof ParticipationRow>;
const Share = z.number().nullable();
/** Beside the runs: who came, and the three figures the community is measured by (procedures 9). Missing is null. */
export const MonthFigures = z.strictObject({
  /** distinct tickets */
  visits: z.number(),
  /** of them, those who performed or watched a run that was no technical fault */
  trained: z.number(),
  /** parts in runs, kept apart: in a headset, at a desktop, watching */
  performed: z.number(),
  desktop: z.number(),
  observed: z.number(),
  /** distinct training cards: the people who can be told apart */
  cards: z.number(),
  technicalFaults: z.number(),
  knowledge: z.strictObject({
    tested: z.number(),
    /** post-test of 80 % or more */
    knows: z.number(),
    knows_frac: Share,
    gain_frac: Share,
    /** visits with a quiz before and after */
    paired: z.number(),
  }),
  dutyPhone: z.strictObject({ asked: z.number(), correct: z.number(), correct_frac: Share }),
  dutyPhoneRecognised: z.strictObject({ asked: z.number(), correct: z.number(), correct_frac: Share }),
  kit: z.strictObject({ asked: z.number(), complete: z.number(), complete_frac: Share }),
  retention: z.strictObject({ rechecks: z.number(), passed: z.number(), passed_frac: Share }),
  notes: z.number(),
});
export type MonthFigures = z.infer<typeof MonthFigures>;

export const Participation = z.strictObject({
  month: Month,
  generated_ms: z.number(),
  rows: z.array(ParticipationRow),
  figures: MonthFigures,
  /** a kept-aside upload is not counted; how many there are */
  conflicts: z.number(),
  months: z.array(z.string()),
});
export type Participation = z.infer<typeof Participation>;

export const ConflictRow = z.strictObject({
  runId: z.string(),
  sha256: z.string(),
  received_ms: z.number(),
  device: z.string(),
});
export type ConflictRow = z.infer<typeof ConflictRow>;
export const ConflictRows = z.array(ConflictRow);
