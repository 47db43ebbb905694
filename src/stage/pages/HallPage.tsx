/** The hall's first page: which drill, learn or assess, computer or headset. No three in this chunk. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { listVariants, loadPack } from '../../drill/packs.ts';
import type { Mode } from '../../drill/types.ts';
import { theOutbox } from '../../post/box.ts';
import { fetchHall, type HallKnown } from '../../post/client.ts';
import type { Pack } from '../../script/contents.ts';
import { currentLocale, openText, setLocale } from '../../text/text.ts';
import { forgetVisitor } from '../input/settings.ts';
import { forgetPreferences } from '../panel/preferences.ts';
import { writeAddress } from './address.ts';
import { hasWebGL, headsetTrouble } from './support.ts';
import './page.css';

/** A drill of the list: read, or refused with its sentences. */
type Listed = { name: string; pack: Pack } | { name: string; trouble: string };

async function readDrills(): Promise<Listed[]> {
  const names = listVariants().sort((a, b) => `${a.scenario}/${a.variant}`.localeCompare(`${b.scenario}/${b.variant}`));
  const read = names.map(async ({ scenario, variant }): Promise<Listed> => {
    const name = `${scenario}/${variant}`;
    try {
      return { name, pack: await loadPack(scenario, variant) };
    } catch (error) {
      return { name, trouble: error instanceof Error ? error.message : String(error) };
    }
  });
  const all = await Promise.all(read);
  // easiest first
  return all.sort((a, b) => levelOf(a) - levelOf(b));
}

interface ScenarioList {
  scenario: string;
  list: Listed[];
}

/** The drills of a scenario together, scenarios in the order they are taught. */
function byScenario(drills: readonly Listed[]): ScenarioList[] {
  const groups: ScenarioList[] = [];
  for (const one of drills) {
    const scenario = one.name.split('/')[0]!;
    const group = groups.find((each) => each.scenario === scenario);
    if (group) group.list.push(one);
    else groups.push({ scenario, list: [one] });
  }
  return groups.sort((a, b) => rank(a.scenario) - rank(b.scenario));
}
/** First what a visitor is taught first. [D] */
const ORDER = ['firefighting', 'fire-escape'];
const rank = (scenario: string) => (ORDER.indexOf(scenario) + ORDER.length + 1) % (ORDER.length + 1);

function levelOf(one: Listed): number {
  return 'pack' in one ? one.pack.script.level * 100 + one.pack.script.minutes : 1000;
}

function HallPage() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    // who comes back to the hall hands over to the next visitor
    forgetVisitor();
    forgetPreferences();
    void openText('home').then(() => setOpen(true));
  }, []);
  return open ? <Home /> : <div className="hall" aria-busy="true" />;
}

export { HallPage as default };

function Home() {
  const { t } = useTranslation('home');
  const [hall, setHall] = useState<HallKnown | null>(null);
  const [drills, setDrills] = useState<Listed[] | null>(null);
  const [mode, setMode] = useState<Mode>('learn');
  const [trouble, setTrouble] = useState<'no-webxr' | 'insecure' | 'no-headset' | null>(null);
  const [webgl] = useState(hasWebGL);
  useEffect(() => {
    void fetchHall().then(setHall);
    void readDrills().then(setDrills);
    void headsetTrouble().then(setTrouble);
  }, []);
  const name = hall?.state === 'set' ? hall.settings.name : t('title');
  useEffect(() => {
    document.title = name;
  }, [name]);
  const closed = hall?.state !== 'set' || !webgl;
  return (
    <div className="hall" data-testid="home">
      <header>
        <h1>{name}</h1>
        <button
          type="button"
          lang={currentLocale() === 'en' ? 'zh-CN' : 'en'}
          aria-label={t('languageLabel')}
          onClick={() => void setLocale(currentLocale() === 'en' ? 'zh-CN' : 'en')}
        >
          {t('language')}
        </button>
      </header>
      <main>
        <p className="lead">{t('welcome')}</p>
        <Notices hall={hall} webgl={webgl} trouble={trouble} />
        <Modes mode={mode} onMode={setMode} />
        {drills === null && <p>{t('loadingDrills')}</p>}
        {drills?.length === 0 && <p className="notice bad">{t('noDrills')}</p>}
        {byScenario(drills ?? []).map(({ scenario, list }) => (
          <Scenario key={scenario} list={list} mode={mode} closed={closed} vr={trouble === null} />
        ))}
      </main>
      <Foot />
    </div>
  );
}

