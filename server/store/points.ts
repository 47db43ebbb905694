/** Data points of a visit: quiz items, duty phone, kit, comfort, confidence; each once, whatever the network does. */
import type { Point, QuizAnswers } from '../../src/wire/visitor.ts';
import { doneWord } from '../../src/wire/visitor.ts';
import type { Graded } from '../quiz.ts';
import { Refusal } from '../refusal.ts';
import { localDate } from './calendar.ts';
import type { Store } from './open.ts';
import type { PointTable, VisitTable } from './tables.ts';

type Reach = Pick<Store, 'db' | 'hallId'>;

/** @returns the visit behind a ticket number of today; @throws wrong-ticket */
export async function visitOf({ db, hallId }: Reach, number: string, day = localDate(Date.now())): Promise<VisitTable> {
  const row = await db
    .selectFrom('visit')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where('day', '=', day)
    .where('number', '=', number.trim().toUpperCase())
    .executeTakeFirst();
  if (!row) throw new Refusal('wrong-ticket');
  return row;
}

export async function pointsOf({ db, hallId }: Reach, visitId: string): Promise<PointTable[]> {
  return db
    .selectFrom('point')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where('visit_id', '=', visitId)
    .orderBy('at_ms')
    .orderBy('id')
    .execute();
}

/** @returns words of what a visit has answered already (wire doneWord) */
export function doneWords(points: PointTable[]): string[] {
  const words = points.map(({ kind, moment, item }) =>
    kind === 'quiz' ? doneWord(kind, moment, item?.slice(0, 2)) : doneWord(kind, kind === 'confidence' ? moment : null),
  );
  return [...new Set(words)];
}

async function put({ db, hallId }: Reach, rows: Omit<PointTable, 'hall_id'>[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('point')
    .values(rows.map((row) => ({ hall_id: hallId, ...row })))
    .onConflict((on) => on.columns(['hall_id', 'id']).doNothing())
    .execute();
}

interface Sat {
  visit: VisitTable;
  deviceId: string | null;
  now_ms: number;
}

function blank({ visit, deviceId, now_ms }: Sat): Omit<PointTable, 'hall_id' | 'id' | 'kind'> {
  return {
    day: visit.day,
    visit_id: visit.id,
    turn_id: null,
    moment: null,
    form: null,
    item: null,
    choice: null,
    correct: null,
    at_ms: now_ms,
    device_id: deviceId,
  };
}

/** A sitting of the quiz: one row an item. A second sitting at the same moment is not counted. */
export async function putQuiz(reach: Reach, sat: Sat, answers: QuizAnswers, graded: Graded[]): Promise<void> {
  const before = (await pointsOf(reach, sat.visit.id)).filter(
    (one) => one.kind === 'quiz' && one.moment === answers.when && one.item?.startsWith(answers.scenario),
  );
  if (before.length > 0 && !before.some((one) => one.id.startsWith(answers.id))) return;
  await put(
    reach,
    graded.map(({ item, choice, correct }) => ({
      ...blank(sat),
      id: `${answers.id}/${item.id}`,
      kind: 'quiz',
      moment: answers.when,
      form: item.form,
      item: item.id,
      choice,
      correct: correct ? 1 : 0,
    })),
  );
}

export async function putPoint(reach: Reach, sat: Sat, id: string, point: Point): Promise<void> {
  const base = { ...blank(sat), id, kind: point.kind };
  if (point.kind === 'kit') {
    const asked = { has: point.has, light: point.light, food: point.food, aid: point.aid };
    await put(
      reach,
      Object.entries(asked).map(([item, yes]) => ({ ...base, id: `${id}/${item}`, item, correct: yes ? 1 : 0 })),
    );
  } else if (point.kind === 'comfort') await put(reach, [{ ...base, choice: point.felt }]);
  else if (point.kind === 'confidence') await put(reach, [{ ...base, moment: point.when, choice: point.level }]);
  else await put(reach, [{ ...base, correct: point.correct ? 1 : 0 }]);
}
