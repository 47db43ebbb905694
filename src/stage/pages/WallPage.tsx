/** The wall of the hall: who is called, what each station does, who is next and how long it takes; a crew's run as it happens. */
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { loadPack } from '../../drill/packs.ts';
import { type Board, isHallDevice, openBoard, phoneOrigin } from '../../post/board.ts';
import { openText } from '../../text/text.ts';
import { Keypad } from '../station/Keypad.tsx';
import { Crew } from '../wall/Crew.tsx';
import { clipsOf, toSay } from '../wall/call.ts';
import { openVoice } from '../wall/voice.ts';
import './page.css';
import '../station/station.css';
import '../wall/wall.css';

function WallPage() {
  const [words, setWords] = useState(false);
  const [device, setDevice] = useState<boolean | null>(null);
  useEffect(() => {
    void Promise.all(['wall', 'station', 'stage'].map(openText)).then(() => setWords(true));
  }, []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const known = await isHallDevice();
      setDevice(known);
      if (known === null) timer = setTimeout(look, 3000);
    };
    void look();
    return () => clearTimeout(timer);
  }, []);
  if (!words || device === null) return <div className="hall" aria-busy="true" />;
  if (!device) return <Keypad onPaired={() => setDevice(true)} />;
  return <Wall />;
}

export { WallPage as default };

function Wall() {
  const { t } = useTranslation('wall');
  const line = useMemo(() => openBoard(), []);
  const { latest: board, stale, ahead_ms } = useSyncExternalStore(line.subscribe, line.getState);
  const [eyes, setEyes] = useState(false);
  const sound = useCalls(board);
  if (!board) return <p className="wall wall-soon">{t(stale ? 'stale' : 'loading')}</p>;
  return (
    <main className="wall" data-testid="wall" data-crew={board.crew !== null}>
      <header>
        <h1>{board.hall ?? t('title')}</h1>
        {stale && (
          <p className="wall-stale" role="status">
            {t('stale')}
          </p>
        )}
        {!sound.on && (
          <button type="button" onClick={() => void sound.unlock()} data-testid="wall-sound">
            {t('sound')}
          </button>
        )}
        {board.crew && (
          <button type="button" onClick={() => setEyes(!eyes)} data-testid="wall-eyes">
            {t(eyes ? 'outside' : 'eyes')}
          </button>
        )}
        <Clock ahead_ms={ahead_ms} />
      </header>
      {board.crew ? (
        <>
          <Crew crew={board.crew} ahead_ms={ahead_ms} eyes={eyes} origin={phoneOrigin(board.origin)} />
          <Strip board={board} />
        </>
      ) : (
        <Queue board={board} />
      )}
    </main>
  );
}

/** Says each called number aloud, once for every time it was called; who opens the wall again is not told the old ones. */
function useCalls(board: Board | null): { on: boolean; unlock: () => Promise<void> } {
  const voice = useMemo(openVoice, []);
  const [on, setOn] = useState(false);
  const said = useRef<Map<string, number> | null>(null);
  useEffect(() => {
    if (!board) return;
    const first = said.current === null;
    said.current ??= new Map();
    const calls = toSay(board.called, said.current);
    if (first) return;
    for (const call of calls) {
      const clips = clipsOf(call);
      const { dataset } = document.documentElement;
      // what was said last, for whoever cannot hear it
      dataset.said = `${dataset.said ?? ''} | ${clips.join(' ')}`.slice(-2000);
      voice.say(clips);
    }
  }, [board, voice]);
  return {
    on,
    async unlock() {
      await voice.unlock();
      setOn(voice.unlocked);
    },
  };
}

function Clock({ ahead_ms }: { ahead_ms: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  // the hall's own time, UTC+8 all year
  return <time className="wall-clock">{new Date(now + ahead_ms + 8 * 3600_000).toISOString().slice(11, 16)}</time>;
}

function Queue({ board }: { board: Board }) {
  const { t } = useTranslation('wall');
  return (
    <div className="wall-hall">
      <section className="wall-called" aria-live="assertive" data-testid="wall-called">
        <h2>{t('called')}</h2>
        {board.called.length === 0 && <p className="wall-none">{t('nobodyCalled')}</p>}
        {board.called.slice(0, 3).map((one, k) => (
          <p key={`${one.number} ${one.station}`} className={k === 0 ? 'wall-now' : 'wall-then'}>
            <b>{one.number}</b> <span>{t('goTo', { station: one.station })}</span>
          </p>
        ))}
      </section>
      <Stations board={board} />
      <Waiting board={board} />
    </div>
  );
}

function Stations({ board }: { board: Board }) {
  const { t } = useTranslation('wall');
  return (
    <section className="wall-stations" aria-label={t('stations')}>
      {board.stations.map((one) => (
        <article key={one.id} className={`wall-station is-${one.doing}`} data-doing={one.doing}>
          <h3>{one.name}</h3>
          <p className="wall-number">{one.number ?? '–'}</p>
          <p>
            {t(`doing.${one.doing}`)}
            {one.variant && one.doing === 'running' && (
              <>
                {' · '}
                <DrillName variant={one.variant} />
              </>
            )}
          </p>
        </article>
      ))}
    </section>
  );
}

function DrillName({ variant }: { variant: string }) {
  const [name, setName] = useState('');
  useEffect(() => {
    let wanted = true;
    const [scenario = '', own = ''] = variant.split('/');
    loadPack(scenario, own).then(
      (pack) => wanted && setName(pack.texts['zh-CN'][pack.script.title] ?? ''),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [variant]);
  return <>{name}</>;
}

function Waiting({ board }: { board: Board }) {
  const { t } = useTranslation('wall');
  return (
    <section className="wall-waiting" data-testid="wall-waiting">
      <h2>{t('waiting', { count: board.waiting.length })}</h2>
      <p className="wall-numbers">{board.waiting.slice(0, 16).join(' ')}</p>
      {board.estimates
        .filter((one) => one.stations > 0)
        .map((one) => (
          <p key={one.place} className="wall-estimate">
            {t(`estimate.${one.place}`, { minutes: one.wait_min ?? 0 })}
            <small>
              {t(one.measured > 0 ? 'working.measured' : 'working.planned', {
                waiting: one.waiting,
                stations: one.stations,
                minutes: one.cycle_min,
                turns: one.measured,
              })}
            </small>
          </p>
        ))}
    </section>
  );
}

/** Under a crew's picture the queue goes on. */
function Strip({ board }: { board: Board }) {
  const { t } = useTranslation('wall');
  const [first] = board.called;
  return (
    <footer className="wall-strip" data-testid="wall-strip">
      {first && (
        <span className="wall-strip-now">
          {first.number} {t('goTo', { station: first.station })}
        </span>
      )}
      <span>{t('waitingLine', { count: board.waiting.length, numbers: board.waiting.slice(0, 10).join(' ') })}</span>
    </footer>
  );
}
