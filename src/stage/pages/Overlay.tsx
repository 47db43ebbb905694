/** What lies over the picture on a desktop or phone: progress, start, help, what the cursor is on, touch buttons. */

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasLevels } from '../../sim/ground.ts';
import type { PauseReason } from '../contract.ts';
import type { ActionName } from '../input/actions.ts';
import { type Hint, hintOf } from '../input/hint.ts';

import { thingName } from '../panel/words.ts';
import type { Headset } from '../rig/store.ts';
import { HostedStart } from '../station/HostedStart.tsx';
import type { StationLink } from '../station/link.ts';
import { isHeld } from '../station/useLink.ts';
import { EnterVr } from './EnterVr.tsx';
import type { Run } from './useRun.ts';

export interface OverlayProps {
  run: Run;
  ready: boolean;
  running: boolean;
  presenting: boolean;
  pause: PauseReason | null;
  progress_frac: number;
  preferVr: boolean;
  headset: Headset;
  onBegin: () => void;
  onHome: () => void;
  /** in a run that the hall's staff lead */
  station: StationLink | undefined;
}

export function Overlay(props: OverlayProps) {
  const { ready, running, presenting, run } = props;
  if (presenting) return null;
  const ended = run.drill.view.getState().ended !== null;
  return (
    <div className="overlay">
      {!running && props.station && <HostedStart {...props} station={props.station} />}
      {!running && !props.station && <StartSheet {...props} />}
      {running && !ended && <Cursor run={run} />}
      {running && !ended && <KeysLine run={run} />}
      {running && !ended && <TouchButtons run={run} />}
      {running && !ended && ready && waitsForHeadset(props) && <EnterVr headset={props.headset} again />}
    </div>
  );
}

/** Out of the headset, and the way on is back into it: also while staff hold the run. */
function waitsForHeadset({ pause, station }: OverlayProps): boolean {
  return pause === 'session-ended' || (station?.kind === 'headset' && isHeld(pause));
}

function StartSheet({ run, ready, progress_frac, preferVr, headset, onBegin, onHome }: OverlayProps) {
  const { t } = useTranslation('home');
  const percent = Math.round(progress_frac * 100);
  return (
    <div className="start-sheet" role="dialog" aria-label={t('readyTitle')}>
      {!ready && (
        <>
          <p className="lead">{t('loading', { percent })}</p>
          <progress max={100} value={percent} aria-label={t('loading', { percent })} />
        </>
      )}
      {ready && (
        <>
          <h1>{t('readyTitle')}</h1>
          <div className={preferVr ? 'start-buttons vr-first' : 'start-buttons'}>
            <button type="button" className={preferVr ? '' : 'go'} data-testid="begin" onClick={onBegin}>
              {t('startDesk')}
            </button>
            <EnterVr headset={headset} go={preferVr} />
          </div>
          <KeysHelp run={run} />
        </>
      )}
      <button type="button" className="plain" onClick={onHome}>
        {t('back')}
      </button>
    </div>
  );
}

const KEYS = ['walk', 'look', 'act', 'squeeze', 'pin', 'drop', 'hose', 'crouch', 'low', 'say', 'call', 'menu'] as const;
type KeyName = (typeof KEYS)[number];
const OF_BOTTLES: readonly KeyName[] = ['squeeze', 'pin', 'hose'];
const OF_HOUSES: readonly KeyName[] = ['low', 'call'];

/** Keys that can be of use in this world, whatever is to be done in it. */
function keysOf({ world }: Run['drill']): readonly KeyName[] {
  const bottles = Object.values(world.things).some((thing) => thing.kind === 'extinguisher');
  return KEYS.filter(
    (key) => (bottles || !OF_BOTTLES.includes(key)) && (hasLevels(world.room) || !OF_HOUSES.includes(key)),
  );
}

function KeysHelp({ run }: { run: Run }) {
  const { t } = useTranslation('home');
  const [touch] = useState(() => matchMedia('(pointer: coarse)').matches);
  return (
    <details open className="keys-help">
      <summary>{t('keysTitle')}</summary>
      <ul>
        {touch
          ? (['walk', 'look', 'act'] as const).map((key) => <li key={key}>{t(`touchKeys.${key}`)}</li>)
          : keysOf(run.drill).map((key) => <li key={key}>{t(`keys.${key}`)}</li>)}
      </ul>
    </details>
  );
}

