/** The end of a sitting: before the drill how long it will be, after it the slip as a QR code to take home. */
import { Button, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../post/ask.ts';
import { askPhoneOrigin } from '../post/board.ts';
import { Slip, type VisitBrief } from '../wire/visitor.ts';
import { QrCode } from './QrCode.tsx';
import { Sheet } from './Sheet.tsx';

/** The key stays in the fragment: it is sent to no server and written in no log. */
async function slipAddress(key: string): Promise<string> {
  return `${await askPhoneOrigin()}/slip#${key}`;
}

interface ThanksProps {
  brief: VisitBrief;
  moment: 'before' | 'after';
  /** an answer was refused for good */
  refused: boolean;
  onGone: () => void;
}

export function Thanks({ brief, moment, refused, onGone }: ThanksProps) {
  const { t } = useTranslation('visitor');
  return (
    <Sheet centred data-testid="thanks">
      <Title order={1}>{t('thanks.title')}</Title>
      {refused && <Text role="alert">{t('thanks.refused')}</Text>}
      {moment === 'before' ? <Wait brief={brief} /> : <TakeHome number={brief.number} />}
      <Button onClick={onGone} data-testid="finish" fullWidth>
        {t('finish')}
      </Button>
    </Sheet>
  );
}

function Wait({ brief }: { brief: VisitBrief }) {
  const { t } = useTranslation('visitor');
  const { ahead, wait_min, number } = brief;
  return (
    <>
      <Text className="visitor-number">{number}</Text>
      <Text ta="center">{t(ahead === 0 ? 'wait.next' : 'wait.ahead', { ahead })}</Text>
      {wait_min !== null && ahead > 0 && <Text ta="center">{t('wait.about', { minutes: Math.ceil(wait_min) })}</Text>}
    </>
  );
}

function TakeHome({ number }: { number: string }) {
  const { t } = useTranslation('visitor');
  const [slip, setSlip] = useState<{ slip: Slip; address: string } | 'asking' | 'none'>('asking');
  useEffect(() => {
    let wanted = true;
    const read = async () => {
      const found = await ask(`/api/visits/${number}/slip`, Slip);
      const address = await slipAddress(found.key);
      if (wanted) setSlip({ slip: found, address });
    };
    read().catch(() => wanted && setSlip('none'));
    return () => {
      wanted = false;
    };
  }, [number]);
  if (slip === 'asking') return null;
  if (slip === 'none') return <Text ta="center">{t('thanks.noSlip')}</Text>;
  return (
    <>
      <Text ta="center">{t('thanks.scan')}</Text>
      <QrCode text={slip.address} label={t('thanks.qr')} />
      {slip.slip.recheck && <Text ta="center">{t('thanks.recheck', { day: slip.slip.recheck })}</Text>}
    </>
  );
}
