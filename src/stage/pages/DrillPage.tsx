/** A drill's page: loads everything with a visible progress, begins on a desktop or in a headset, ends in the debrief. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listVariants, loadPack } from '../../drill/packs.ts';
import { fetchHall } from '../../post/client.ts';
import { openText, setLocale } from '../../text/text.ts';
import { type Address, readAddress } from './address.ts';
import { hasWebGL } from './support.ts';
import { useLeft } from './useLeft.ts';
import type { RunOptions } from './useRun.ts';
import './page.css';
import './drill.css';

/** Fetched while the hall and the pack are: three is in this chunk, not in the page's. */
const loadShow = () => import('./DrillShow.tsx');
const DrillShow = lazy(async () => ({ default: (await loadShow()).DrillShow }));

type Opened = { state: 'opening' } | { state: 'failed'; reason: string } | { state: 'open'; options: RunOptions };

/** @throws a sentence for the trainee or the staff when this drill cannot open here. */
async function open(address: Address, t: (key: string, fill?: Record<string, string>) => string): Promise<RunOptions> {
  if (!hasWebGL()) throw new Error(t('noWebgl'));
  const { scenario, variant } = address;
  if (!listVariants().some((one) => one.scenario === scenario && one.variant === variant))
    throw new Error(t('noSuchDrill', { name: `${scenario}/${variant}` }));
  void loadShow();
  const [pack, hall] = await Promise.all([loadPack(scenario, variant), fetchHall()]);
  if (hall.state === 'not-set') throw new Error(t('notSet'));
  if (hall.state === 'unknown') throw new Error(t('offlineNotSet'));
  return { pack, hall: hall.settings, mode: address.mode, seed: address.seed, turn: address.turn };
}

function DrillPage() {
  const address = useMemo(() => readAddress(location.pathname, location.search), []);
  const [words, setWords] = useState(false);
  useEffect(() => {
    const begin = async () => {
      if (address?.lang) await setLocale(address.lang);
      await Promise.all([openText('home'), openText('stage')]);
      setWords(true);
    };
    void begin();
  }, [address]);
  if (!words) return <div className="hall" aria-busy="true" />;
  if (!address) return <NoDrill />;
  return <Opening address={address} />;
}

export { DrillPage as default };

/** An address that names no drill. */
function NoDrill() {
  const { t } = useTranslation('home');
  return <Failed reason={t('noSuchDrill', { name: decodeURIComponent(location.pathname) })} />;
}

function Opening({ address }: { address: Address }) {
  const { t } = useTranslation('home');
  const [opened, setOpened] = useState<Opened>({ state: 'opening' });
  // a change of language does not open the drill again
  useEffect(() => {
    open(address, (key, fill) => t(key, fill ?? {})).then(
      (options) => setOpened({ state: 'open', options }),
      (error: unknown) =>
        setOpened({ state: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    );
  }, [address]);
  // a recheck began at the kiosk, and the next visitor finds the kiosk again
  const home = useCallback(() => location.assign(address.turn ? '/kiosk' : '/'), [address]);
  useLeft(address.turn !== null && opened.state !== 'open', home);
  if (opened.state === 'failed') return <Failed reason={opened.reason} />;
  if (opened.state === 'opening') return <Preparing />;
  return (
    <Suspense fallback={<Preparing />}>
      <DrillShow address={address} options={opened.options} onHome={home} />
    </Suspense>
  );
}

function Preparing() {
  const { t } = useTranslation('home');
  return (
    <div className="hall preparing" aria-busy="true">
      <p className="lead">{t('loading', { percent: 0 })}</p>
    </div>
  );
}

export function Failed({ reason }: { reason: string }) {
  const { t } = useTranslation('home');
  return (
    <div className="hall preparing" data-testid="failed">
      <div className="notice bad" role="alert">
        <h1>{t('failed')}</h1>
        <p style={{ whiteSpace: 'pre-wrap' }}>{t('failedDetail', { reason })}</p>
      </div>
      <p className="buttons">
        <button type="button" className="go" onClick={() => location.reload()}>
          {t('retry')}
        </button>
        <a className="button" href="/">
          {t('back')}
        </a>
      </p>
    </div>
  );
}
