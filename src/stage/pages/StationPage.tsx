/** A headset or computer of the hall: paired once, then it waits, is called, runs what staff ordered, and is wiped. */
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listVariants, loadPack } from '../../drill/packs.ts';
import { fetchHall } from '../../post/client.ts';
import type { TurnOrders } from '../../post/station.ts';
import { currentLocale, openText } from '../../text/text.ts';
import { Face } from '../station/Face.tsx';
import { Keypad } from '../station/Keypad.tsx';
import type { StationLink } from '../station/link.ts';
import { type Station, type StationView, useStation } from '../station/useStation.ts';
import type { Address } from './address.ts';
import { hasWebGL } from './support.ts';
import type { RunOptions } from './useRun.ts';
import './page.css';
import './drill.css';

const loadShow = () => import('./DrillShow.tsx');
const DrillShow = lazy(async () => ({ default: (await loadShow()).DrillShow }));

function StationPage() {
  const [words, setWords] = useState(false);
  useEffect(() => {
    void Promise.all(['station', 'home', 'stage'].map(openText)).then(() => setWords(true));
  }, []);
  return words ? <Here /> : <div className="hall" aria-busy="true" />;
}

export { StationPage as default };

function Here() {
  const { t } = useTranslation('station');
  const { station, now } = useStation();
  const { local, orders, paired, elsewhere } = now;
  const kind = orders?.station.kind;
  useEffect(() => {
    // the same code pairs a wall or a kiosk: each has its own page
    if (kind === 'wall' || kind === 'kiosk') location.replace(`/${kind}`);
  }, [kind]);
  useEffect(() => {
    document.title = orders?.station.name ?? t('pair.title');
  }, [orders, t]);
  if (elsewhere)
    return (
      <Face tone="shut" testid="station-elsewhere">
        <h1>{t('elsewhere.title')}</h1>
        <p className="station-words">{t('elsewhere.how')}</p>
      </Face>
    );
  const nobody = local.phase === 'idle' || local.phase === 'called';
  if (paired === 'no' && nobody) return <Keypad onPaired={station.paired} />;
  if (!orders)
    return (
      <Face tone="calm" testid="station-connecting">
        <p className="station-words">{t('connecting')}</p>
      </Face>
    );
  return nobody ? <Waiting now={now} /> : <Visitor station={station} now={now} />;
}

function useHallName(): string | undefined {
  const [name, setName] = useState<string>();
  useEffect(() => {
    void fetchHall().then((hall) => setName(hall.state === 'set' ? hall.settings.name : undefined));
  }, []);
  return name;
}

/** Nobody is here: who the station is, or who is to come. */
function Waiting({ now }: { now: StationView }) {
  const { t } = useTranslation('station');
  const { local, orders, reached } = now;
  const turn = local.phase === 'called' ? (orders?.turn ?? null) : null;
  const name = orders?.station.name ?? '';
  useEffect(() => {
    if (!turn) return;
    // fetched while the visitor walks
    void loadShow();
    const [scenario = '', variant = ''] = turn.variant.split('/');
    void loadPack(scenario, variant).catch(() => undefined);
  }, [turn?.variant]);
  const hall = useHallName();
  const foot = reached ? undefined : t('away');
  if (turn)
    return (
      <Face tone="called" name={hall} testid="station-called" foot={foot ?? t('called.wait')}>
        <p className="station-number">{turn.number}</p>
        <p className="station-go">{t('called.go', { station: name })}</p>
      </Face>
    );
  const shut = orders?.closed || orders?.wipe;
  return (
    <Face tone={shut ? 'shut' : 'calm'} name={hall} testid="station-idle" foot={foot}>
      <h1 className="station-name">{name}</h1>
      <p className="station-words">{t(orders?.closed ? 'closed' : orders?.wipe ? 'wipe' : 'idle')}</p>
    </Face>
  );
}

