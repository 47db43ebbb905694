/** A finished run told in the order that teaches: the critical failure, the mistakes, what was missed, what was right. */
import type { Drill, DrillView, HallSettings, MarkView } from '../../drill/types.ts';
import { t } from '../../text/text.ts';
import { packText, ruleWords } from '../panel/words.ts';

export type Attempt = NonNullable<DrillView['ended']>;

export interface DebriefMark {
  kind: 'critical' | 'error' | 'missed' | 'earned';
  rule: string;
  title: string;
  /** why it matters: the reason of the rule */
  reason: string;
  points: number;
  max: number;
  at_s: number | null;
  /** title of the stage it was asked in */
  stage: string;
}

export interface DebriefView {
  /** one line: passed, grade, lesson done, fault */
  verdict: string;
  /** 0..100, null in learn mode and after a fault */
  score: number | null;
  passed: boolean;
  /** how it ended, in words */
  ending: string;
  duration_s: number;
  critical: DebriefMark[];
  errors: DebriefMark[];
  missed: DebriefMark[];
  earned: DebriefMark[];
  /** all that has a time, oldest first */
  timeline: DebriefMark[];
  /** the second try in one line, null when there was none */
  second: string | null;
}

const rounded = (points: number) => Math.round(points * 10) / 10;

/** What a stage is called; its id where the pack gives it no title. */
function stageTitle(drill: Pick<Drill, 'pack'>, hall: HallSettings, stage: string): string {
  const key = `stage.${stage}`;
  const title = packText(drill, hall, key);
  return title === key ? stage : title;
}

/** What kind of line a mark of an attempt is, by what the script says of its rule. */
function kindOf(drill: Pick<Drill, 'pack'>, mark: { rule: string; points: number; max: number }): DebriefMark['kind'] {
  if (drill.pack.script.critical.some((one) => one.rule === mark.rule)) return 'critical';
  if (drill.pack.script.errors.some((one) => one.rule === mark.rule)) return 'error';
  // nine tenths of the points is done well; less has something to learn from
  return mark.points >= mark.max * 0.9 ? 'earned' : 'missed';
}

/** Tells an attempt in words. The first attempt is the record; the second is one line beside it. */
export function debriefAttempt(
  drill: Pick<Drill, 'pack' | 'mode'>,
  hall: HallSettings,
  attempt: Attempt,
  second: Attempt | null,
): DebriefView {
  const lines = attempt.marks.flatMap((mark): DebriefMark[] => {
    const kind = kindOf(drill, mark);
    // a mistake that never happened is no line
    if (kind === 'error' && mark.points === 0) return [];
    if (kind === 'critical') return [];
    return [lineOf(drill, hall, kind, mark)];
  });
  const critical = [...new Set(attempt.critical)].map((rule) => {
    const mark = attempt.marks.find((one) => one.rule === rule);
    return lineOf(drill, hall, 'critical', mark ?? { rule, points: 0, max: 0, at_s: null, stage: '' });
  });
  const of = (kind: DebriefMark['kind']) => lines.filter((one) => one.kind === kind);
  const ending = attempt.ending ? packText(drill, hall, endingKey(drill, attempt.ending)) : '';
  return {
    verdict: verdictOf(drill, attempt),
    score: attempt.score === null ? null : Math.round(attempt.score),
    passed: attempt.passed,
    ending,
    duration_s: attempt.duration_s,
    critical,
    errors: of('error'),
    missed: of('missed'),
    earned: of('earned'),
    timeline: [...critical, ...lines].filter((one) => one.at_s !== null).sort((a, b) => a.at_s! - b.at_s!),
    second: second ? secondLine(drill, second) : null,
  };
}

export function debriefOf(drill: Drill, hall: HallSettings, view: DrillView): DebriefView {
  const first = drill.attempts.first ?? view.ended!;
  return debriefAttempt(drill, hall, first, drill.attempts.second);
}

function endingKey(drill: Pick<Drill, 'pack'>, word: string): string {
  return drill.pack.script.endings.find((one) => one.word === word)?.title ?? `ending.${word}`;
}

function lineOf(
  drill: Pick<Drill, 'pack'>,
  hall: HallSettings,
  kind: DebriefMark['kind'],
  mark: Pick<MarkView, 'rule' | 'points' | 'max' | 'at_s' | 'stage'>,
): DebriefMark {
  const words = ruleWords(drill, mark.rule);
  return {
    kind,
    rule: mark.rule,
    title: words ? packText(drill, hall, words.title) : mark.rule,
    reason: words ? packText(drill, hall, words.reason) : '',
    points: rounded(mark.points),
    max: rounded(mark.max),
    at_s: mark.at_s,
    stage: mark.stage ? stageTitle(drill, hall, mark.stage) : '',
  };
}

function verdictOf(drill: Pick<Drill, 'mode'>, attempt: Attempt): string {
  if (attempt.ended === 'technical-fault') return t('stage:end.fault');
  if (attempt.ended === 'abandoned') return t('stage:end.abandoned');
  if (attempt.grade) return t(`stage:end.grade-${attempt.grade}`);
  if (drill.mode === 'learn') return t('stage:end.learned');
  return t(attempt.passed ? 'stage:end.passed' : 'stage:end.not-passed');
}

function secondLine(drill: Pick<Drill, 'mode'>, second: Attempt): string {
  const verdict = verdictOf(drill, second);
  return second.score === null ? verdict : `${verdict} · ${t('stage:end.score', { score: Math.round(second.score) })}`;
}
