/** Holds the files of a pack against each other: every name used must be the name of something. */
import { CARDS, DEFECTS, FACTS, type FactWord, FEELINGS, GATES, LINES, PHRASES, SIGHTS } from '../sim/facts.ts';
import { GLASS, PART_NAMES } from '../sim/parts.ts';
import { checkRoom, spaceNames, thingNames } from './check-room.ts';
import type { Pack, PackFiles } from './contents.ts';
import { type Located, type Path, type Refusal, refusal } from './located.ts';
import { unknown } from './nearest.ts';
import type { Plan, Step } from './plan.ts';
import { type Condition, LOCALES } from './schema.ts';

export const LEAST_PLANS_count = 6;
/** A prompt in the headset is read at a glance (procedures 4.f). */
export const PROMPT_HAN_count = 18;
const FULL_pct = 100;
/** What a script can set alight. */
const FUEL_KINDS = ['oil-pan', 'solid-fuel', 'appliance', 'blaze', 'e-bike'];
const AGENTS = ['abc-powder', 'co2', 'water-based', 'wet-chemical'];

export type Say = (located: Located, path: Path, text: string, key?: string) => void;

/** @returns everything that is wrong between the files; empty when the pack is sound. */
export function checkPack(pack: Pack, located: PackFiles): Refusal[] {
  const refusals: Refusal[] = [];
  const say: Say = (at, path, text, key) => refusals.push(refusal(at, path, text, key));
  if (pack.about.scenario !== pack.scenario)
    say(located.about, ['scenario'], `the folder is called "${pack.scenario}"`);
  if (pack.script.variant !== pack.variant) say(located.script, ['variant'], `the folder is called "${pack.variant}"`);
  checkTexts(pack, located, say);
  checkMarks(pack, located, say);
  checkStages(pack, located, say);
  checkQuestions(pack, located, say);
  checkConditions(pack, located, say);
  checkRoom(pack.room, located.room, say);
  if (pack.plans.length < LEAST_PLANS_count)
    say(located.plans, ['plans'], `${pack.plans.length} plans; a variant has at least ${LEAST_PLANS_count}`);
  for (const [index, plan] of pack.plans.entries()) checkPlan(pack, plan, located.plans, ['plans', index], say);
  checkPlanNames(pack.plans, located.plans, say);
  return refusals;
}

/** @returns what a plan file on its own gets wrong about a pack. */
export function checkPlans(pack: Pack, plans: Plan[], located: Located): Refusal[] {
  const refusals: Refusal[] = [];
  const say: Say = (at, path, text, key) => refusals.push(refusal(at, path, text, key));
  for (const [index, plan] of plans.entries()) checkPlan(pack, plan, located, ['plans', index], say);
  checkPlanNames(plans, located, say);
  return refusals;
}

function checkPlanNames(plans: Plan[], located: Located, say: Say): void {
  const names = plans.map((plan) => plan.run);
  for (const [index, name] of names.entries())
    if (names.indexOf(name) < index) say(located, ['plans', index, 'run'], `two plans are called "${name}"`);
}

/** Text keys that a script, room and scenario ask for, with the place that asks. */
function keysUsed(pack: Pack, located: PackFiles): { key: string; at: Located; path: Path }[] {
  const used: { key: string; at: Located; path: Path }[] = [];
  const use = (key: string | undefined, at: Located, ...path: Path) => {
    if (key !== undefined) used.push({ key, at, path });
  };
  use(pack.about.title, located.about, 'title');
  for (const [i, key] of pack.about.aims.entries()) use(key, located.about, 'aims', i);
  for (const [i, key] of (pack.about.checks ?? []).entries()) use(key, located.about, 'checks', i);
  pack.about.quiz?.forEach((item, i) => {
    for (const part of ['ask', 'a', 'b', 'c', 'd', 'why']) use(`quiz.${item.id}.${part}`, located.about, 'quiz', i);
  });
  const { script } = pack;
  use(script.title, located.script, 'title');
  use(script.intro, located.script, 'intro');
  script.stages.forEach((stage, i) => {
    use(stage.prompt, located.script, 'stages', i, 'prompt');
    use(`stage.${stage.id}`, located.script, 'stages', i, 'id');
    for (const [j, action] of (stage.enter ?? []).entries())
      use(action.caption, located.script, 'stages', i, 'enter', j);
    use(stage.question?.text, located.script, 'stages', i, 'question', 'text');
    for (const [j, option] of (stage.question?.options ?? []).entries())
      use(option, located.script, 'stages', i, 'question', 'options', j);
  });
  use(script.surprise?.title, located.script, 'surprise', 'title');
  for (const [j, action] of (script.surprise?.enter ?? []).entries())
    use(action.caption, located.script, 'surprise', 'enter', j);
  for (const list of ['marks', 'errors', 'critical'] as const)
    script[list].forEach((mark, i) => {
      use(mark.title, located.script, list, i, 'title');
      use(mark.reason, located.script, list, i, 'reason');
      if ('consequence' in mark) use(mark.consequence, located.script, list, i, 'consequence');
    });
  for (const [i, ending] of script.endings.entries()) use(ending.title, located.script, 'endings', i, 'title');
  for (const word of ['timed-out', 'critical']) use(`ending.${word}`, located.script, 'endings');
  for (const [i, caption] of (script.captions ?? []).entries()) use(caption.key, located.script, 'captions', i, 'key');
  for (const thing of Object.keys(pack.room.things)) use(`thing.${thing}`, located.room, 'things', thing);
  for (const crowd of Object.keys(pack.room.crowd ?? {})) use(`thing.${crowd}`, located.room, 'crowd', crowd);
  return used;
}

