/** The slip on the phone that scanned it, and on the paper it is printed on: /slip#KEY. */
import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskError, ask } from '../post/ask.ts';
import { type Packs, PacksContext } from '../text/packs.ts';
import { openText } from '../text/text.ts';
import { HallReply, type HallSettings } from '../wire/hall.ts';
import { Slip } from '../wire/visitor.ts';
import { SlipSheet } from './SlipSheet.tsx';
import { Failed, Waiting } from './Waiting.tsx';
import { Warm } from './Warm.tsx';

export default function SlipPage({ packs }: { packs: Packs }) {
  const [worded, setWorded] = useState(false);
  useEffect(() => {
    void openText('visitor').then(() => setWorded(true));
  }, []);
  if (!worded) return null;
  return (
    <PacksContext.Provider value={packs}>
      <OwnSlip />
    </PacksContext.Provider>
  );
}

type Shown = 'asking' | AskError | { slip: Slip; hall: HallSettings | null };

async function read(key: string): Promise<Shown> {
  if (key === '') return new AskError('not-found');
  const [slip, hall] = await Promise.all([
    ask('/api/slip', Slip, { method: 'POST', body: { key } }),
    // without it only the hall's own words are missing
    ask('/api/hall', HallReply).then(
      ({ settings }) => settings,
      () => null,
    ),
  ]);
  return { slip, hall };
}

function OwnSlip() {
  const { t } = useTranslation('visitor');
  const [shown, setShown] = useState<Shown>('asking');
  const look = useCallback(() => {
    setShown('asking');
    read(location.hash.slice(1)).then(setShown, setShown);
  }, []);
  useEffect(() => {
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [look]);
  const title = shown !== 'asking' && !(shown instanceof AskError) ? shown.hall?.name : null;
  return (
    <Warm title={title ?? t('title')}>
      {shown === 'asking' && <Waiting />}
      {shown instanceof AskError &&
        (shown.trouble === 'not-found' || shown.trouble === 'bad-request' ? (
          <Gone />
        ) : (
          <Failed error={shown} onAgain={look} />
        ))}
      {shown !== 'asking' && !(shown instanceof AskError) && (
        <>
          <SlipSheet slip={shown.slip} hall={shown.hall} />
          <div className="visitor-toolbar">
            <Button variant="default" onClick={() => print()} data-testid="print">
              {t('slip.print')}
            </Button>
          </div>
        </>
      )}
    </Warm>
  );
}

function Gone() {
  const { t } = useTranslation('visitor');
  return (
    <div className="visitor-card" role="alert">
      <h1>{t('slip.gone')}</h1>
      <p>{t('slip.goneHow')}</p>
    </div>
  );
}
