/** Four weeks later: the card's short number opens its short drill on this computer. */
import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskError, ask } from '../post/ask.ts';
import { usePackWords } from '../text/packs.ts';
import { Recheck } from '../wire/visitor.ts';
import { CARD_SIGNS, Keys } from './Keys.tsx';
import { useSpeech } from './language.ts';
import { Sheet } from './Sheet.tsx';
import { Failed, Waiting } from './Waiting.tsx';

/** signs of a card's short number, without its hyphens */
const CARD_SIGNS_count = 9;

/** 7KQMX2RA3 as it is printed: 7KQM-X2RA-3 */
export function asPrinted(signs: string): string {
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}

export function RecheckWay({ onGone }: { onGone: () => void }) {
  const { t } = useTranslation('visitor');
  const [signs, setSigns] = useState('');
  const [now, setNow] = useState<'typing' | 'asking' | AskError | Recheck>('typing');
  function look() {
    if (signs.length < CARD_SIGNS_count) return;
    setNow('asking');
    ask('/api/recheck', Recheck, { method: 'POST', body: { card: asPrinted(signs) } }).then(setNow, setNow);
  }
  if (now === 'asking') return <Waiting />;
  if (now instanceof AskError) return <Failed error={now} onAgain={() => setNow('typing')} onLeave={onGone} />;
  if (now !== 'typing') return <Ready recheck={now} onGone={onGone} />;
  return (
    <Sheet>
      <Title order={1}>{t('recheck.title')}</Title>
      <Text>{t('recheck.hint')}</Text>
      <output className="visitor-typed" aria-label={t('recheck.typed')}>
        {asPrinted(signs.padEnd(CARD_SIGNS_count, '_'))}
      </output>
      <Keys signs={CARD_SIGNS} value={signs} most={CARD_SIGNS_count} onChange={setSigns} onEnter={look} />
      <Button disabled={signs.length < CARD_SIGNS_count} onClick={look} data-testid="enter">
        {t('next')}
      </Button>
    </Sheet>
  );
}

function Ready({ recheck, onGone }: { recheck: Recheck; onGone: () => void }) {
  const { t } = useTranslation('visitor');
  const { locale } = useSpeech();
  const [scenario = '', variant = ''] = recheck.variant.split('/');
  const words = usePackWords(scenario, variant);
  const step = recheck.rule && words?.rules[recheck.rule];
  const query = new URLSearchParams({ mode: 'assess', turn: recheck.turn, lang: locale });
  return (
    <Sheet>
      <Title order={1}>{t('recheck.ready')}</Title>
      <Text>{words ? `${words.scenario} · ${words.variant}` : recheck.variant}</Text>
      {step && <Text>{t('recheck.step', { step: step.title })}</Text>}
      <Button component="a" href={`/drill/${recheck.variant}?${query}`} data-testid="drill">
        {t('begin')}
      </Button>
      <Button variant="default" onClick={onGone}>
        {t('finish')}
      </Button>
    </Sheet>
  );
}
