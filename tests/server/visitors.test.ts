/** Promises of what a visitor does before and after: cards, quiz, data points, slip, recheck. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formOf, QuizFile } from '../../server/quiz.ts';
import type { Quiz } from '../../src/wire/visitor.ts';
import { aRun, attempt, hallEach, openBrowser, ROOT } from './hall.ts';

const here = hallEach();

const uuid = () => crypto.randomUUID();
async function act(command: object) {
  return here.staff.ask('POST', '/api/floor', { id: uuid(), command });
}
async function letIn(card: string | null = null) {
  const base = { do: 'check-in', audience: 'resident', ageBand: '60-plus', place: 'headset', consent: false };
  const reply = await act({ ...base, card, booking: null, count: 1 });
  return { status: reply.status, error: reply.body.error, ticket: reply.body.tickets?.[0] };
}
async function station() {
  const { code } = (await here.staff.ask('POST', '/api/stations/codes', { name: '1号', kind: 'headset' })).body;
  const browser = openBrowser(here.hall.app);
  const { id } = (await browser.ask('POST', '/api/stations', { code })).body;
  let seq = 0;
  const boot = uuid();
  const report = async (change: object) => {
    seq += 1;
    const idle = { turn: null, phase: 'idle', run: null, stage: null, elapsed_s: 0, controllers: 'two' };
    const rest = { attended: true, score: null, end: null, trouble: null, done: [], question: null };
    await browser.ask('POST', '/api/station/report', { boot, seq, ...idle, ...rest, ...change });
  };
  return { id: id as string, browser, report };
}
/** One run from call to upload. */
async function train(at: Awaited<ReturnType<typeof station>>, ticket: string, first = attempt()) {
  const called = await act({
    do: 'call',
    station: at.id,
    ticket,
    variant: 'firefighting/kitchen-wok',
    mode: 'assess',
    crew: false,
  });
  const turn = called.body.turn.id as string;
  await act({ do: 'beside', turn });
  const run = uuid();
  await at.report({ turn, phase: 'running', run });
  await at.report({ turn, phase: 'over', run, end: first.ended });
  const session = await aRun({ id: run, turn, first });
  await at.browser.ask('POST', '/api/uploads', { sessions: [session] });
  await act({ do: 'wiped', station: at.id });
  return { turn, run, session };
}

describe('the items of the quiz', () => {
  const items = QuizFile.parse(JSON.parse(readFileSync(join(ROOT, 'scenarios', 'quiz.json'), 'utf8')));
  test('are fifty, five of each form a scenario, each with a right answer among its own', () => {
    expect(items).toHaveLength(50);
    for (const scenario of ['EQ', 'FF', 'FE', 'EL', 'GL'])
      for (const form of ['A', 'B'])
        expect(items.filter((item) => item.scenario === scenario && item.form === form)).toHaveLength(5);
    for (const item of items) {
      expect(item.answer).toBeLessThan(item.options.length);
      // odd items are form A, even ones form B (procedures 9)
      expect(Number(/\d+$/.exec(item.id)![0]) % 2).toBe(item.form === 'A' ? 1 : 0);
    }
  });

  test('are counterbalanced: about half begin with B, and everybody has the other form after', () => {
    const visits = Array.from({ length: 400 }, () => uuid());
    const b = visits.filter((visit) => formOf(visit, 'before') === 'B').length;
    expect(b).toBeGreaterThan(150);
    expect(b).toBeLessThan(250);
    for (const visit of visits) expect(formOf(visit, 'after')).not.toBe(formOf(visit, 'before'));
    expect(formOf(visits[0]!, 'recheck', 'A')).toBe('B');
  });
});

describe('a quiz', () => {
  test('hides its answers, is the same when asked again, is graded here, and counts once', async () => {
    const { ticket } = await letIn();
    const phone = openBrowser(here.hall.app);
    const path = `/api/quiz?ticket=${ticket.number}&scenario=FF&when=before&count=3`;
    const quiz = (await phone.ask('GET', path)).body as Quiz;
    expect(quiz.items).toHaveLength(3);
    expect(JSON.stringify(quiz)).not.toMatch(/"(answer|explain|right)":/);
    expect((await phone.ask('GET', path)).body).toEqual(quiz);
    const answers = quiz.items.map((item) => ({ item: item.id, option: item.options[0]!.index }));
    const body = { id: uuid(), ticket: ticket.number, when: 'before', scenario: 'FF', answers };
    const first = await phone.ask('POST', '/api/quiz', body);
    expect(first.body).toMatchObject({ of: 3, items: null });
    await phone.ask('POST', '/api/quiz', body);
    await phone.ask('POST', '/api/quiz', { ...body, id: uuid() });
    const rows = await here.hall.store.db.selectFrom('point').selectAll().execute();
    expect(rows).toHaveLength(3);
    expect(rows.filter((row) => row.correct === 1)).toHaveLength(first.body.right);
    const after = (await phone.ask('GET', path.replace('before', 'after'))).body as Quiz;
    expect(after.form).not.toBe(quiz.form);
    const told = await phone.ask('POST', '/api/quiz', {
      ...body,
      id: uuid(),
      when: 'after',
      answers: after.items.map((item) => ({ item: item.id, option: null })),
    });
    expect(told.body.right).toBe(0);
    expect(told.body.items[0].explain.zh).not.toBe('');
  });

  test('for a number that nobody has today is refused with one sentence', async () => {
    expect((await here.staff.ask('GET', '/api/quiz?ticket=A999&scenario=FF&when=before')).body.error).toBe(
      'wrong-ticket',
    );
  });
});

