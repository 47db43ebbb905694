/** Plays a stored run again: picture, time line with its marks, and what would have been right at each. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadPack } from '../../drill/packs.ts';
import { disagreements } from '../../drill/replay.ts';
import { readTape } from '../../drill/tape.ts';
import type { Drill } from '../../drill/types.ts';
import type { Pack } from '../../script/contents.ts';
import { TICK_s } from '../../sim/world.ts';
import { openText } from '../../text/text.ts';
import { type DebriefMark, debriefAttempt } from '../debrief/debrief.ts';
import { openFonts } from '../panel/fonts.ts';
import { type Deck, openDeck, tickOf } from './deck.ts';
import { type Playing, Show, type Viewpoint } from './Show.tsx';
import './replay.css';

type Session = Awaited<ReturnType<Drill['session']>>;

export interface TapePlayerProps {
  session: Session;
  /** where to begin, in seconds of the tape */
  from_s?: number;
  /** low-cost picture for weak machines */
  lite?: boolean;
}

type Opened = { deck: Deck; pack: Pack };
type State = { is: 'loading' } | { is: 'none' } | { is: 'failed'; why: string } | ({ is: 'open' } & Opened);

/** Opens the tape of a session; every way of failing has its sentence. */
export function TapePlayer({ session, from_s = 0, lite = false }: TapePlayerProps) {
  const { t } = useTranslation('stage');
  const [state, setState] = useState<State>({ is: 'loading' });
  useEffect(() => {
    let gone = false;
    let deck: Deck | null = null;
    const open = async () => {
      await openText('stage');
      void openFonts();
      if (session.tape === null) return setState({ is: 'none' });
      const [pack, tape] = await Promise.all([loadPack(session.scenario, session.variant), readTape(session.tape)]);
      if (gone) return;
      deck = openDeck(tape, pack);
      setState({ is: 'open', deck, pack });
    };
    open().catch((error: unknown) => {
      if (!gone) setState({ is: 'failed', why: error instanceof Error ? error.message : String(error) });
    });
    return () => {
      gone = true;
      deck?.close();
    };
  }, [session]);
  if (state.is === 'open')
    return <Replay session={session} deck={state.deck} pack={state.pack} from_s={from_s} lite={lite} />;
  const said = { loading: t('replay.loading'), none: t('replay.no-tape'), failed: '' }[state.is];
  return (
    <p className="replay-said" role="status">
      {state.is === 'failed' ? t('replay.failed', { why: state.why }) : said}
    </p>
  );
}

interface Pin extends DebriefMark {
  tick: number;
  attempt: 1 | 2;
}

/** Every mark that has a time, by its tick on the tape. */
function pinsOf(session: Session, pack: Pack, deck: Deck): Pin[] {
  const face = { pack, mode: session.mode };
  const { hall } = deck.run.head;
  const of = (attempt: 1 | 2): Pin[] => {
    const result = attempt === 1 ? session.first : session.second;
    if (!result) return [];
    return debriefAttempt(face, hall, result, null).timeline.flatMap((mark) => {
      const tick = tickOf(mark.at_s, attempt, deck.rewind);
      return tick === null ? [] : [{ ...mark, tick, attempt }];
    });
  };
  return [...of(1), ...of(2)].sort((a, b) => a.tick - b.tick);
}

const SIGN: Record<DebriefMark['kind'], string> = { critical: '×', error: '×', missed: '△', earned: '✓' };
const SPEEDS = [1, 2, 4] as const;
/** A mark's card stays this long after its moment. */
const CARD_s = 5;

function clockText(tick: number): string {
  const all_s = Math.floor(tick * TICK_s);
  return `${Math.floor(all_s / 60)}:${String(all_s % 60).padStart(2, '0')}`;
}