/** Somebody is here: their run, and over it whatever stands between them and it. */
function Visitor({ station, now }: { station: Station; now: StationView }) {
  const { local, orders, opened } = now;
  const kind = orders?.station.kind === 'headset' ? 'headset' : 'desktop';
  const name = orders?.station.name ?? '';
  const number = opened?.number ?? '';
  const { held } = local;
  const link = useMemo<StationLink>(
    () => ({ kind, name, number, held, tell: station.happen, act: station.act, look: station.look }),
    [kind, name, number, held, station],
  );
  const covered =
    local.phase === 'wiped' || (local.phase === 'over' && local.end !== 'finished' && local.end !== 'failed');
  return (
    <>
      {opened && !(local.trouble && local.run === null) && <Opening turn={opened} link={link} />}
      {covered && <Over now={now} />}
    </>
  );
}

type Opened = { turn: string; options: RunOptions };

/** @throws a sentence for the staff when this drill cannot open here */
async function open(turn: TurnOrders, t: (key: string, fill?: Record<string, string>) => string): Promise<Opened> {
  if (!hasWebGL()) throw new Error(t('trouble.webgl'));
  const [scenario = '', variant = ''] = turn.variant.split('/');
  if (!listVariants().some((one) => one.scenario === scenario && one.variant === variant))
    throw new Error(t('trouble.drill', { name: turn.variant }));
  const [pack, hall] = await Promise.all([loadPack(scenario, variant), fetchHall(), loadShow()]);
  if (hall.state !== 'set') throw new Error(t('trouble.hall'));
  const seed = new URLSearchParams(location.search).get('seed');
  const options = { pack, hall: hall.settings, mode: turn.mode, seed: seed ? Number(seed) : null, turn: turn.id };
  return { turn: turn.id, options };
}

function addressOf(turn: TurnOrders, link: StationLink): Address {
  const [scenario = '', variant = ''] = turn.variant.split('/');
  const query = new URLSearchParams(location.search);
  return {
    scenario,
    variant,
    mode: turn.mode,
    seed: null,
    lang: currentLocale(),
    turn: turn.id,
    probe: query.has('probe'),
    lite: query.has('lite'),
    camera: null,
    vr: link.kind === 'headset',
  };
}

function Opening({ turn, link }: { turn: TurnOrders; link: StationLink }) {
  const { t } = useTranslation('station');
  const [opened, setOpened] = useState<Opened | null>(null);
  const address = useMemo(() => addressOf(turn, link), [turn]);
  useEffect(() => {
    open(turn, (key, fill) => t(key, fill ?? {})).then(setOpened, (error: unknown) =>
      link.tell({ is: 'failed', trouble: error instanceof Error ? error.message : String(error) }),
    );
  }, [turn]);
  const loading = (
    <Face tone="ready" name={link.name} testid="station-loading">
      <p className="station-number">{turn.number}</p>
      <p className="station-words">{t('ready.loading', { percent: 0 })}</p>
    </Face>
  );
  if (!opened) return loading;
  return (
    <Suspense fallback={loading}>
      <DrillShow address={address} options={opened.options} onHome={nothing} station={link} />
    </Suspense>
  );
}

/** A visitor has no way home here: staff lead on. */
function nothing(): void {}

/** Nothing of a run that was broken off is left on show. */
function Over({ now }: { now: StationView }) {
  const { t } = useTranslation('station');
  const { local, orders, reached } = now;
  const words = local.end === 'technical-fault' ? 'over.fault' : 'over.abandoned';
  return (
    <div className="station-cover">
      <Face
        inside={now.opened !== null}
        tone="shut"
        name={orders?.station.name}
        testid="station-over"
        foot={reached ? undefined : t('away')}
      >
        <h1>{t(words)}</h1>
        <p className="station-words">{t(local.stored ? 'over.again' : 'over.saving')}</p>
        {local.trouble && local.trouble !== 'page-lost' && <p className="station-why">{local.trouble}</p>}
      </Face>
    </div>
  );
}
