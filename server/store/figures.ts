/** What a month comes to beside its runs: visits, parts, knowledge, duty phone, kit, retention; missing is null, never zero. */
import type { MonthFigures } from '../../src/wire/runs.ts';
import type { Store } from './open.ts';
import type { PointTable } from './tables.ts';

type Reach = Pick<Store, 'db' | 'hallId'>;
/** A valid post-test at or above this counts as knowing (procedures 9). */
const KNOWS_frac = 0.8;

function share(of: number, all: number): number | null {
  return all === 0 ? null : of / all;
}

function byVisit(points: PointTable[], kind: PointTable['kind']): Map<string, PointTable[]> {
  const found = new Map<string, PointTable[]>();
  for (const point of points) {
    if (point.kind !== kind || !point.visit_id) continue;
    found.set(point.visit_id, [...(found.get(point.visit_id) ?? []), point]);
  }
  return found;
}

function score(points: PointTable[], moment: string): number | null {
  const own = points.filter((one) => one.moment === moment);
  return share(own.filter((one) => one.correct === 1).length, own.length);
}

function knowledgeOf(points: PointTable[]): MonthFigures['knowledge'] {
  const sittings = [...byVisit(points, 'quiz').values()];
  const after = sittings.flatMap((own) => score(own, 'after') ?? []);
  const gains = sittings.flatMap((own) => {
    const [before, then] = [score(own, 'before'), score(own, 'after')];
    return before === null || then === null ? [] : [then - before];
  });
  const knows = after.filter((one) => one >= KNOWS_frac).length;
  return {
    tested: after.length,
    knows,
    knows_frac: share(knows, after.length),
    gain_frac: gains.length === 0 ? null : gains.reduce((sum, one) => sum + one, 0) / gains.length,
    paired: gains.length,
  };
}

/** One answer a visit counts: the first. */
function asked(points: PointTable[], kind: 'duty-phone' | 'duty-phone-recognised'): MonthFigures['dutyPhone'] {
  const firsts = [...byVisit(points, kind).values()].map((own) => own[0]!);
  const correct = firsts.filter((one) => one.correct === 1).length;
  return { asked: firsts.length, correct, correct_frac: share(correct, firsts.length) };
}

function kitOf(points: PointTable[]): MonthFigures['kit'] {
  const households = [...byVisit(points, 'kit').values()];
  const complete = households.filter((own) => own.every((one) => one.correct === 1)).length;
  return { asked: households.length, complete, complete_frac: share(complete, households.length) };
}

/** @param month 2026-11, by the day of the visit */
export async function monthFigures({ db, hallId }: Reach, month: string): Promise<MonthFigures> {
  const [visits, parts, points, notes] = await Promise.all([
    db
      .selectFrom('visit')
      .select(['id', 'card_id', 'number'])
      .where('hall_id', '=', hallId)
      .where('day', 'like', `${month}%`)
      .execute(),
    db
      .selectFrom('part')
      .innerJoin('turn', (on) => on.onRef('turn.hall_id', '=', 'part.hall_id').onRef('turn.id', '=', 'part.turn_id'))
      .leftJoin('run', (on) => on.onRef('run.hall_id', '=', 'turn.hall_id').onRef('run.id', '=', 'turn.run_id'))
      .leftJoin('attempt', (on) =>
        on
          .onRef('attempt.hall_id', '=', 'turn.hall_id')
          .onRef('attempt.run_id', '=', 'turn.run_id')
          .on('attempt.attempt', '=', 1),
      )
      .select(['part.role', 'part.visit_id', 'turn.ending', 'turn.purpose', 'run.how', 'attempt.passed'])
      .where('part.hall_id', '=', hallId)
      .where('turn.day', 'like', `${month}%`)
      .execute(),
    db
      .selectFrom('point')
      .selectAll()
      .where('hall_id', '=', hallId)
      .where('day', 'like', `${month}%`)
      .orderBy('at_ms')
      .execute(),
    db
      .selectFrom('note')
      .select((of) => of.fn.countAll<number>().as('count'))
      .where('hall_id', '=', hallId)
      .where('day', 'like', `${month}%`)
      .executeTakeFirstOrThrow(),
  ]);
  const rechecks = parts.filter(
    (one) => one.purpose === 'recheck' && (one.ending === 'finished' || one.ending === 'failed'),
  );
  const sound = parts.filter((one) => one.purpose === 'training' && one.ending !== 'technical-fault');
  const performed = sound.filter((one) => one.role === 'performed');
  const passed = rechecks.filter((one) => one.passed === 1).length;
  return {
    visits: visits.filter((one) => !one.number.startsWith('R')).length,
    trained: new Set(sound.flatMap((one) => one.visit_id ?? [])).size,
    performed: performed.filter((one) => one.how !== 'desktop').length,
    desktop: performed.filter((one) => one.how === 'desktop').length,
    observed: sound.length - performed.length,
    cards: new Set(visits.flatMap((one) => one.card_id ?? [])).size,
    technicalFaults: parts.filter((one) => one.role === 'performed' && one.ending === 'technical-fault').length,
    knowledge: knowledgeOf(points),
    dutyPhone: asked(points, 'duty-phone'),
    dutyPhoneRecognised: asked(points, 'duty-phone-recognised'),
    kit: kitOf(points),
    retention: { rechecks: rechecks.length, passed, passed_frac: share(passed, rechecks.length) },
    notes: Number(notes.count),
  };
}

/** @returns the data points of a month, oldest first, for the sheet */
export async function pointsOfMonth({ db, hallId }: Reach, month: string) {
  return db
    .selectFrom('point')
    .leftJoin('visit', (on) => on.onRef('visit.hall_id', '=', 'point.hall_id').onRef('visit.id', '=', 'point.visit_id'))
    .select([
      'point.id',
      'point.day',
      'point.kind',
      'point.moment',
      'point.form',
      'point.item',
      'point.choice',
      'point.correct',
    ])
    .select(['point.at_ms', 'visit.number', 'visit.audience', 'visit.age_band'])
    .where('point.hall_id', '=', hallId)
    .where('point.day', 'like', `${month}%`)
    .orderBy('point.at_ms')
    .orderBy('point.id')
    .execute();
}
