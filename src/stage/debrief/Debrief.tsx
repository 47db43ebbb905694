/** The page after a run: what it came to, the critical failure first, every step with its reason, the replay, the way on. */
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tickBefore } from '../../drill/replay.ts';
import type { Drill } from '../../drill/types.ts';
import { TICK_s } from '../../sim/world.ts';
import type { DebriefProps } from '../contract.ts';
import { useView } from '../panel/use.ts';
import { type DebriefMark, type DebriefView, debriefOf } from './debrief.ts';
import { placeMarks } from './lanes.ts';
import { type Breathing, CURVE_px, curveOf, wayOf } from './way.ts';
import './debrief.css';

/** The replay's code: fetched before it is asked for, because then the server may be away. */
export const loadReplay = () => import('../replay/TapePlayer.tsx');
const TapePlayer = lazy(async () => ({ default: (await loadReplay()).TapePlayer }));

type Session = Awaited<ReturnType<Drill['session']>>;

/** The replay begins this long before a mark. */
const LEAD_s = 4;

export function Debrief({ drill, hall, onAgain, onHome, onFrom, breathing, hosted }: DebriefProps) {
  const { t, i18n } = useTranslation('stage');
  const view = useView(drill);
  // told anew in the other language
  const debrief = useMemo(() => (view.ended ? debriefOf(drill, hall, view) : null), [drill, hall, view, i18n.language]);
  const [watch_s, setWatch] = useState<number | null>(null);
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => top.current?.focus(), []);
  if (!debrief) return null;
  const watch = (at_s: number | null) => setWatch(Math.max(0, (at_s ?? 0) - LEAD_s));
  const from = onFrom ? (at_s: number | null) => onFrom(tickBefore(at_s)) : undefined;
  const wrong = [...debrief.critical, ...debrief.errors, ...debrief.missed];
  return (
    <article className="debrief" aria-label={t('end.name')} data-testid="debrief">
      <Verdict debrief={debrief} head={top} />
      <nav className="debrief-keys">
        {hosted && <b>{t('end.hosted-desk')}</b>}
        {!hosted && (
          <button type="button" className="go" onClick={onAgain}>
            {t('end.again')}
          </button>
        )}
        <button type="button" onClick={() => setWatch(watch_s === null ? 0 : null)} aria-expanded={watch_s !== null}>
          {watch_s === null ? `▶ ${t('end.watch')}` : t('end.close-replay')}
        </button>
        {!hosted && (
          <button type="button" onClick={onHome}>
            {t('end.home')}
          </button>
        )}
      </nav>
      {watch_s !== null && <Watch drill={drill} from_s={watch_s} />}
      <Line debrief={debrief} watch={watch} />
      {breathing && !debrief.second && <Way drill={drill} breathing={breathing} whole_s={debrief.duration_s} />}
      {wrong.length > 0 ? (
        <Marks title={t('end.right')} marks={wrong} watch={watch} {...(from ? { from } : {})} />
      ) : (
        <p className="debrief-good">✓ {t('end.all-right')}</p>
      )}
      {debrief.earned.length > 0 && <Marks title={t('end.earned')} marks={debrief.earned} watch={watch} />}
    </article>
  );
}

function Verdict({ debrief, head }: { debrief: DebriefView; head: React.RefObject<HTMLHeadingElement | null> }) {
  const { t } = useTranslation('stage');
  return (
    <header className={`debrief-verdict ${debrief.passed ? 'passed' : 'not-passed'}`}>
      <h1 ref={head} tabIndex={-1}>
        {debrief.verdict}
      </h1>
      {debrief.score === null ? (
        <p>{t('end.no-score')}</p>
      ) : (
        <p className="debrief-score" data-testid="score">
          {t('end.score', { score: debrief.score })}
        </p>
      )}
      {debrief.ending && <p>{debrief.ending}</p>}
      <p className="quiet">{t('end.duration', { s: Math.round(debrief.duration_s) })}</p>
      {debrief.critical.map((mark) => (
        <p key={mark.rule} className="debrief-critical" role="alert">
          <b>
            × {t('end.critical')} {mark.rule} {mark.title}
          </b>
          <br />
          {mark.reason}
          {debrief.score !== null && (
            <>
              <br />
              <small>{t('end.critical-cap')}</small>
            </>
          )}
        </p>
      ))}
      {debrief.second && (
        <p className="debrief-second">
          {t('end.second')} <b>{debrief.second}</b> <small>{t('end.first')}</small>
        </p>
      )}
    </header>
  );
}

