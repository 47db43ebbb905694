/** A crew on the wall: the run as it happens, the code to join by, and at a decision the question before it is shown. */
import { toDataURL } from 'qrcode';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadPack } from '../../drill/packs.ts';
import type { Board } from '../../post/board.ts';
import { type LivePiece, openLive } from '../../post/live.ts';
import type { Pack } from '../../script/contents.ts';
import { LiveShow } from '../replay/LiveShow.tsx';

type CrewNow = NonNullable<Board['crew']>;
/** The tally stays so long after a question has closed. [D] */
const TALLY_ms = 6_000;

function usePack(variant: string): Pack | null {
  const [pack, setPack] = useState<Pack | null>(null);
  useEffect(() => {
    let wanted = true;
    const [scenario = '', name = ''] = variant.split('/');
    loadPack(scenario, name).then(
      (read) => wanted && setPack(read),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [variant]);
  return pack;
}

/** Ticks once a second while something counts down. */
function useNow(ahead_ms: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return now + ahead_ms;
}

interface CrewProps {
  crew: CrewNow;
  ahead_ms: number;
  eyes: boolean;
  /** where phones reach the hall */
  origin: string;
}

export function Crew({ crew, ahead_ms, eyes, origin }: CrewProps) {
  const { t } = useTranslation('wall');
  const pack = usePack(crew.variant);
  const live = useMemo(() => openLive(crew.turn), [crew.turn]);
  const [head, setHead] = useState<unknown>(null);
  useEffect(() => {
    const stop = live.onHead(setHead);
    return () => {
      stop();
      setHead(null);
    };
  }, [live]);
  const subscribe = useCallback((onPiece: (piece: LivePiece) => void) => live.onPiece(onPiece), [live]);
  const now_ms = useNow(ahead_ms);
  const question = crew.question && now_ms < crew.question.closes_ms ? crew.question : null;
  return (
    <section className="wall-crew" data-testid="wall-crew" data-question={question?.stage ?? ''}>
      <div className="wall-picture">
        {head === null ? (
          <p className="wall-soon">{t('crew.soon', { number: crew.number })}</p>
        ) : (
          <LiveShow
            head={head}
            subscribe={subscribe}
            viewpoint={eyes ? 'eyes' : 'outside'}
            // the picture waits until those who watch have said what they would do
            held={question !== null}
          />
        )}
        {question && pack && <Ask crew={crew} pack={pack} left_s={Math.ceil((question.closes_ms - now_ms) / 1000)} />}
        {!question && <Tally crew={crew} pack={pack} />}
      </div>
      <Join crew={crew} origin={origin} />
    </section>
  );
}

function wordsOf(pack: Pack, stage: string) {
  const asked = pack.script.stages.find((one) => one.id === stage)?.question;
  const words = pack.texts['zh-CN'];
  return asked && { text: words[asked.text] ?? '', options: asked.options.map((key) => words[key] ?? '') };
}

function Ask({ crew, pack, left_s }: { crew: CrewNow; pack: Pack; left_s: number }) {
  const { t } = useTranslation('wall');
  const asked = crew.question && wordsOf(pack, crew.question.stage);
  if (!asked) return null;
  return (
    <div className="wall-ask" role="status" data-testid="wall-ask">
      <p className="wall-count">{t('crew.left', { seconds: left_s })}</p>
      <h2>{asked.text}</h2>
      <ol>
        {asked.options.map((option) => (
          <li key={option}>{option}</li>
        ))}
      </ol>
      <p>{t('crew.answered', { answered: crew.answered, watchers: crew.watchers })}</p>
    </div>
  );
}

function Tally({ crew, pack }: { crew: CrewNow; pack: Pack | null }) {
  const { t } = useTranslation('wall');
  const { tally } = crew;
  const [shown, setShown] = useState<string | null>(null);
  const stage = tally?.stage ?? null;
  useEffect(() => {
    if (!stage) return;
    setShown(stage);
    const timer = setTimeout(() => setShown(null), TALLY_ms);
    return () => clearTimeout(timer);
  }, [stage]);
  const asked = tally && pack && shown === tally.stage ? wordsOf(pack, tally.stage) : null;
  if (!asked || !tally) return null;
  const most = Math.max(1, ...tally.chose);
  return (
    <div className="wall-ask wall-tally" role="status" data-testid="wall-tally">
      <h2>{asked.text}</h2>
      <ol>
        {asked.options.map((option, k) => (
          <li key={option} className={k === tally.right ? 'right' : ''}>
            <span>
              {k === tally.right && '✓ '}
              {option}
            </span>
            <i style={{ width: `${(60 * (tally.chose[k] ?? 0)) / most}%` }} />
            <b>{t('crew.chose', { count: tally.chose[k] ?? 0 })}</b>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Join({ crew, origin }: { crew: CrewNow; origin: string }) {
  const { t } = useTranslation('wall');
  const [picture, setPicture] = useState('');
  useEffect(() => {
    void toDataURL(`${origin}/watch#${crew.join}`, { errorCorrectionLevel: 'M', margin: 1, scale: 8 }).then(setPicture);
  }, [crew.join, origin]);
  return (
    <aside className="wall-join" data-testid="wall-join" data-code={crew.join}>
      <h2>{t('crew.join')}</h2>
      {picture && <img src={picture} alt={t('crew.qr')} />}
      <p className="wall-code">{crew.join}</p>
      <p>{t('crew.watchers', { count: crew.watchers })}</p>
    </aside>
  );
}