function checkTexts(pack: Pack, located: PackFiles, say: Say): void {
  for (const { key, at, path } of keysUsed(pack, located)) {
    const missing = LOCALES.filter((locale) => !(key in pack.texts[locale]));
    if (missing.length === LOCALES.length) say(at, path, unknown('text', key, Object.keys(pack.texts['zh-CN'])));
  }
  for (const locale of LOCALES) {
    const other = locale === 'en' ? 'zh-CN' : 'en';
    for (const level of ['scenario', 'variant'] as const) {
      const mine = located.texts[locale][level];
      const theirs = located.texts[other][level];
      for (const key of Object.keys((mine.value ?? {}) as object))
        if (!(key in ((theirs.value ?? {}) as object))) say(mine, [], `"${key}" has no text in ${theirs.file}`, key);
    }
  }
  for (const stage of pack.script.stages) {
    const text = stage.prompt ? (pack.texts['zh-CN'][stage.prompt] ?? '') : '';
    const long = [...text.matchAll(/\p{Script=Han}|[A-Za-z0-9]+/gu)].length;
    if (long > PROMPT_HAN_count)
      say(
        located.texts['zh-CN'].variant,
        [],
        `a prompt has at most ${PROMPT_HAN_count} characters, this one ${long}`,
        stage.prompt,
      );
  }
}

/** A phone is read at a glance too: a question and its answers have no room for more. [D] */
const QUESTION_Han_count = 24;
const OPTION_Han_count = 14;

function checkQuestions(pack: Pack, located: PackFiles, say: Say): void {
  const short = (key: string, most: number, path: Path) => {
    const long = [...(pack.texts['zh-CN'][key] ?? '').matchAll(/\p{Script=Han}|[A-Za-z0-9]+/gu)].length;
    if (long > most) say(located.script, path, `"${key}" has ${long} characters, at most ${most} can be read`);
  };
  pack.script.stages.forEach(({ id, decision, question }, i) => {
    if (!question) return;
    const path: Path = ['stages', i, 'question'];
    if (!decision) say(located.script, path, `stage "${id}" is no decision: a question belongs to one`);
    if (question.right >= question.options.length)
      say(located.script, [...path, 'right'], `there is no option ${question.right}: the first one is 0`);
    short(question.text, QUESTION_Han_count, [...path, 'text']);
    for (const [j, option] of question.options.entries()) short(option, OPTION_Han_count, [...path, 'options', j]);
  });
}

function checkMarks(pack: Pack, located: PackFiles, say: Say): void {
  const seen = new Set<string>();
  for (const list of ['marks', 'errors', 'critical'] as const)
    pack.script[list].forEach((mark, index) => {
      const path: Path = [list, index, 'rule'];
      if (!pack.about.rules.includes(mark.rule))
        say(located.script, path, unknown('rule', mark.rule, pack.about.rules));
      if (seen.has(mark.rule)) say(located.script, path, `rule "${mark.rule}" stands here twice`);
      seen.add(mark.rule);
      const stages = pack.script.stages.map((stage) => stage.id);
      if ('stage' in mark && !stages.includes(mark.stage))
        say(located.script, [list, index, 'stage'], unknown('stage', mark.stage, stages));
    });
  const sum = pack.script.marks.reduce((total, mark) => total + mark.points, 0);
  if (Math.abs(sum - FULL_pct) > 1e-9)
    say(located.script, ['marks'], `the points of the marks are ${sum} together; they must be 100`);
}

