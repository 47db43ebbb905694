/** What the files of a scenario may say: the shapes of scenario.yaml, variant.yaml, text.<locale>.yaml and room.yaml. */
import { z } from 'zod';
import { FACTS, type FactKind } from '../sim/facts.ts';
import { unknown } from './nearest.ts';

export const LOCALES = ['zh-CN', 'en'] as const;
export type PackLocale = (typeof LOCALES)[number];

/** One name, or several of which any will do. */
const Names = z.union([z.string(), z.array(z.string()).min(1)]);
const FactName = z.string().superRefine((word, context) => {
  if (!(word in FACTS)) context.addIssue({ code: 'custom', message: unknown('fact', word, Object.keys(FACTS)) });
}) as unknown as z.ZodType<FactKind>;
const Limits = z.strictObject({ min: z.number().optional(), max: z.number().optional() });

/** When something counts as having come about. Exactly one of fact, all, any, not, waited. */
export interface Condition {
  fact?: FactKind;
  thing?: string | string[];
  with?: string | string[];
  values?: Record<string, { min?: number; max?: number }>;
  count?: number;
  uncleared_by?: FactKind;
  in_stage?: string | string[];
  all?: Condition[];
  any?: Condition[];
  not?: Condition;
  waited?: { since: 'start' | Condition; for_s: number; without?: Condition };
  after?: Condition;
  before?: Condition;
  within_s?: number;
  since?: Condition;
  last?: boolean;
}

const HEADS = ['fact', 'all', 'any', 'not', 'waited'] as const;
const FACT_ONLY = ['thing', 'with', 'values', 'count', 'uncleared_by', 'in_stage', 'last'] as const;

export const ConditionShape: z.ZodType<Condition> = z.lazy(() =>
  z
    .strictObject({
      fact: FactName.optional(),
      thing: Names.optional(),
      with: Names.optional(),
      values: z.record(z.string(), Limits).optional(),
      count: z.number().int().min(2).optional(),
      uncleared_by: FactName.optional(),
      in_stage: Names.optional(),
      last: z.boolean().optional(),
      all: z.array(ConditionShape).min(1).optional(),
      any: z.array(ConditionShape).min(1).optional(),
      not: ConditionShape.optional(),
      waited: z
        .strictObject({
          since: z.union([z.literal('start'), ConditionShape]),
          for_s: z.number().nonnegative(),
          without: ConditionShape.optional(),
        })
        .optional(),
      after: ConditionShape.optional(),
      before: ConditionShape.optional(),
      within_s: z.number().positive().optional(),
      since: ConditionShape.optional(),
    })
    .superRefine((condition, context) => {
      const heads = HEADS.filter((word) => condition[word] !== undefined);
      const refuse = (message: string) => context.addIssue({ code: 'custom', message });
      if (heads.length !== 1) refuse(`a condition says exactly one of ${HEADS.join(', ')}`);
      const stray = FACT_ONLY.find((word) => condition[word] !== undefined);
      if (stray && condition.fact === undefined) refuse(`"${stray}" belongs beside "fact"`);
      if (condition.since && condition.within_s === undefined) refuse('"since" needs "within_s" beside it');
    }),
);

/** full at `full`, nothing at `zero`, straight between; desktop limits of at_s are 0.8 of the headset's unless given. */
const GradeShape = z.strictObject({
  measure: z.string(),
  since: ConditionShape.optional(),
  full: z.number(),
  zero: z.number(),
  desktop: z.strictObject({ full: z.number(), zero: z.number() }).optional(),
});
export type Grade = z.infer<typeof GradeShape>;

const PartShape = z.strictObject({
  points: z.number().positive(),
  when: ConditionShape,
  grade: z.array(GradeShape).optional(),
});
const WayShape = z
  .strictObject({
    when: ConditionShape.optional(),
    parts: z.array(PartShape).min(1).optional(),
    grade: z.array(GradeShape).optional(),
    share: z.number().positive().max(1).optional(),
  })
  .refine((way) => (way.when === undefined) !== (way.parts === undefined), 'a way has either "when" or "parts"');
export type Way = z.infer<typeof WayShape>;

