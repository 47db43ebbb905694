/** Plans: what a body double does in a run, in the body's verbs, and what that must earn. */
import { z } from 'zod';
import { CARDS, DEFECTS, PHRASES } from '../sim/facts.ts';
import { nearest, unknown } from './nearest.ts';
import { type Condition, ConditionShape } from './schema.ts';
import { COMMON, type FieldKind, VERBS } from './verb-words.ts';

/** A post, a thing, a floor point beside the feet, or one on a storey. */
export type Place = string | [x_m: number, z_m: number] | [x_m: number, y_m: number, z_m: number];
export interface Step {
  verb: string;
  thing?: string;
  with?: string;
  at?: string;
  place?: Place;
  within_m?: number;
  for_s?: number;
  width_m?: number;
  period_s?: number;
  advance_to_m?: number;
  height?: 'base' | 'top';
  to?: number;
  phrase?: string;
  number?: string;
  card?: string;
  as?: string;
  until?: Condition;
  at_most_s?: number;
  shut?: boolean;
  hand?: 'left' | 'right';
  delay_s?: number;
}

const FIELD: Record<FieldKind, (value: unknown) => unknown> = {
  thing: name,
  place: (value) =>
    Array.isArray(value) && (value.length === 2 || value.length === 3) && value.every((v) => typeof v === 'number')
      ? value
      : name(value),
  number: (value) => (typeof value === 'number' && value >= 0 ? value : fail('a number of 0 or more')),
  level: (value) => {
    if (value === false || value === 'off') return 0;
    if (value === true || value === 'on') return 1;
    return typeof value === 'number' && value >= 0 && value <= 1 ? value : fail('off, on or a number from 0 to 1');
  },
  phrase: (value) => oneOf('phrase', value, PHRASES),
  'number-dialled': (value) =>
    /^[\d-]{3,20}$|^(duty|gas)$/.test(String(value)) ? String(value) : fail('a telephone number, duty or gas'),
  card: (value) => oneOf('card', value, ['all', ...CARDS]),
  label: (value) => oneOf('label', value, ['good', 'used', ...DEFECTS]),
  condition: (value) => {
    const result = ConditionShape.safeParse(value);
    return result.success ? result.data : fail(`a condition (${result.error.issues[0]?.message})`);
  },
  hand: (value) => oneOf('hand', value, ['left', 'right']),
  yes: (value) => (typeof value === 'boolean' ? value : fail('true or false')),
  height: (value) => oneOf('height', value, ['base', 'top']),
};

class Wrong extends Error {}
function fail(message: string): never {
  throw new Wrong(message);
}
function name(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : fail('a name');
}
function oneOf(what: string, value: unknown, words: readonly string[]): string {
  return typeof value === 'string' && words.includes(value) ? value : fail(unknown(what, String(value), words));
}