/** The keys stay in sight while the drill runs: all of them always, so that none tells what to do next. */
function KeysLine({ run }: { run: Run }) {
  const { t } = useTranslation('home');
  const [touch] = useState(() => matchMedia('(pointer: coarse)').matches);
  if (touch) return null;
  return (
    <p className="keys-line" data-testid="keys-line">
      {keysOf(run.drill).map((key) => (
        <span key={key}>{t(`keysLine.${key}`)}</span>
      ))}
    </p>
  );
}

interface Said {
  words: string;
  far: boolean;
  x: number;
  y: number;
  locked: boolean;
}

/** What the cursor is on, said beside it: looked at a few times a second. */
function Cursor({ run }: { run: Run }) {
  const { t, i18n } = useTranslation('home');
  const [said, setSaid] = useState<Said | null>(null);
  useEffect(() => {
    let last = '';
    const timer = setInterval(() => {
      const { trainee, drill } = run;
      const { cursorX, cursorY, locked } = trainee.desk;
      // a panel over the picture has the cursor for itself
      const hint = document.querySelector('.hud-modal') ? null : hintOf(trainee, drill);
      const words = hint ? wordsOf(hint, drill, t) : '';
      const far = hint?.far ?? false;
      const { view } = trainee;
      const peeping = view.wide && view.on && view.share > 0.5;
      // under the panels, over the picture
      document.querySelector('.stage-canvas')?.classList.toggle('peeping', peeping);
      const now = `${words} ${far} ${cursorX.toFixed(2)} ${cursorY.toFixed(2)} ${locked}`;
      if (now === last) return;
      last = now;
      setSaid({ words, far, x: (cursorX + 1) / 2, y: (1 - cursorY) / 2, locked });
    }, 100);
    return () => clearInterval(timer);
  }, [run, t, i18n.language]);
  if (!said) return null;
  const at = { left: `${said.x * 100}%`, top: `${said.y * 100}%` };
  return (
    <>
      {said.locked && <i className="crosshair" />}
      {said.words && (
        <span className={said.far ? 'cursor-label far' : 'cursor-label'} style={at}>
          {said.words}
          {said.far && <small>{t('tooFar')}</small>}
        </span>
      )}
    </>
  );
}

/** The act and what it is done to, in the visitor's words: "拿起 大锅盖". */
function wordsOf(hint: Hint, drill: Run['drill'], t: (key: string, fill?: Record<string, string>) => string): string {
  const act = t(`hint.${hint.label}`);
  const thing = hint.thing ? drill.world.things[hint.thing] : undefined;
  const name = thing ? thingName(drill, thing) : '';
  const words = name ? `${act} ${name}` : act;
  if (hint.inspects) return t('hintInspect', { words });
  return hint.key ? t('hintKey', { words }) : words;
}

type ButtonName = 'use' | 'second' | 'drop' | 'crouch' | 'low' | 'say' | 'hose' | 'call';
const BUTTONS: { name: ActionName; key: ButtonName; of?: 'bottles' | 'houses' }[] = [
  { name: 'use', key: 'use' },
  { name: 'second', key: 'second', of: 'bottles' },
  { name: 'hose', key: 'hose', of: 'bottles' },
  { name: 'let-go', key: 'drop' },
  { name: 'crouch', key: 'crouch' },
  { name: 'low', key: 'low', of: 'houses' },
  { name: 'say', key: 'say' },
  { name: 'call', key: 'call', of: 'houses' },
];

/** For fingers: held as long as they are pressed, like any key. */
function TouchButtons({ run }: { run: Run }) {
  const { t } = useTranslation('home');
  const [shown, setShown] = useState(() => matchMedia('(pointer: coarse)').matches);
  const { touch } = run.trainee.desk;
  useEffect(() => {
    const show = (event: PointerEvent) => {
      if (event.pointerType === 'touch') setShown(true);
    };
    window.addEventListener('pointerdown', show);
    return () => window.removeEventListener('pointerdown', show);
  }, []);
  if (!shown) return null;
  const place = hasLevels(run.drill.world.room) ? 'houses' : 'bottles';
  return (
    <div className="touch-buttons">
      {BUTTONS.filter(({ of }) => !of || of === place).map(({ name, key }) => (
        <button
          key={name}
          type="button"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            touch.add(name);
          }}
          onPointerUp={() => touch.delete(name)}
          onPointerCancel={() => touch.delete(name)}
          onContextMenu={(event) => event.preventDefault()}
        >
          {t(`touch.${key}`)}
        </button>
      ))}
    </div>
  );
}