const Key = z.string().min(1);
const MarkShape = z.strictObject({
  rule: z.string(),
  points: z.number().positive(),
  title: Key,
  reason: Key,
  stage: z.string(),
  ways: z.array(WayShape).min(1),
  /** worth nothing while this holds */
  unless: ConditionShape.optional(),
  /** judged only when the run ends */
  at_end: z.boolean().optional(),
  /** counts as earned when an ending credits leaving */
  leaving: z.boolean().optional(),
});
export type Mark = z.infer<typeof MarkShape>;

const ErrorShape = z.strictObject({
  rule: z.string(),
  minus: z.number().positive(),
  when: ConditionShape,
  title: Key,
  reason: Key,
  at_end: z.boolean().optional(),
});
export type ErrorMark = z.infer<typeof ErrorShape>;

const CriticalShape = z.strictObject({
  rule: z.string(),
  when: ConditionShape,
  title: Key,
  reason: Key,
  /** what is told while the consequence shows */
  consequence: Key,
  shows_s: z.number().min(3).max(6),
});
export type Critical = z.infer<typeof CriticalShape>;

const ActionShape = z
  .strictObject({
    ignite: z.string().optional(),
    /** how long it has burned when the trainee meets it */
    burned_s: z.number().nonnegative().max(300).optional(),
    caption: Key.optional(),
    speaker: z.string().optional(),
  })
  .refine(
    (action) => (action.ignite === undefined) !== (action.caption === undefined),
    'an action says "ignite" or "caption"',
  );
export type Action = z.infer<typeof ActionShape>;

/** What watchers are asked at a decision, before it is shown: what would you do now? */
const QuestionShape = z.strictObject({
  text: Key,
  options: z.array(Key).min(2).max(4),
  /** which option is right, counted from 0 */
  right: z.number().int().min(0).max(3),
});

const StageShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  prompt: Key.optional(),
  /** snapshots are taken here: a rewind comes back to the last one passed */
  decision: z.boolean().optional(),
  question: QuestionShape.optional(),
  /** waiting is right here: no calm reminder */
  quiet: z.boolean().optional(),
  enter: z.array(ActionShape).optional(),
  next: z.array(z.strictObject({ when: ConditionShape, to: z.string() })).optional(),
});
export type Stage = z.infer<typeof StageShape>;

const EndingShape = z.strictObject({
  word: z.string(),
  when: ConditionShape,
  ended: z.enum(['finished', 'failed']),
  /** share of the points of `leaving` marks that this ending gives */
  leaving_credit: z.number().min(0).max(1).optional(),
  title: Key,
});
export type Ending = z.infer<typeof EndingShape>;

export const VariantShape = z.strictObject({
  variant: z.string(),
  /** the variant's id in the procedures, FF-VR2 */
  code: z.string(),
  version: z.number().int().positive(),
  audience: z.enum(['resident', 'student', 'shop-staff']),
  level: z.number().int().min(1).max(3),
  minutes: z.number().positive(),
  /** a run that has not ended by then ends as "timed-out" */
  limit_s: z.number().positive(),
  title: Key,
  intro: Key,
  stages: z.array(StageShape).min(1),
  anywhere: z
    .array(z.strictObject({ when: ConditionShape, to: z.string(), from: z.array(z.string()).optional() }))
    .optional(),
  marks: z.array(MarkShape).min(1),
  errors: z.array(ErrorShape),
  critical: z.array(CriticalShape).min(1),
  endings: z.array(EndingShape).min(1),
  captions: z.array(z.strictObject({ when: ConditionShape, key: Key, speaker: z.string() })).optional(),
  /** what the trainer may let happen once a try */
  surprise: z.strictObject({ title: Key, enter: z.array(ActionShape).min(1) }).optional(),
});
export type Variant = z.infer<typeof VariantShape>;

export const ScenarioShape = z.strictObject({
  scenario: z.string(),
  title: Key,
  aims: z.array(Key).min(1),
  /** every rule id the marks of its variants may use */
  rules: z.array(z.string().regex(/^[A-Z]{2}-[A-Z]\d+[a-z]?$/, 'a rule id looks like FF-M8')).min(1),
  quiz: z
    .array(z.strictObject({ id: z.string(), form: z.enum(['A', 'B']), answer: z.enum(['a', 'b', 'c', 'd']) }))
    .optional(),
  /** what to check at home or in the shop afterwards: printed on the slip */
  checks: z.array(Key).max(8).optional(),
  sources: z.array(z.string()).min(1),
});
export type Scenario = z.infer<typeof ScenarioShape>;

export const TextShape = z.record(z.string(), z.string().min(1));
