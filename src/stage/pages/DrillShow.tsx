/** The canvas of a run and the page around it: progress, start, headset, help, touch buttons, debrief. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeOffer } from '../input/acts.ts';
import type { Asked } from '../input/asked.ts';
import { offersOf } from '../input/offers.ts';
import { forgetVisitor } from '../input/settings.ts';
import { forgetPreferences } from '../panel/preferences.ts';
import { theProbe } from '../probe.ts';
import { type Headset, theHeadset } from '../rig/store.ts';
import { type CameraName, cameraNamed } from '../room/cameras.ts';
import { Stage } from '../Stage.tsx';
import type { StationLink } from '../station/link.ts';
import { isHeld, useLink } from '../station/useLink.ts';
import type { Address } from './address.ts';
import { Catch } from './Catch.tsx';
import { Failed } from './DrillPage.tsx';
import { Overlay } from './Overlay.tsx';
import { tellProbe } from './tellProbe.ts';
import { useLeft } from './useLeft.ts';
import { type RunOptions, useRun } from './useRun.ts';

/** Fetched while the drill loads: at its end the server may be away. */
const loadDebrief = () => import('../debrief/Debrief.tsx');
const Debrief = lazy(async () => ({ default: (await loadDebrief()).Debrief }));

/** Which panel the trainee asked for. */
interface PanelsOpen {
  phone: string | null;
  inspecting: string | null;
  saying: boolean;
  choosing: string | null;
}
const NO_PANELS: PanelsOpen = { phone: null, inspecting: null, saying: false, choosing: null };

/** A choice takes no second press within this time. [D] */
const AGAIN_ms = 600;

/** Whether a headset session presents, and what ends it: the run waits, nothing is lost. */
function useHeadset(onEntered: () => void, onLeft: () => void): { headset: Headset; presenting: boolean } {
  const headset = theHeadset();
  const [presenting, setPresenting] = useState(false);
  const told = useRef({ onEntered, onLeft });
  told.current = { onEntered, onLeft };
  useEffect(() => {
    let last = headset.getState().session;
    return headset.subscribe(({ session }) => {
      if (session === last) return;
      last = session;
      setPresenting(session !== undefined);
      if (session) told.current.onEntered();
      else told.current.onLeft();
    });
  }, [headset]);
  return { headset, presenting };
}

/** A fixed camera goes where the address's fragment says: ?camera=wide#door. */
function useCamera(first: CameraName | null): CameraName | null {
  const [camera, setCamera] = useState(first);
  useEffect(() => {
    if (first === null) return;
    const move = () => setCamera(cameraNamed(location.hash.slice(1)) ?? first);
    window.addEventListener('hashchange', move);
    return () => window.removeEventListener('hashchange', move);
  }, [first]);
  return camera;
}

export interface DrillShowProps {
  address: Address;
  options: RunOptions;
  onHome: () => void;
  /** in a run that the hall's staff lead */
  station?: StationLink;
}

