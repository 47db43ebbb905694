/** The kiosk of the hall, or a phone: a ticket number opens what its visitor may do now, and nothing of it stays. */
import { Button, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type AskError, ask } from '../post/ask.ts';
import { fetchHall } from '../post/client.ts';
import { type Packs, PacksContext } from '../text/packs.ts';
import { openText } from '../text/text.ts';
import type { HallSettings } from '../wire/hall.ts';
import { VisitBrief } from '../wire/visitor.ts';
import { DIGITS, Keys } from './Keys.tsx';
import { useSpeech } from './language.ts';
import { RecheckWay } from './RecheckWay.tsx';
import { Sheet } from './Sheet.tsx';
import { unsent } from './send.ts';
import { useIdle } from './useIdle.ts';
import { useScenarios } from './useScenarios.ts';
import { VisitSteps } from './VisitSteps.tsx';
import { Failed, Waiting } from './Waiting.tsx';
import { Warm } from './Warm.tsx';

/** tickets are A001 .. A999 */
const LETTER = 'A';
const DIGITS_count = 3;

export default function KioskPage({ packs }: { packs: Packs }) {
  const [worded, setWorded] = useState(false);
  useEffect(() => {
    void openText('visitor').then(() => setWorded(true));
  }, []);
  if (!worded) return null;
  return (
    <PacksContext.Provider value={packs}>
      <Kiosk />
    </PacksContext.Provider>
  );
}

/** Visitors one after another: each has a page of their own, thrown away when they have gone. */
function Kiosk() {
  const [round, setRound] = useState(0);
  const [hall, setHall] = useState<HallSettings | null>(null);
  const { speak } = useSpeech();
  function gone() {
    speak('zh-CN');
    scrollTo(0, 0);
    setRound((before) => before + 1);
  }
  // once, when the page opens
  useEffect(() => speak('zh-CN'), []);
  // asked anew for each visitor, a manager may have changed it
  useEffect(() => {
    void fetchHall().then((known) => setHall(known.state === 'set' ? known.settings : null));
  }, [round]);
  return <Visitor key={round} hall={hall} onGone={gone} />;
}

type Screen =
  | { at: 'welcome' }
  | { at: 'asking' }
  | { at: 'failed'; error: AskError }
  | { at: 'visit'; brief: VisitBrief }
  | { at: 'recheck' };

function Visitor({ hall, onGone }: { hall: HallSettings | null; onGone: () => void }) {
  const { t } = useTranslation('visitor');
  const { locale } = useSpeech();
  const [digits, setDigits] = useState('');
  const [screen, setScreen] = useState<Screen>({ at: 'welcome' });
  const fresh = screen.at === 'welcome' && digits === '' && locale === 'zh-CN';
  const left_s = useIdle(!fresh, onGone);
  function look() {
    if (digits.length < DIGITS_count) return;
    setScreen({ at: 'asking' });
    ask(`/api/visit?ticket=${LETTER}${digits}`, VisitBrief).then(
      (brief) => setScreen({ at: 'visit', brief }),
      (error: AskError) => {
        setDigits('');
        setScreen({ at: 'failed', error });
      },
    );
  }
  const home = screen.at !== 'welcome' && (
    <Button variant="outline" color="white" onClick={onGone} data-testid="home">
      {t('startAgain')}
    </Button>
  );
  return (
    <Warm title={hall?.name ?? t('title')} aside={home}>
      {screen.at === 'asking' && <Waiting />}
      {screen.at === 'failed' && <Failed error={screen.error} onAgain={() => setScreen({ at: 'welcome' })} />}
      {screen.at === 'recheck' && <RecheckWay onGone={onGone} />}
      {screen.at === 'visit' && <Visit brief={screen.brief} hall={hall} onGone={onGone} />}
      {screen.at === 'welcome' && (
        <Welcome digits={digits} onDigits={setDigits} onEnter={look} onRecheck={() => setScreen({ at: 'recheck' })} />
      )}
      {left_s !== null && <StillThere left_s={left_s} />}
      <Unsent />
    </Warm>
  );
}

/** three questions take a minute; a hall that measures knowledge asks five: /kiosk?count=5 */
function questionsAsked(): number {
  return new URLSearchParams(location.search).get('count') === '5' ? 5 : 3;
}

function Visit({ brief, hall, onGone }: { brief: VisitBrief; hall: HallSettings | null; onGone: () => void }) {
  const scenarios = useScenarios();
  if (!scenarios) return <Waiting />;
  return (
    <VisitSteps
      brief={brief}
      scenarios={scenarios}
      dutyPhone={hall?.dutyPhone ?? null}
      count={questionsAsked()}
      onGone={onGone}
    />
  );
}

interface WelcomeProps {
  digits: string;
  onDigits: (digits: string) => void;
  onEnter: () => void;
  onRecheck: () => void;
}

function Welcome({ digits, onDigits, onEnter, onRecheck }: WelcomeProps) {
  const { t } = useTranslation('visitor');
  return (
    <Sheet data-testid="welcome">
      <Title order={1}>{t('welcome.title')}</Title>
      <Text>{t('welcome.hint')}</Text>
      <output className="visitor-typed" aria-label={t('welcome.typed')}>
        {LETTER}
        {digits.padEnd(DIGITS_count, '_')}
      </output>
      <Keys signs={DIGITS} value={digits} most={DIGITS_count} onChange={onDigits} onEnter={onEnter} />
      <Button disabled={digits.length < DIGITS_count} onClick={onEnter} data-testid="enter">
        {t('next')}
      </Button>
      <Button variant="light" onClick={onRecheck} data-testid="recheck">
        {t('welcome.recheck')}
      </Button>
    </Sheet>
  );
}

/** Touching anywhere is the answer; the button is for those who look for one. */
function StillThere({ left_s }: { left_s: number }) {
  const { t } = useTranslation('visitor');
  return (
    <div className="visitor-still" role="alertdialog" aria-modal="true" aria-label={t('still.title')}>
      <Stack align="center" gap="lg" className="visitor-card">
        <Title order={2}>{t('still.title')}</Title>
        <Text ta="center">{t('still.left', { count: left_s })}</Text>
        <Button autoFocus data-testid="still-here">
          {t('still.here')}
        </Button>
      </Stack>
    </div>
  );
}

function Unsent() {
  const { t } = useTranslation('visitor');
  const count = useSyncExternalStore(unsent.subscribe, unsent.count);
  return <p className="visitor-foot">{count > 0 && t('unsent', { count })}</p>;
}
