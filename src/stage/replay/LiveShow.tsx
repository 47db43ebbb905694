/** A run as it happens, from its growing tape: for the wall screen and for the coach's tablet. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadPack } from '../../drill/packs.ts';
import type { TapeHead } from '../../drill/tape.ts';
import type { DrillView } from '../../drill/types.ts';
import { openText } from '../../text/text.ts';
import { openFonts } from '../panel/fonts.ts';
import { packText, speakerName } from '../panel/words.ts';
import { type LiveDeck, openLiveDeck } from './liveDeck.ts';
import { Show, type Viewpoint } from './Show.tsx';
import './replay.css';

type Piece = Parameters<LiveDeck['push']>[0];

export interface LiveShowProps {
  /** drill/tape.ts TapeHead, as it came with the first piece */
  head: unknown;
  /** hears all pieces from the beginning, then each new one */
  subscribe: (onPiece: (piece: Piece) => void) => () => void;
  viewpoint: Viewpoint;
  /** which corner, counted from the best one */
  corner?: number;
  lite?: boolean;
  /** the picture stands still, as while a question is open */
  held?: boolean;
  /** a stage begins in the picture; `decision` with a question is where watchers are asked */
  onStage?: (stage: string) => void;
  onView?: (view: DrillView) => void;
}

type Opened = { is: 'opening' } | { is: 'failed'; why: string } | { is: 'open'; deck: LiveDeck };

function headOf(head: unknown): TapeHead {
  return head as TapeHead;
}

export function LiveShow(props: LiveShowProps) {
  const { head, subscribe } = props;
  const { t } = useTranslation('stage');
  const [opened, setOpened] = useState<Opened>({ is: 'opening' });
  useEffect(() => {
    let deck: LiveDeck | null = null;
    let gone = false;
    let unsubscribe = () => {};
    const open = async () => {
      await openText('stage');
      void openFonts();
      const { scenario, variant } = headOf(head);
      const pack = await loadPack(scenario, variant);
      if (gone) return;
      const made = openLiveDeck(headOf(head), pack);
      deck = made;
      unsubscribe = subscribe((piece) => {
        try {
          made.push(piece);
        } catch {
          // damaged on its way: the server holds it whole, the next subscription brings it
        }
      });
      setOpened({ is: 'open', deck: made });
    };
    open().catch((error: unknown) => {
      if (!gone) setOpened({ is: 'failed', why: error instanceof Error ? error.message : String(error) });
    });
    return () => {
      gone = true;
      unsubscribe();
      deck?.close();
    };
  }, [head, subscribe]);
  if (opened.is === 'open') return <Picture {...props} deck={opened.deck} />;
  return (
    <p className="replay-said" role="status">
      {opened.is === 'failed' ? t('replay.failed', { why: opened.why }) : t('replay.loading')}
    </p>
  );
}

/** A caption stays so long under the picture. [D] */
const CAPTION_s = 6;

function Picture({
  deck,
  viewpoint,
  corner = 0,
  lite = false,
  held = false,
  onStage,
  onView,
}: LiveShowProps & { deck: LiveDeck }) {
  const { t } = useTranslation('stage');
  const [playing, setPlaying] = useState({ on: true, speed: 1 });
  const [view, setView] = useState<DrillView>(() => deck.drill.view.getState());
  const [trouble, setTrouble] = useState<string | null>(null);
  const told = useRef({ onStage, onView });
  told.current = { onStage, onView };
  useEffect(() => {
    const unsubscribe = deck.drill.view.subscribe((now) => {
      setView(now);
      told.current.onView?.(now);
    });
    const stop = deck.onStage((stage) => told.current.onStage?.(stage));
    return () => {
      unsubscribe();
      stop();
    };
  }, [deck]);
  useEffect(() => {
    if (held) deck.hold();
    else deck.release();
  }, [deck, held]);
  const caption = useMemo(() => {
    const last = view.captions.at(-1);
    const now_s = deck.run.world.tick / 60;
    return last && now_s - last.at_s < CAPTION_s ? last : null;
  }, [view, deck]);
  if (trouble) return <p className="replay-said">{t('replay.failed', { why: trouble })}</p>;
  return (
    <div className="replay-picture" data-testid="live-show" data-stage={view.stage}>
      <Show
        deck={deck}
        playing={playing}
        viewpoint={viewpoint}
        corner={corner}
        lite={lite}
        onTick={() => {
          const { speed } = deck;
          setPlaying((was) =>
            was.speed === speed && was.on === speed > 0 ? was : { on: speed > 0, speed: speed || 1 },
          );
        }}
        onTrouble={(error) => setTrouble(error instanceof Error ? error.message : String(error))}
        onReady={() => undefined}
      />
      {caption && (
        <p className="replay-card" role="status">
          {caption.speaker && <b>{speakerName(deck.drill, caption.speaker)}</b>}
          <span>{packText(deck.drill, deck.run.head.hall, caption.key)}</span>
        </p>
      )}
    </div>
  );
}