function checkStages(pack: Pack, located: PackFiles, say: Say): void {
  const stages = pack.script.stages.map((stage) => stage.id);
  const fuels = Object.entries(pack.room.things)
    .filter(([, thing]) => FUEL_KINDS.includes(thing.kind))
    .map(([id]) => id);
  const known = (word: string, ...path: Path) => {
    if (!stages.includes(word)) say(located.script, path, unknown('stage', word, stages));
  };
  pack.script.stages.forEach((stage, index) => {
    if (stages.indexOf(stage.id) < index)
      say(located.script, ['stages', index, 'id'], `two stages are called "${stage.id}"`);
    for (const [j, way] of (stage.next ?? []).entries()) known(way.to, 'stages', index, 'next', j, 'to');
    stage.enter?.forEach((action, j) => {
      if (action.ignite !== undefined && !fuels.includes(action.ignite))
        say(located.script, ['stages', index, 'enter', j, 'ignite'], unknown('fuel', action.ignite, fuels));
    });
  });
  pack.script.anywhere?.forEach((way, index) => {
    known(way.to, 'anywhere', index, 'to');
    for (const [j, stage] of (way.from ?? []).entries()) known(stage, 'anywhere', index, 'from', j);
  });
}

/** Visits every condition of a value that came from variant.yaml, with its path. */
function eachCondition(value: unknown, path: Path, visit: (condition: Condition, path: Path) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && typeof (value as Condition).fact === 'string') visit(value as Condition, path);
  for (const [key, inner] of Object.entries(value))
    eachCondition(inner, [...path, Array.isArray(value) ? Number(key) : key], visit);
}

function checkConditions(pack: Pack, located: PackFiles, say: Say): void {
  eachCondition(pack.script, [], (condition, path) => checkCondition(pack, condition, located.script, path, say));
}

const WITH: Record<string, readonly string[]> = {
  phrase: PHRASES,
  line: LINES,
  card: CARDS,
  agent: AGENTS,
  label: ['good', 'used', ...DEFECTS],
  gate: GATES,
  feeling: FEELINGS,
  sight: SIGHTS,
};
/** Facts whose thing is a space of the building. */
const OF_SPACES = ['entered', 'found'];

function checkCondition(pack: Pack, condition: Condition, at: Located, path: Path, say: Say): void {
  const spaces = spaceNames(pack.room);
  const things = thingNames(pack.room);
  const named = OF_SPACES.includes(condition.fact!) ? [...things, ...spaces] : things;
  const word: FactWord = FACTS[condition.fact!];
  for (const name of [condition.thing ?? []].flat())
    if (!isThing(name, named)) say(at, [...path, 'thing'], unknown('thing', name, named));
  const labels = word.with === 'thing' ? things : word.with === 'space' ? spaces : WITH[word.with ?? ''];
  if (condition.with !== undefined && word.with === undefined)
    say(at, [...path, 'with'], `fact "${condition.fact}" has no "with"`);
  for (const label of labels ? [condition.with ?? []].flat() : [])
    if (!labels!.includes(label)) say(at, [...path, 'with'], unknown(word.with ?? 'word', label, labels!));
  const values = word.values ?? [];
  for (const name of Object.keys(condition.values ?? {}))
    if (!values.includes(name)) say(at, [...path, 'values'], unknown('value', name, values), name);
  const stages = pack.script.stages.map((stage) => stage.id);
  for (const name of [condition.in_stage ?? []].flat())
    if (!stages.includes(name)) say(at, [...path, 'in_stage'], unknown('stage', name, stages));
}

const PARTS = [...PART_NAMES, GLASS];
/** "exit" and "lever" style parts: a thing, or a thing and a part with a dot. */
function isThing(name: string, things: readonly string[]): boolean {
  if (things.includes(name)) return true;
  const dot = name.lastIndexOf('.');
  return dot > 0 && things.includes(name.slice(0, dot)) && PARTS.includes(name.slice(dot + 1));
}

function checkPlan(pack: Pack, plan: Plan, at: Located, path: Path, say: Say): void {
  const things = thingNames(pack.room);
  const posts = Object.keys(pack.room.posts);
  plan.steps.forEach((step: Step, index) => {
    const here: Path = [...path, 'steps', index];
    for (const thing of [step.thing, step.with, step.at])
      if (thing !== undefined && !isThing(thing, things)) say(at, here, unknown('thing', thing, things));
    if (typeof step.place === 'string' && !isThing(step.place, things) && !posts.includes(step.place))
      say(at, here, unknown('place', step.place, [...posts, ...things]));
    if (step.until) eachCondition(step.until, here, (condition) => checkCondition(pack, condition, at, here, say));
  });
  const rules = [...pack.script.marks, ...pack.script.errors, ...pack.script.critical].map((mark) => mark.rule);
  const named = {
    marks: Object.keys(plan.expect?.marks ?? {}),
    critical: plan.expect?.critical ?? [],
    errors: plan.expect?.errors ?? [],
  };
  for (const [list, words] of Object.entries(named))
    for (const rule of words)
      if (!rules.includes(rule)) say(at, [...path, 'expect', list], unknown('rule', rule, rules), rule);
  const endings = [...pack.script.endings.map((ending) => ending.word), 'timed-out', 'critical'];
  const ending = plan.expect?.ending;
  if (ending !== undefined && !endings.includes(ending))
    say(at, [...path, 'expect', 'ending'], unknown('ending', ending, endings));
}
