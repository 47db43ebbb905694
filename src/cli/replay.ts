/** npm run replay: plays a tape and says whether it still gives what was stored. */
import { readFileSync } from 'node:fs';
import { disagreements, replay } from '../drill/replay.ts';
import { readTape, type Tape, TapeError } from '../drill/tape.ts';
import { PackError } from '../script/located.ts';
import type { Attempt } from '../wire/session.ts';
import { Session } from '../wire/session.ts';
import { listVariants, loadPack } from './packs-node.ts';

const HELP = `npm run replay -- TAPE [--json]

Plays a tape and prints its result. TAPE is a session as JSON (as npm run drill -- --save writes it, or as the desk
exports it), a list of them, or the bare tape in base64. With a session, says whether the replay equals what was stored.
Leaves with 0 when equal (or when there was nothing to compare with), with 1 when it disagrees or cannot be played.`;

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return refuse(`The tape ${path} cannot be read.`);
  }
}

/** @returns the sessions of a file; null when it is a bare tape. */
function sessionsOf(path: string, text: string): Session[] | null {
  if (!/^\s*[[{]/.test(text)) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    refuse(`${path} looks like JSON but cannot be read as such.`);
  }
  const list = Array.isArray(value) ? value : [(value as { session?: unknown }).session ?? value];
  return list.map((one) => {
    const result = Session.safeParse(one);
    if (result.success) return result.data;
    const issue = result.error.issues[0]!;
    return refuse(`${path} is not a session: ${issue.path.join('.') || 'the whole'}: ${issue.message}.`);
  });
}

function line(which: string, attempt: Attempt): string {
  const worth = attempt.score === null ? 'no score' : `score ${attempt.score}`;
  return `${which} try: ${attempt.ending ?? attempt.ended} after ${attempt.duration_s.toFixed(1)} s, ${worth}, ${attempt.passed ? 'passed' : 'not passed'}`;
}

function playOne(tape: Tape, stored: Session | null, json: boolean): boolean {
  const name = `${tape.head.scenario}/${tape.head.variant}`;
  if (!listVariants().includes(name)) throw new TapeError(`it is of ${name}, which is not here`);
  const pack = loadPack(name);
  const played = replay(tape, pack);
  const differ = stored ? disagreements(stored, played, pack) : [];
  if (json)
    console.log(
      JSON.stringify({ variant: name, ...played, equal: stored ? differ.length === 0 : null, disagreements: differ }),
    );
  else {
    if (played.first) console.log(line('First', played.first));
    if (played.second) console.log(line('Second', played.second));
    for (const sentence of differ) console.log(sentence);
    const verdict = !stored
      ? 'There is no stored result to compare with.'
      : differ.length === 0
        ? 'The replay equals what was stored.'
        : 'The replay disagrees with what was stored.';
    console.log(`${verdict} World ${played.world} after ${played.ticks} ticks.`);
  }
  return differ.length === 0;
}

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) console.log(HELP);
else {
  const json = args.includes('--json');
  const paths = args.filter((word) => word !== '--json');
  const strange = paths.find((word) => word.startsWith('-'));
  if (strange) refuse(`There is no option ${strange}; npm run replay -- --help says what there is.`);
  if (paths.length !== 1) refuse('Name one tape: npm run replay -- TAPE.');
  const text = readFile(paths[0]!);
  try {
    const sessions = sessionsOf(paths[0]!, text);
    let equal = true;
    if (!sessions) equal = playOne(await readTape(text), null, json);
    for (const session of sessions ?? []) {
      if (session.tape === null) refuse(`Session ${session.id} has no tape.`);
      equal = playOne(await readTape(session.tape), session, json) && equal;
    }
    process.exit(equal ? 0 : 1);
  } catch (error) {
    if (error instanceof TapeError || error instanceof PackError) refuse(error.message);
    throw error;
  }
}
