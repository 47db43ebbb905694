/** Promises of the sheets: Excel opens them in Chinese, no cell runs, every number can be traced, and missing is not zero. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { attachment, cell, sheet } from '../../server/exports/csv.ts';
import { rowsSheet, summarySheet } from '../../server/exports/participation.ts';
import { countParticipation } from '../../server/store/read.ts';
import english from '../../server/words.en.json' with { type: 'json' };
import { words } from '../../server/words.ts';
import chinese from '../../server/words.zh-CN.json' with { type: 'json' };
import type { RunRow } from '../../src/wire/runs.ts';
import type { Session } from '../../src/wire/session.ts';
import { aRun, attempt, type Browser, type Hall, openHall, setUp } from './hall.ts';

const ABOUT = {
  hall: { name: '翠湖演练馆' },
  month: '2026-11',
  generated_ms: Date.UTC(2026, 10, 23, 10, 4, 9),
  words: words('zh-CN'),
};

function row(change: Partial<RunRow> = {}): RunRow {
  return {
    id: '0193575d-0000-7000-8000-000000000001',
    scenario: 'firefighting',
    variant: 'kitchen-wok',
    version: 1,
    mode: 'assess',
    how: 'headset',
    role: 'performed',
    began_ms: Date.UTC(2026, 10, 23, 4, 0),
    dated_by: 'device',
    local_date: '2026-11-23',
    received_ms: Date.UTC(2026, 10, 23, 4, 2),
    ended: 'finished',
    ending: 'fire-out',
    passed: true,
    score: 92.5,
    grade: 'excellent',
    duration_s: 73.016666,
    critical: [],
    secondTry: false,
    ...change,
  };
}

describe('a cell', () => {
  test('never starts a formula, in Western or Chinese signs, and keeps numbers numbers', () => {
    for (const risky of ['=1+1', '+1', '-1', '@x', '\tx', '\rx', '＝1', '＋1', '－1', '＠x', '  =1'])
      expect(cell(risky).replace(/^"/, '')).toMatch(/^'/);
    expect(cell(-5)).toBe('-5');
    expect(cell('0871-65110119')).toBe('0871-65110119');
  });
  test('is quoted as RFC 4180 asks, and a missing value is empty', () => {
    expect(cell('a,"b"\r\nc')).toBe('"a,""b""\r\nc"');
    expect(cell(null)).toBe('');
    expect(cell('a\0b')).toBe('ab');
  });
});

test('a sheet begins with the mark Excel needs, ends its lines with CRLF, and all lines are equally long', () => {
  const bytes = Buffer.from(sheet([['演练馆', 'x'], [], [1, null, '火']]));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString('utf8')).toBe('\uFEFF演练馆,x,\r\n,,\r\n1,,火\r\n');
});

test('a download keeps its Chinese name', () => {
  expect(attachment('参与统计-2026-11.csv')).toBe(
    `attachment; filename="_-2026-11.csv"; filename*=UTF-8''%E5%8F%82%E4%B8%8E%E7%BB%9F%E8%AE%A1-2026-11.csv`,
  );
});

test('the summary is, byte for byte, this', () => {
  const runs = [
    row(),
    row({ id: '2', passed: false, ended: 'failed', score: 49 }),
    row({ id: '3', ended: 'abandoned', passed: false, score: null }),
  ];
  const learn = row({ id: '4', mode: 'learn', how: 'desktop', score: null, grade: null });
  const none = { asked: 0, correct: 0, correct_frac: null };
  const figures = {
    visits: 3,
    trained: 2,
    performed: 2,
    desktop: 0,
    observed: 1,
    cards: 1,
    technicalFaults: 0,
    knowledge: { tested: 3, knows: 2, knows_frac: 2 / 3, gain_frac: 0.25, paired: 2 },
    dutyPhone: { asked: 2, correct: 1, correct_frac: 0.5 },
    dutyPhoneRecognised: none,
    kit: { asked: 0, complete: 0, complete_frac: null },
    retention: { rechecks: 0, passed: 0, passed_frac: null },
    notes: 1,
  };
  expect(summarySheet(ABOUT, countParticipation([...runs, learn]), figures)).toBe(
    [
      '\uFEFF演练馆,翠湖演练馆,,,,,,,,,,,,,',
      '月份,2026-11,,,,,,,,,,,,,',
      '生成时间（北京时间）,2026-11-23 18:04:09,,,,,,,,,,,,,',
      `统计口径,${chinese.rule},,,,,,,,,,,,,`,
      '筛选,本月全部演练记录；冲突待核的上传不计入,,,,,,,,,,,,,',
      '去重人数,未登记（本馆不采集个人信息，演练次数不等于人数）,,,,,,,,,,,,,',
      '数据行数,2,,,,,,,,,,,,,',
      ',,,,,,,,,,,,,,',
      '场景,变体,变体编号,模式,方式,角色,演练次数,完成,未通过结束,中途放弃,技术故障,首次合格,首次合格率（%）,首次平均分,有第二次尝试',
      '火灾扑救,厨房油锅,kitchen-wok,考核,头显,操作,3,1,1,1,0,1,50,70.8,0',
      '火灾扑救,厨房油锅,kitchen-wok,学习,桌面,操作,1,1,0,0,0,,,,0',
      ',,,,,,,,,,,,,,',
      '本月指标,人数（分母）,数量,比例（%）,,,,,,,,,,,',
      '来访人次（按票号）,,3,,,,,,,,,,,,',
      '受训人次（操作或观看）,3,2,,,,,,,,,,,,',
      '头显操作,,2,,,,,,,,,,,,',
      '电脑操作,,0,,,,,,,,,,,,',
      '观看（另计，不算操作）,,1,,,,,,,,,,,,',
      '训练卡人数（可辨认的人）,,1,,,,,,,,,,,,',
      '设备故障（不算不合格）,,0,,,,,,,,,,,,',
      '防灾减灾知识普及（后测≥80%）,3,2,66.7,,,,,,,,,,,',
      '前后测平均提高,2,,25,,,,,,,,,,,',
      '值班电话知晓（凭记忆首次拨对）,2,1,50,,,,,,,,,,,',
      '值班电话四选一认出（另计）,0,0,,,,,,,,,,,,',
      '应急包覆盖（四问全有）,0,0,,,,,,,,,,,,',
      '四周复测合格,0,0,,,,,,,,,,,,',
      '现场记录（不适、事件、卫生、设备）,,1,,,,,,,,,,,,',
      '',
    ].join('\r\n'),
  );
});

test('the rows are, byte for byte, this: one line a run', () => {
  const kept = { second: 'finished', secondPassed: true, secondScore: 88, secondTry: true };
  const first = {
    ...row({
      ended: 'failed',
      passed: false,
      score: 49,
      grade: 'not-passed',
      critical: ['FF-X1', 'FF-X5'],
      ending: 'critical',
    }),
    ...kept,
  };
  const fault = {
    ...row({
      id: '2',
      ended: 'technical-fault',
      ending: null,
      passed: false,
      score: null,
      grade: null,
      how: 'desktop',
    }),
    second: null,
    secondPassed: null,
    secondScore: null,
  };
  const lines = rowsSheet(ABOUT, [first, fault]).split('\r\n');
  expect(lines[6]).toBe(`数据行数,2${','.repeat(20)}`);
  expect(lines.slice(8)).toEqual([
    '演练编号,日期,开始时间（北京时间）,时间依据,场景,变体,变体编号,版本,模式,方式,角色,结束方式,结局,首次合格,首次得分,等级,时长（秒）,严重错误,第二次结束方式,第二次合格,第二次得分,收到时间（北京时间）',
    '0193575d-0000-7000-8000-000000000001,2026-11-23,2026-11-23 12:00:00,设备时钟,火灾扑救,厨房油锅,kitchen-wok,1,考核,头显,操作,未通过,critical,否,49,未通过,73,FF-X1 FF-X5,完成,是,88,2026-11-23 12:02:00',
    '2,2026-11-23,2026-11-23 12:00:00,设备时钟,火灾扑救,厨房油锅,kitchen-wok,1,考核,桌面,操作,技术故障,,,,,73,,,,,2026-11-23 12:02:00',
    '',
  ]);
});

describe('counting', () => {
  test('never mixes headset with desktop, learn with assess, performed with observed, one variant with another', () => {
    const changes: Partial<RunRow>[] = [
      { how: 'headset' },
      { how: 'desktop' },
      { mode: 'learn' },
      { role: 'observed' },
      { variant: 'living-room-basket' },
    ];
    const rows = countParticipation(changes.map((change, id) => row({ id: String(id), ...change })));
    expect(rows).toHaveLength(5);
    expect(rows.every((one) => one.runs === 1)).toBe(true);
  });
  test('leaves abandoned runs and technical faults out of the rate, and has no rate where nothing was decided', () => {
    const none = countParticipation([
      row({ ended: 'abandoned', passed: false }),
      row({ id: '2', ended: 'technical-fault', passed: false }),
    ]);
    expect(none[0]).toMatchObject({ runs: 2, abandoned: 1, technicalFault: 1, passed: 0, passRate_frac: null });
    const some = countParticipation([row(), row({ id: '2', ended: 'technical-fault', passed: false, score: null })]);
    expect(some[0]).toMatchObject({ passRate_frac: 1, meanScore: 92.5 });
  });
  test('judges nobody who only learned or watched', () => {
    for (const change of [{ mode: 'learn' }, { role: 'observed' }] as const)
      expect(countParticipation([row(change)])[0]).toMatchObject({
        passed: null,
        passRate_frac: null,
        meanScore: null,
      });
  });
  test('counts a run by its first attempt, whatever the second came to', () => {
    expect(countParticipation([row({ passed: false, score: 49, secondTry: true })])[0]).toMatchObject({
      passed: 0,
      meanScore: 49,
      secondTries: 1,
    });
  });
});

describe('from the run to the sheet', () => {
  let hall: Hall;
  let manager: Browser;
  beforeEach(async () => {
    hall = await openHall();
    manager = await setUp(hall);
  });
  afterEach(() => hall.close());
  const upload = async (changes: Partial<Session>[]) => {
    const sessions = await Promise.all(changes.map((change) => aRun(change)));
    await manager.ask('POST', '/api/uploads', { sessions });
    return sessions;
  };

  test('every run of the month is a line with its id, and the counts are the lines', async () => {
    const lost = attempt({ ended: 'failed', passed: false, score: 12, grade: 'not-passed' });
    const sent = await upload([
      {},
      { how: 'desktop' },
      { first: lost },
      { mode: 'learn', first: attempt({ score: null, grade: null }) },
    ]);
    await upload([{ started_ms: Date.UTC(2026, 9, 5) }]);
    const rows = await manager.ask('GET', '/api/exports/rows.csv?month=2026-11');
    expect(rows.headers['content-type']).toBe('text/csv; charset=utf-8');
    const ids = rows.raw
      .toString()
      .split('\r\n')
      .slice(9, -1)
      .map((line) => line.split(',')[0]);
    expect(ids.sort()).toEqual(sent.map((run) => run.id).sort());
    const summary = (await manager.ask('GET', '/api/exports/summary.csv?month=2026-11')).raw
      .toString()
      .split('\r\n')
      .slice(9, -1);
    expect(summary.map((line) => Number(line.split(',')[6])).reduce((a, b) => a + b)).toBe(4);
  });

  test('the list pages through every run once, newest first, while others arrive', async () => {
    const sent = await upload(
      Array.from({ length: 23 }, (_, i) => ({ started_ms: Date.UTC(2026, 10, 1, 0, Math.floor(i / 3)) })),
    );
    const seen: RunRow[] = [];
    let after = '';
    do {
      const { body } = await manager.ask('GET', `/api/runs?limit=5${after && `&after=${after}`}`);
      seen.push(...body.runs);
      after = body.next ?? '';
      await upload([{ started_ms: Date.UTC(2026, 10, 20) }]);
    } while (after);
    expect(seen.map((run) => run.id).sort()).toEqual(sent.map((run) => run.id).sort());
    expect(seen.map((run) => run.began_ms)).toEqual(seen.map((run) => run.began_ms).sort((a, b) => b - a));
  });

  test('the filter keeps what fits and names what there is', async () => {
    await upload([{}, { mode: 'learn' }, { started_ms: Date.UTC(2026, 9, 5) }]);
    const { body } = await manager.ask('GET', '/api/runs?month=2026-11&mode=learn&scenario=firefighting');
    expect(body.runs).toHaveLength(1);
    expect(body).toMatchObject({ months: ['2026-11', '2026-10'], scenarios: ['firefighting'] });
    expect((await manager.ask('GET', '/api/runs?month=November')).body).toMatchObject({
      error: 'bad-request',
      field: 'month',
    });
  });
});

test('the server’s words are complete in both languages', () => {
  const keys = (value: object, at = ''): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'string' ? [`${at}${key}`] : keys(inner, `${at}${key}.`),
    );
  expect(keys(english)).toEqual(keys(chinese));
});
