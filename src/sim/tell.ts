/** How a fact is written down. */
import type { FactKind } from './facts.ts';
import { type Fact, TICK_s, type World } from './world.ts';

/** Rounded so that a fact reads well and a replay compares equal. */
function rounded(values: Record<string, number>): Record<string, number> {
  const out: Record<string, number> = {};
  for (const [name, value] of Object.entries(values)) out[name] = Math.round(value * 1000) / 1000;
  return out;
}

export function tell(
  world: World,
  facts: Fact[],
  fact: FactKind,
  thing?: string,
  label?: string,
  values?: Record<string, number>,
): void {
  const said: Fact = { at_s: Math.round(world.tick * TICK_s * 1000) / 1000, fact };
  if (thing !== undefined) said.thing = thing;
  if (label !== undefined) said.with = label;
  if (values) said.values = rounded(values);
  facts.push(said);
}

/** Tells it unless it was told less than `again_s` ago for the same key. */
export function tellOnce(
  world: World,
  facts: Fact[],
  again_s: number,
  fact: FactKind,
  thing: string,
  label?: string,
  values?: Record<string, number>,
): void {
  const key = `${fact} ${thing}`;
  const last_s = world.working.saidOnce[key];
  const now_s = world.tick * TICK_s;
  if (last_s !== undefined && now_s - last_s < again_s) return;
  world.working.saidOnce[key] = now_s;
  tell(world, facts, fact, thing, label, values);
}