function Replay({ session, deck, pack, from_s, lite }: Opened & { session: Session; from_s: number; lite: boolean }) {
  const { t, i18n } = useTranslation('stage');
  const [prepared_frac, setPrepared] = useState(0);
  const [differs, setDiffers] = useState<string[]>([]);
  const [tick, setTick] = useState(0);
  const [playing, setPlaying] = useState<Playing>({ on: true, speed: 1 });
  const [viewpoint, setViewpoint] = useState<Viewpoint>('outside');
  const [corner, setCorner] = useState(0);
  const [trouble, setTrouble] = useState<string | null>(null);
  const done = prepared_frac >= 1;
  useEffect(() => {
    let wanted: number | null = Math.round(from_s / TICK_s);
    void deck
      .prepare((frac) => {
        setPrepared(frac);
        if (wanted !== null && frac * deck.ticks >= wanted) {
          deck.seek(wanted);
          wanted = null;
        }
      })
      .then((whole) => {
        if (whole) setDiffers(disagreements(session, deck.result(), pack));
      });
  }, [deck, from_s, session, pack]);
  // words follow the language, places follow the whole tape
  const pins = useMemo(() => pinsOf(session, pack, deck), [session, pack, deck, done, i18n.language]);
  const last = useRef(-1);
  const onTick = useCallback(
    (now: number) => {
      // ten times a second is enough for a slider
      if (Math.abs(now - last.current) < 6 && now !== deck.ticks) return;
      if (now === last.current) return;
      last.current = now;
      setTick(now);
      if (now >= deck.ticks) setPlaying((was) => (was.on ? { ...was, on: false } : was));
    },
    [deck],
  );
  const jump = (to: number) => {
    deck.seek(to);
    last.current = deck.tick;
    setTick(deck.tick);
  };
  const toggle = () => {
    if (!playing.on && deck.tick >= deck.ticks) jump(0);
    setPlaying({ ...playing, on: !playing.on });
  };
  const card = pins.findLast((pin) => pin.tick <= tick && (tick - pin.tick) * TICK_s < CARD_s);
  if (trouble) return <p className="replay-said">{t('replay.failed', { why: trouble })}</p>;
  return (
    <section className="replay" aria-label={t('replay.name')} data-testid="tape-player">
      <div className="replay-picture">
        <Show
          deck={deck}
          playing={playing}
          viewpoint={viewpoint}
          corner={corner}
          lite={lite}
          onTick={onTick}
          onTrouble={(error) => setTrouble(error instanceof Error ? error.message : String(error))}
          onReady={() => undefined}
        />
        {card && (
          <p className={`replay-card replay-${card.kind}`} role="status">
            <b>
              {SIGN[card.kind]} {card.rule} {card.title}
            </b>
            {card.kind !== 'earned' && <span>{card.reason}</span>}
          </p>
        )}
        {!done && (
          <p className="replay-progress">{t('replay.computing', { percent: Math.round(prepared_frac * 100) })}</p>
        )}
      </div>
      <div className="replay-line">
        <input
          type="range"
          min={0}
          max={deck.ticks}
          step={6}
          value={tick}
          aria-label={t('replay.scrub')}
          aria-valuetext={clockText(tick)}
          onChange={(event) => jump(Number(event.target.value))}
        />
        {pins.map((pin) => (
          <button
            key={`${pin.attempt} ${pin.rule} ${pin.tick}`}
            type="button"
            className={`replay-pin replay-${pin.kind}`}
            style={{ left: `${(100 * pin.tick) / Math.max(1, deck.ticks)}%` }}
            title={`${clockText(pin.tick)} ${pin.rule} ${pin.title}`}
            onClick={() => jump(pin.tick - Math.round(3 / TICK_s))}
          >
            {SIGN[pin.kind]}
          </button>
        ))}
      </div>
      <div className="replay-keys">
        <button type="button" onClick={toggle}>
          {playing.on ? `‖ ${t('replay.pause')}` : `▶ ${t('replay.play')}`}
        </button>
        <span className="replay-clock">{t('of', { points: clockText(tick), max: clockText(deck.ticks) })}</span>
        {SPEEDS.map((speed) => (
          <button
            key={speed}
            type="button"
            aria-pressed={playing.speed === speed}
            aria-label={t('replay.speed', { n: speed })}
            onClick={() => setPlaying({ ...playing, speed })}
          >
            {speed}×
          </button>
        ))}
        <button
          type="button"
          aria-pressed={viewpoint === 'eyes'}
          onClick={() => setViewpoint(viewpoint === 'eyes' ? 'outside' : 'eyes')}
        >
          {viewpoint === 'eyes' ? t('replay.view-outside') : t('replay.view-eyes')}
        </button>
        {viewpoint === 'outside' && (
          <button type="button" onClick={() => setCorner((corner + 1) % 4)}>
            {t('replay.view-next')}
          </button>
        )}
      </div>
      {differs.length > 0 && (
        <p className="replay-differs" role="alert">
          {t('replay.differs')}
        </p>
      )}
    </section>
  );
}
