/** The word tables of scenarios/README.md, made from the facts of the sim and the verbs of plans. */
import { CARDS, DEFECTS, FACTS, type FactWord, FEELINGS, GATES, LINES, PHRASES, SIGHTS } from '../sim/facts.ts';
import { VERBS } from './verb-words.ts';

export const BEGIN = '<!-- words: made by `node src/cli/words.ts`, do not edit by hand -->';
export const END = '<!-- end of words -->';

const AGENTS = ['abc-powder', 'co2', 'water-based', 'wet-chemical'];
const WITH: Record<NonNullable<FactWord['with']>, string> = {
  phrase: PHRASES.join(', '),
  line: LINES.join(', '),
  card: CARDS.join(', '),
  agent: AGENTS.join(', '),
  label: ['good', 'used', ...DEFECTS].join(', '),
  thing: 'a thing',
  gate: GATES.join(', '),
  cause: 'the cause',
  feeling: FEELINGS.join(', '),
  sight: SIGHTS.join(', '),
  space: 'a space of the building',
};

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** @param verbsZh Chinese of each verb, from scenarios/verbs.yaml */
export function wordTables(verbsZh: Record<string, string>): string {
  const facts = Object.entries(FACTS).map(([name, fact]: [string, FactWord]) => {
    const label = fact.with ? WITH[fact.with] : '';
    return `| \`${name}\` | ${fact.zh} | ${cell(fact.en)} | ${fact.thing ? 'yes' : ''} | ${label} | ${(fact.values ?? []).join(', ')} |`;
  });
  const verbs = Object.entries(VERBS).map(([name, verb]) => {
    const fields = Object.keys(verb.fields).join(', ');
    return `| \`${name}\` | ${verbsZh[name] ?? ''} | ${cell(verb.en)} | ${fields} | \`${cell(verb.example)}\` |`;
  });
  return [
    BEGIN,
    '',
    '### Facts: what can have happened',
    '',
    '| fact | zh | meaning | names a thing | `with` | values |',
    '| --- | --- | --- | --- | --- | --- |',
    ...facts,
    '',
    '### Verbs: what a plan can do',
    '',
    '| verb | zh | meaning | fields | example |',
    '| --- | --- | --- | --- | --- |',
    ...verbs,
    '',
    END,
  ].join('\n');
}

/** @returns a README with its tables renewed; throws a sentence when the markers are gone. */
export function withTables(readme: string, verbsZh: Record<string, string>): string {
  const from = readme.indexOf(BEGIN);
  const to = readme.indexOf(END);
  if (from < 0 || to < from) throw new Error(`The README has lost its markers "${BEGIN}" and "${END}".`);
  return readme.slice(0, from) + wordTables(verbsZh) + readme.slice(to + END.length);
}