describe('data points', () => {
  test('say whether the duty phone was known and what is in the kit; no number is ever stored', async () => {
    const { ticket } = await letIn();
    const phone = openBrowser(here.hall.app);
    const send = (point: object) => phone.ask('POST', '/api/points', { id: uuid(), ticket: ticket.number, point });
    expect((await send({ kind: 'duty-phone', correct: false })).status).toBe(204);
    expect((await send({ kind: 'duty-phone', correct: false, number: '12345678' })).status).toBe(400);
    expect((await send({ kind: 'kit', has: true, light: true, food: false, aid: true })).status).toBe(204);
    const rows = await here.hall.store.db.selectFrom('point').selectAll().execute();
    expect(rows).toHaveLength(5);
    expect(JSON.stringify(rows)).not.toContain('12345678');
    const brief = (await phone.ask('GET', `/api/visit?ticket=${ticket.number}`)).body;
    expect(brief).toMatchObject({ number: 'A001', state: 'waiting', ahead: 0 });
    expect(brief.done).toEqual(expect.arrayContaining(['duty-phone', 'kit']));
  });
});

describe('a training card', () => {
  test('is a number without a name; the hall keeps only its hash, and knows it again', async () => {
    const card = (await here.staff.ask('POST', '/api/cards')).body;
    expect(card.code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]$/);
    const kept = await here.hall.store.db.selectFrom('card').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(card.code.replaceAll('-', ''));
    expect((await letIn(card.code.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    expect((await letIn(card.qr)).ticket.card).toBe(true);
    expect((await here.staff.ask('POST', '/api/cards/look', { code: card.qr })).body.visits).toHaveLength(2);
    await here.staff.ask('POST', '/api/cards/forget', { code: card.code });
    expect((await letIn(card.code)).error).toBe('foreign-card');
    const visits = await here.hall.store.db.selectFrom('visit').select('card_id').execute();
    expect(visits.every((visit) => visit.card_id === null)).toBe(true);
  });

  test('that is not ours lets nobody in', async () => {
    const { code, qr } = (await here.staff.ask('POST', '/api/cards')).body;
    const slipped = code.replace(/^./, (sign: string) => (sign === '2' ? '3' : '2'));
    for (const foreign of [slipped, 'https://example.org/x', qr.replace(/:[^:]{6}:/, ':ABCDEF:'), '7KQMX2RA'])
      expect((await letIn(foreign)).error).toBe('foreign-card');
    expect((await here.staff.ask('GET', '/api/floor')).body.tickets).toEqual([]);
  });
});

describe('the slip', () => {
  test('tells the runs of the visit, and opens by its key alone', async () => {
    const { code } = (await here.staff.ask('POST', '/api/cards')).body;
    const { ticket } = await letIn(code);
    const at = await station();
    await train(at, ticket.id);
    const slip = (await here.staff.ask('GET', `/api/visits/${ticket.number}/slip`)).body;
    expect(slip).toMatchObject({
      number: 'A001',
      hall: '翠湖演练馆',
      runs: [{ variant: 'kitchen-wok', role: 'performed' }],
    });
    expect(slip.recheck > slip.day).toBe(true);
    const phone = openBrowser(here.hall.app);
    expect((await phone.ask('POST', '/api/slip', { key: slip.key })).body).toEqual(slip);
    expect((await phone.ask('POST', '/api/slip', { key: uuid() })).status).toBe(404);
    expect((await phone.ask('GET', `/api/visits/${ticket.number}/slip`)).status).toBe(401);
  });

  test('holds nothing of a turn that another station’s upload names', async () => {
    const [one, two] = [await station(), await station()];
    const { ticket } = await letIn();
    const { turn } = await train(one, ticket.id);
    const foreign = await aRun({ turn, seed: 99, first: attempt({ score: 3, passed: false }) });
    await two.browser.ask('POST', '/api/uploads', { sessions: [foreign] });
    const slip = (await here.staff.ask('GET', `/api/visits/${ticket.number}/slip`)).body;
    expect(slip.runs).toHaveLength(1);
    expect(slip.runs[0].first.score).not.toBe(3);
  });
});

describe('the recheck', () => {
  test('opens from three weeks on, on the weakest run, and is counted as retention', async () => {
    const { code } = (await here.staff.ask('POST', '/api/cards')).body;
    const { ticket } = await letIn(code);
    const at = await station();
    const marks = [
      { rule: 'FF-M8', points: 2, max: 20, at_s: 31, stage: 'discharge' },
      { rule: 'FF-M2', points: 15, max: 15, at_s: 12, stage: 'gates' },
    ];
    await train(at, ticket.id, attempt({ score: 61, marks }));
    const early = await at.browser.ask('POST', '/api/recheck', { card: code });
    expect(early.body.error).toBe('not-due');
    const day = new Date(Date.now() - 25 * 24 * 3600_000).toISOString().slice(0, 10);
    await here.hall.store.db.updateTable('visit').set({ day }).execute();
    const due = await at.browser.ask('POST', '/api/recheck', { card: code });
    expect(due.body).toMatchObject({ variant: 'firefighting/kitchen-wok', rule: 'FF-M8' });
    const session = await aRun({ turn: due.body.turn, how: 'desktop' });
    await at.browser.ask('POST', '/api/uploads', { sessions: [session] });
    const turn = await here.hall.store.db
      .selectFrom('turn')
      .selectAll()
      .where('purpose', '=', 'recheck')
      .executeTakeFirstOrThrow();
    expect(turn).toMatchObject({ run_id: session.id, ending: 'finished' });
    expect((await at.browser.ask('POST', '/api/recheck', { card: '2222-2222-2' })).body.error).toBe('foreign-card');
  });
});