/** Reads one step: `verb`, `verb: value`, or `verb: { field: value }`. Throws a sentence. */
export function readStep(raw: unknown): Step {
  const [verb, value] = splitStep(raw);
  const word = VERBS[verb];
  if (!word) fail(unknown('verb', verb, Object.keys(VERBS)));
  const fields = { ...word.fields, ...COMMON };
  const isCondition = word.main !== null && fields[word.main] === 'condition';
  const asMap = isMap(value) && !(isCondition && !('until' in value));
  const given: Record<string, unknown> = asMap
    ? value
    : word.main !== null && value !== null
      ? { [word.main]: value }
      : {};
  if (!asMap && word.main === null && value !== null) fail(`"${verb}" stands alone, without "${String(value)}"`);
  if (word.main !== null && !word.alone && given[word.main] === undefined)
    fail(`"${verb}" needs "${word.main}", as in: ${word.example}`);
  const step: Record<string, unknown> = { verb };
  for (const [field, content] of Object.entries(given)) {
    const kind = fields[field];
    if (!kind) fail(`unknown word "${field}"; did you mean "${nearest(field, Object.keys(fields))}"?`);
    try {
      step[field] = FIELD[kind](content);
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      fail(error.message.startsWith('unknown') ? error.message : `"${field}" of "${verb}" must be ${error.message}`);
    }
  }
  if (verb === 'turn' && step.to === undefined) fail(`"turn" needs "to", as in: ${word.example}`);
  if (verb === 'seal' && step.with === undefined) fail(`"seal" needs "with", as in: ${word.example}`);
  if (verb === 'tag' && step.as === undefined) fail(`"tag" needs "as", as in: ${word.example}`);
  return step as unknown as Step;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `take lid`, `turn knob off`, `aim at basket for 6`: a step written as a sentence. */
function splitSentence(said: string): [verb: string, value: unknown] {
  if (said in VERBS) return [said, null];
  const verb = Object.keys(VERBS)
    .filter((word) => said.startsWith(`${word} `))
    .sort((a, b) => b.length - a.length)[0];
  if (!verb) return [said, null];
  const { main, fields } = VERBS[verb]!;
  const rest = said.slice(verb.length + 1).trim();
  if (main !== null && fields[main] === 'number') return [verb, Number(rest.replace(/ ?s(econds)?$/, ''))];
  const lasting = 'for_s' in fields ? /^(.+) for (\d+(?:\.\d+)?)(?: ?s(?:econds)?)?$/.exec(rest) : null;
  if (lasting) return [verb, { [main!]: lasting[1], for_s: Number(lasting[2]) }];
  const turned = 'to' in fields ? /^(\S+)(?: to)? (off|on|[\d.]+)$/.exec(rest) : null;
  if (turned) return [verb, { [main!]: turned[1], to: /\d/.test(turned[2]!) ? Number(turned[2]) : turned[2] }];
  const sealed = 'with' in fields ? /^(\S+) with (\S+)$/.exec(rest) : null;
  if (sealed) return [verb, { [main!]: sealed[1], with: sealed[2] }];
  const tagged = 'as' in fields ? /^(\S+) as (\S+)$/.exec(rest) : null;
  return tagged ? [verb, { [main!]: tagged[1], as: tagged[2] }] : [verb, rest];
}

function splitStep(raw: unknown): [verb: string, value: unknown] {
  if (typeof raw === 'string') return splitSentence(raw.trim());
  const entries = isMap(raw) ? Object.entries(raw) : [];
  if (entries.length !== 1) fail('a step is one verb, as in: - walk to: stove');
  return [entries[0]![0], entries[0]![1]];
}

const StepShape = z.unknown().transform((raw, context): Step => {
  try {
    return readStep(raw);
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
    return z.NEVER;
  }
});

const ExpectShape = z.strictObject({
  ended: z.enum(['finished', 'failed']).optional(),
  ending: z.string().optional(),
  /** least and most points */
  score: z.tuple([z.number(), z.number()]).optional(),
  passed: z.boolean().optional(),
  /** points of a rule, or least and most */
  marks: z.record(z.string(), z.union([z.number(), z.tuple([z.number(), z.number()])])).optional(),
  critical: z.array(z.string()).optional(),
  errors: z.array(z.string()).optional(),
});

export const PlanShape = z.strictObject({
  run: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'a run is named in small letters, digits and dashes'),
  what: z.string().optional(),
  seed: z.number().int().nonnegative().optional(),
  how: z.enum(['headset', 'desktop']).optional(),
  /** waited before every step */
  delay_s: z.number().nonnegative().optional(),
  /** spread of the aim point about where it should be */
  aim_error_m: z.number().nonnegative().optional(),
  speed_mps: z.number().positive().max(4).optional(),
  /** walks on into people who walk ahead */
  shoves: z.boolean().optional(),
  steps: z.array(StepShape),
  expect: ExpectShape.optional(),
});
export type Plan = z.output<typeof PlanShape>;

export const PlansShape = z.strictObject({ plans: z.array(PlanShape).min(1) });