export function DrillShow({ address, options, onHome, station }: DrillShowProps) {
  const { t } = useTranslation('home');
  const play = useRun(options);
  const { run, running, pause } = play;
  const [progress_frac, setProgress] = useState(0);
  const [ready, setReady] = useState(false);
  const camera = useCamera(address.camera);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [panels, setPanels] = useState<PanelsOpen>(NO_PANELS);
  const probe = address.probe ? theProbe() : null;
  const { headset, presenting } = useHeadset(
    () => {
      // a headset put on before a run is the next visitor's; put on again during one it is the same head
      if (!running && !station) forgetVisitor();
      if (!running && !station) forgetPreferences();
      // a run that has not begun becomes a headset's run; one that has goes on as what it was
      if (!running && run.drill.how === 'desktop') play.again('headset', true);
      else if (!isHeld(pause)) play.setPause('ready');
    },
    () => {
      if (!isHeld(pause)) play.setPause(running && !run.drill.view.getState().ended ? 'session-ended' : null);
    },
  );
  const again = useCallback(() => {
    setPanels(NO_PANELS);
    play.again(presenting ? 'headset' : 'desktop', presenting);
  }, [play, presenting]);
  const from = useCallback(
    (tick: number) => {
      setPanels(NO_PANELS);
      play.practise(tick, presenting);
    },
    [play, presenting],
  );
  const leave = useCallback(() => {
    if (running) run.drill.stop('abandoned');
    void headset.getState().session?.end();
    // the record is stored first; the page goes when it is
    setTimeout(onHome, running ? 300 : 0);
  }, [run, running, headset, onHome]);
  useLeft(address.turn !== null && !station, leave);
  const ask = useCallback(
    (asked: Asked) => {
      if (asked.menu) {
        if (play.pause === 'menu') play.setPause(null);
        else if (play.pause === null && play.running) play.setPause('menu');
      }
      const { phone, inspecting, saying, choosing } = asked;
      if (phone || inspecting || saying || choosing) {
        document.exitPointerLock?.();
        setPanels({ phone, inspecting, saying, choosing });
      } else if (asked.closes) setPanels((now) => ({ ...now, choosing: null }));
      asked.closes = false;
      asked.choosing = null;
      asked.menu = false;
      asked.saying = false;
      asked.phone = null;
      asked.inspecting = null;
    },
    [play],
  );
  const resume = useCallback(() => {
    if (play.pause === 'swap') station?.tell({ is: 'taken-over' });
    else if (play.pause === 'ready' || !play.running) play.begin();
    else play.setPause(null);
  }, [play, station]);
  useLink(station, { play, ready, presenting, headset, trouble });
  const hosted = useMemo(
    () => station && { next: station.held?.why === 'swap' ? station.held.number : null },
    [station, station?.held],
  );
  const onReady = useCallback(() => {
    setReady(true);
    // a fixed camera has nobody to press start
    if (address.camera !== null) play.begin();
  }, [address.camera, play]);
  const onTrouble = useCallback(
    (error: unknown) => {
      // not the trainee's doing: the record says so, and no score is taken
      if (running) run.drill.stop('technical-fault');
      setTrouble(error instanceof Error ? error.message : String(error));
    },
    [run, running],
  );
  // the number keys belong to what is open
  run.asked.open = panels.choosing;
  const chosen_ms = useRef(0);
  const chosen = useCallback(
    (word: string | null) => {
      // a trembling finger's second press must not take what has just come under it
      const now_ms = performance.now();
      if (word !== null && now_ms - chosen_ms.current < AGAIN_ms) return;
      chosen_ms.current = now_ms;
      const { choosing } = panels;
      const thing = choosing ? run.drill.world.things[choosing] : undefined;
      const offers = thing ? offersOf(run.drill.world, thing, !presenting) : [];
      const offer = offers.find((one) => one.word === word);
      if (thing && offer) takeOffer(run.trainee, run.drill, run.asked, thing, offer);
      else setPanels((now) => ({ ...now, choosing: null }));
    },
    [run, panels, presenting],
  );
  const ended = useEnded(run);
  useEffect(() => {
    if (ready) void loadDebrief().then(({ loadReplay }) => loadReplay());
  }, [ready]);
  useEffect(() => tellProbe(probe, { run, options, ready, running, pause, progress_frac, trouble, saved: play.saved }));
  if (trouble) return station ? null : <Failed reason={trouble} />;
  return (
    <main className="stage" data-testid="stage">
      <Catch onTrouble={onTrouble}>
        <Stage
          drill={run.drill}
          hall={options.hall}
          trainee={run.trainee}
          breathing={run.breathing}
          asked={run.asked}
          headset={headset}
          lite={address.lite}
          camera={camera}
          running={running}
          pause={pause}
          phone={panels.phone}
          inspecting={panels.inspecting}
          saying={panels.saying}
          choosing={panels.choosing}
          probe={probe}
          onProgress={setProgress}
          onReady={onReady}
          onTrouble={onTrouble}
          onPause={play.setPause}
          onAsk={ask}
          onResume={resume}
          onAgain={again}
          {...(station ? {} : { onFrom: from })}
          hosted={hosted}
          onHome={leave}
          onPhoneClosed={() => setPanels((now) => ({ ...now, phone: null }))}
          onTagged={() => setPanels((now) => ({ ...now, inspecting: null }))}
          onChosen={chosen}
          onSaid={() => setPanels((now) => ({ ...now, saying: false }))}
        />
      </Catch>
      {address.camera === null && (
        <Overlay
          run={run}
          ready={ready}
          running={running}
          presenting={presenting}
          pause={pause}
          progress_frac={progress_frac}
          preferVr={address.vr}
          headset={headset}
          onBegin={play.begin}
          onHome={leave}
          station={station}
        />
      )}
      {ended && !presenting && (
        <div className="debrief-sheet">
          <p className="saved" data-testid="saved" role="status">
            {play.saved === 'sent' && t('savedSent')}
            {play.saved === 'kept' && t('savedSending')}
            {play.saved === 'lost' && t('savedLost', { reason: play.trouble ?? '' })}
          </p>
          <Suspense>
            <Debrief
              drill={run.drill}
              hall={options.hall}
              breathing={run.breathing}
              onAgain={again}
              onHome={leave}
              {...(station ? {} : { onFrom: from })}
              hosted={hosted}
            />
          </Suspense>
        </div>
      )}
    </main>
  );
}

function useEnded(run: {
  drill: { view: { getState: () => { ended: unknown }; subscribe: (f: () => void) => () => void } };
}): boolean {
  const { view } = run.drill;
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    const look = () => setEnded(view.getState().ended !== null);
    look();
    return view.subscribe(look);
  }, [view]);
  return ended;
}