function Watch({ drill, from_s }: { drill: Drill; from_s: number }) {
  const { t } = useTranslation('stage');
  const [session, setSession] = useState<Session | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    drill.session().then(
      (one) => gone || setSession(one),
      (error: unknown) => gone || setWhy(String(error)),
    );
    return () => {
      gone = true;
    };
  }, [drill]);
  if (why) return <p role="alert">{t('replay.failed', { why })}</p>;
  if (!session) return <p role="status">{t('replay.loading')}</p>;
  return (
    <Suspense fallback={<p role="status">{t('replay.loading')}</p>}>
      <TapePlayer key={from_s} session={session} from_s={from_s} />
    </Suspense>
  );
}

const SIGN: Record<DebriefMark['kind'], string> = { critical: '×', error: '×', missed: '△', earned: '✓' };

/** Height of a row of labels. */
const LANE_px = 40;

/** The run as a line: when each mark was decided. */
function Line({ debrief, watch }: { debrief: DebriefView; watch: (at_s: number | null) => void }) {
  const { t } = useTranslation('stage');
  if (debrief.timeline.length === 0) return null;
  const whole_s = Math.max(TICK_s, debrief.duration_s);
  const placed = placeMarks(debrief.timeline, whole_s);
  const lanes = 1 + Math.max(...placed.map(({ lane }) => lane));
  return (
    <ol className="debrief-line" style={{ height: 8 + LANE_px * lanes }} aria-label={t('end.marks')}>
      {debrief.timeline.map((mark, k) => (
        <li
          key={`${mark.rule} ${mark.at_s}`}
          style={{ left: `${100 * placed[k]!.left_frac}%`, top: 6 + LANE_px * placed[k]!.lane }}
          className={placed[k]!.toLeft ? 'to-left' : ''}
        >
          <button
            type="button"
            className={`pin-${mark.kind}`}
            onClick={() => watch(mark.at_s)}
            title={`${mark.rule} ${mark.title}`}
          >
            {SIGN[mark.kind]}
            <span>{mark.title}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Where the trainee was, and the smoke breathed by then, under the same line of time. */
function Way({ drill, breathing, whole_s }: { drill: Drill; breathing: Breathing; whole_s: number }) {
  const { t } = useTranslation('stage');
  if (drill.world.room.surfaces.length === 0) return null;
  const curve = curveOf(breathing.samples, whole_s);
  const worst = Math.max(0, ...breathing.samples.map((one) => one.dose_frac));
  return (
    <figure className="debrief-way" data-testid="way">
      <figcaption>{t('way.title')}</figcaption>
      <ol>
        {wayOf(drill.facts, breathing.start, whole_s).map((stay) => (
          <li key={stay.from_s} style={{ flexGrow: Math.max(0.5, stay.to_s - stay.from_s) }}>
            <span>{t(`space.${stay.space}`, { defaultValue: t('space.other') })}</span>
          </li>
        ))}
      </ol>
      {curve && (
        <>
          <svg
            viewBox={`0 0 ${CURVE_px.width} ${CURVE_px.height}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={t('way.dose', { percent: Math.round(worst * 100) })}
          >
            <path d={curve} />
          </svg>
          <p>{t('way.dose', { percent: Math.round(worst * 100) })}</p>
        </>
      )}
    </figure>
  );
}

interface MarksProps {
  title: string;
  marks: DebriefMark[];
  watch: (at_s: number | null) => void;
  from?: (at_s: number | null) => void;
}

function Marks({ title, marks, watch, from }: MarksProps) {
  const { t } = useTranslation('stage');
  return (
    <section className="debrief-marks">
      <h2>{title}</h2>
      <ul>
        {marks.map((mark) => (
          <li key={mark.rule} className={mark.kind} data-rule={mark.rule}>
            <div className="mark-head">
              <b>
                {SIGN[mark.kind]} {mark.title}
              </b>
              <span className="mark-worth">
                {mark.kind === 'critical'
                  ? ''
                  : mark.kind === 'error'
                    ? mark.points
                    : t('of', { points: mark.points, max: mark.max })}
              </span>
            </div>
            <p>{mark.reason}</p>
            <div className="mark-foot">
              <small>
                {t('end.rule')} {mark.rule}
                {mark.stage && ` · ${mark.stage}`} ·{' '}
                {mark.at_s === null ? t('end.never') : t('end.at', { s: Math.round(mark.at_s) })}
              </small>
              {mark.at_s !== null && (
                <button type="button" onClick={() => watch(mark.at_s)}>
                  {t('end.watch-from')}
                </button>
              )}
              {from && (
                <button type="button" className="go" onClick={() => from(mark.at_s)}>
                  {t('end.from-here')} <small>{t('end.from-here-hint')}</small>
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
