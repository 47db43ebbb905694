/** Says whether, and since when, a condition of a script holds, from the facts and the clock alone. */
import { FACTS, type FactKind, type FactWord } from '../sim/facts.ts';
import type { Fact } from '../sim/world.ts';
import type { Condition } from './schema.ts';

/** A fact with the stage it came in. */
export interface Told {
  fact: Fact;
  stage: string;
}
export interface Known {
  facts: readonly Told[];
  now_s: number;
  /** 1 in a headset, 0.8 at a desktop: no body has to move (procedures 1.1) */
  pace_frac: number;
}
/** `index` orders matches of the same instant; `fact` is the one whose values a grade reads. */
export interface Match {
  at_s: number;
  index: number;
  fact: Fact | null;
}

const START: Match = { at_s: 0, index: -1, fact: null };

/** @returns when the condition came about, or null while it does not hold. */
export function match(condition: Condition, known: Known): Match | null {
  if (condition.waited) return waited(condition.waited, known);
  if (condition.not) {
    const now = { at_s: known.now_s, index: known.facts.length, fact: null };
    return match(condition.not, known) ? null : bounded(condition, now, known);
  }
  if (condition.fact) return matchFact(condition, known);
  const found = (condition.all ?? condition.any ?? []).map((one) => match(one, known));
  const held = found.filter((one) => one !== null);
  if (condition.all) return held.length === found.length ? bounded(condition, held.reduce(later), known) : null;
  return held.length > 0 ? bounded(condition, held.reduce(earlier), known) : null;
}

function later(a: Match, b: Match): Match {
  return b.index > a.index ? b : a;
}
function earlier(a: Match, b: Match): Match {
  return b.index < a.index ? b : a;
}

function waited(wait: NonNullable<Condition['waited']>, known: Known): Match | null {
  const from = wait.since === 'start' ? START : match(wait.since, known);
  if (!from || known.now_s < from.at_s + wait.for_s) return null;
  const due_s = from.at_s + wait.for_s;
  const rescue = wait.without ? match(wait.without, known) : null;
  if (rescue && rescue.at_s <= due_s) return null;
  return { at_s: due_s, index: known.facts.filter((told) => told.fact.at_s <= due_s).length - 0.5, fact: from.fact };
}

/** Checks after, before and within_s/since of a match already found. */
function bounded(condition: Condition, found: Match, known: Known): Match | null {
  if (condition.after) {
    const first = match(condition.after, known);
    if (!first || found.index <= first.index) return null;
  }
  if (condition.before) {
    const limit = match(condition.before, known);
    if (limit && found.index >= limit.index) return null;
  }
  if (condition.within_s !== undefined) {
    const from = condition.since ? match(condition.since, known) : START;
    if (!from || found.at_s - from.at_s > condition.within_s * known.pace_frac) return null;
  }
  return found;
}

function matchFact(condition: Condition, known: Known): Match | null {
  const things = new Set<string>();
  let last: Match | null = null;
  for (let index = 0; index < known.facts.length; index++) {
    const told = known.facts[index]!;
    if (!fits(condition, told)) continue;
    const found = bounded(condition, { at_s: told.fact.at_s, index, fact: told.fact }, known);
    if (!found) continue;
    if (condition.uncleared_by && cleared(condition.uncleared_by, told.fact, index, known)) continue;
    if (condition.count !== undefined) {
      things.add(told.fact.thing ?? '');
      if (things.size < condition.count) continue;
    }
    if (!condition.last) return found;
    last = found;
  }
  return last;
}

/** @returns whether a later fact took this one back: of the same thing, and of the same gate where it is about a gate. */
function cleared(kind: string, fact: Fact, index: number, known: Known): boolean {
  const gates = (FACTS[fact.fact as FactKind] as FactWord | undefined)?.with === 'gate';
  for (let i = index + 1; i < known.facts.length; i++) {
    const later = known.facts[i]!.fact;
    if (later.fact !== kind || (later.thing ?? null) !== (fact.thing ?? null)) continue;
    if (!gates || later.with === fact.with) return true;
  }
  return false;
}

function fits(condition: Condition, told: Told): boolean {
  const { fact, stage } = told;
  if (fact.fact !== condition.fact) return false;
  if (condition.thing !== undefined && !named(condition.thing, fact.thing)) return false;
  if (condition.with !== undefined && !named(condition.with, fact.with)) return false;
  if (condition.in_stage !== undefined && !named(condition.in_stage, stage)) return false;
  for (const [name, limits] of Object.entries(condition.values ?? {})) {
    const value = fact.values?.[name];
    if (value === undefined) return false;
    if (limits.min !== undefined && value < limits.min) return false;
    if (limits.max !== undefined && value > limits.max) return false;
  }
  return true;
}

function named(names: string | string[], name: string | undefined): boolean {
  return name !== undefined && (typeof names === 'string' ? names === name : names.includes(name));
}