const TROUBLES = { 'no-webxr': 'noWebxr', insecure: 'insecure', 'no-headset': 'noHeadset' } as const;

function Notices({
  hall,
  webgl,
  trouble,
}: {
  hall: HallKnown | null;
  webgl: boolean;
  trouble: keyof typeof TROUBLES | null;
}) {
  const { t } = useTranslation('home');
  return (
    <>
      {hall?.state === 'not-set' && (
        <p className="notice bad" role="alert">
          {t('notSet')} <a href="/desk">{t('notSetLink')}</a>
        </p>
      )}
      {hall?.state === 'unknown' && (
        <p className="notice bad" role="alert">
          {t('offlineNotSet')}
        </p>
      )}
      {hall?.state === 'set' && hall.from === 'kept' && <p className="notice">{t('offline')}</p>}
      {!webgl && (
        <p className="notice bad" role="alert">
          {t('noWebgl')}
        </p>
      )}
      {webgl && trouble && <p className="notice">{t(TROUBLES[trouble])}</p>}
    </>
  );
}

function Modes({ mode, onMode }: { mode: Mode; onMode: (mode: Mode) => void }) {
  const { t } = useTranslation('home');
  const choices: { value: Mode; name: string; detail: string }[] = [
    { value: 'learn', name: t('learn'), detail: t('learnDetail') },
    { value: 'assess', name: t('assess'), detail: t('assessDetail') },
  ];
  return (
    <fieldset className="modes">
      <legend>{t('modeTitle')}</legend>
      {choices.map(({ value, name, detail }) => (
        <label key={value}>
          <input type="radio" name="mode" value={value} checked={mode === value} onChange={() => onMode(value)} />
          <span>
            <b>{name}</b>
            {detail}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Scenario({ list, ...how }: { list: readonly Listed[]; mode: Mode; closed: boolean; vr: boolean }) {
  const read = list.flatMap((one) => ('pack' in one ? [one.pack] : []))[0];
  return (
    <section className="scenario" data-testid={read ? `scenario-${read.scenario}` : undefined}>
      {read && <h2>{read.texts[currentLocale()][read.about.title]}</h2>}
      {read && (
        <ul className="aims">
          {read.about.aims.map((aim) => (
            <li key={aim}>{read.texts[currentLocale()][aim]}</li>
          ))}
        </ul>
      )}
      <ul className="cards">
        {list.map((one) => (
          <Card key={one.name} drill={one} {...how} />
        ))}
      </ul>
    </section>
  );
}

function Card({ drill, mode, closed, vr }: { drill: Listed; mode: Mode; closed: boolean; vr: boolean }) {
  const { t } = useTranslation('home');
  if ('trouble' in drill)
    return (
      <li className="card">
        <p className="notice bad">{t('badDrill', { name: drill.name })}</p>
        <details>
          <summary>scenarios/{drill.name}</summary>
          <pre>{drill.trouble}</pre>
        </details>
      </li>
    );
  const { pack } = drill;
  const words = pack.texts[currentLocale()];
  const go = (headset: boolean) => {
    location.href = writeAddress(pack.scenario, pack.variant, mode, headset);
  };
  return (
    <li className="card" data-testid={`drill-${pack.variant}`}>
      <h3>{words[pack.script.title]}</h3>
      <p className="facts">
        {t(`audience.${pack.script.audience}`)} · {t('howLong', { minutes: pack.script.minutes })} ·{' '}
        {t('level', { level: pack.script.level })}
      </p>
      <p style={{ margin: 0 }}>{words[pack.script.intro]}</p>
      <div className="buttons">
        <button type="button" className="go" disabled={closed} onClick={() => go(false)}>
          {t('startDesk')}
        </button>
        <button type="button" disabled={closed || !vr} onClick={() => go(true)}>
          {t('startVr')}
        </button>
      </div>
    </li>
  );
}

function Foot() {
  const { t } = useTranslation('home');
  const { subscribe, getState } = theOutbox();
  const outbox = useSyncExternalStore(subscribe, getState);
  return (
    <footer>
      <span data-testid="outbox">
        {outbox.holdUp === 'not-stored'
          ? t('outboxBroken')
          : outbox.queued > 0
            ? t('outboxWaiting', { n: outbox.queued })
            : t('outboxClear')}
      </span>
      <a href="/desk">{t('desk')}</a>
    </footer>
  );
}
