/** A visitor's training card: none, a new one to take along, or an old one shown to the camera. */
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { toDataURL } from 'qrcode';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, CardLook } from '../../wire/visitor.ts';
import { AskError, ask } from '../ask.ts';
import { Refused } from '../Shown.tsx';

interface Props {
  card: string | null;
  onCard: (card: string | null) => void;
}

export function CardBox({ card, onCard }: Props) {
  const { t } = useTranslation('floor');
  const [opened, setOpened] = useState<'new' | 'scan' | null>(null);
  return (
    <Group gap="sm">
      <Text fw={600} size="lg">
        {t('card.title')}
      </Text>
      {card ? (
        <>
          <Text>{t('card.known')}</Text>
          <Button size="md" variant="default" onClick={() => onCard(null)}>
            {t('card.without')}
          </Button>
        </>
      ) : (
        <>
          <Button size="md" variant="default" onClick={() => setOpened('scan')} data-testid="card-scan">
            {t('card.scan')}
          </Button>
          <Button size="md" variant="default" onClick={() => setOpened('new')} data-testid="card-new">
            {t('card.new')}
          </Button>
        </>
      )}
      {opened === 'new' && (
        <NewCard
          onClose={(code) => {
            setOpened(null);
            if (code) onCard(code);
          }}
        />
      )}
      {opened === 'scan' && (
        <ScanCard
          onClose={(code) => {
            setOpened(null);
            if (code) onCard(code);
          }}
        />
      )}
    </Group>
  );
}

function NewCard({ onClose }: { onClose: (code: string | null) => void }) {
  const { t } = useTranslation('floor');
  const [made, setMade] = useState<{ card: Card; picture: string } | null>(null);
  const [error, setError] = useState<AskError | null>(null);
  const asked = useRef(false);
  useEffect(() => {
    // a card is made once, however often React looks
    if (asked.current) return;
    asked.current = true;
    const make = async () => {
      const card = await ask('/api/cards', Card, { method: 'POST' });
      setMade({ card, picture: await toDataURL(card.qr, { errorCorrectionLevel: 'M', margin: 2, scale: 8 }) });
    };
    make().catch((refused: unknown) => setError(refused instanceof AskError ? refused : new AskError('odd-answer')));
  }, []);
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('back') }}
      opened
      onClose={() => onClose(made?.card.code ?? null)}
      title={t('card.newTitle')}
      centered
    >
      {error && <Refused error={error} />}
      {made && (
        <Stack align="center" className="desk-print">
          <img src={made.picture} alt={t('card.qr')} width={260} height={260} />
          <Text fw={800} style={{ fontSize: 32, letterSpacing: 2 }} data-testid="card-code">
            {made.card.code}
          </Text>
          <Text ta="center">{t('card.newHelp')}</Text>
          <Group className="desk-no-print">
            <Button size="lg" variant="default" onClick={() => window.print()}>
              {t('print')}
            </Button>
            <Button size="lg" onClick={() => onClose(made.card.code)} data-testid="card-taken">
              {t('card.taken')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

/** Looks for a QR in the tablet's camera; the short number is the other way. */
function ScanCard({ onClose }: { onClose: (code: string | null) => void }) {
  const { t } = useTranslation('floor');
  const video = useRef<HTMLVideoElement>(null);
  const [typed, setTyped] = useState('');
  const [camera, setCamera] = useState<'asking' | 'on' | 'none'>('asking');
  const [error, setError] = useState<AskError | null>(null);
  const [look, setLook] = useState<{ code: string; last: CardLook } | null>(null);
  const busy = useRef(false);
  async function known(code: string) {
    if (busy.current) return;
    busy.current = true;
    setError(null);
    try {
      setLook({ code, last: await ask('/api/cards/look', CardLook, { method: 'POST', body: { code } }) });
    } catch (refused) {
      setError(refused instanceof AskError ? refused : new AskError('odd-answer'));
    } finally {
      busy.current = false;
    }
  }
  const found = useRef(known);
  found.current = known;
  useEffect(() => {
    let stop = () => {};
    let gone = false;
    const begin = async () => {
      // the reader of QR codes is fetched when a card is scanned
      const { frameLoop, QRCanvas, rearCamera } = await import('qr/dom.js');
      const player = video.current;
      if (!player || gone) return;
      const camera = await rearCamera(player);
      const canvas = new QRCanvas();
      const end = frameLoop(async () => {
        const text = await camera.readFrame(canvas).catch(() => undefined);
        if (typeof text === 'string') void found.current(text);
      }, player);
      stop = () => {
        end();
        camera.stop();
      };
      if (gone) stop();
      else setCamera('on');
    };
    begin().catch(() => setCamera('none'));
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('back') }}
      opened
      onClose={() => onClose(null)}
      title={t('card.scanTitle')}
      centered
    >
      <Stack>
        <video
          ref={video}
          playsInline
          muted
          style={{ width: '100%', borderRadius: 8, display: camera === 'on' ? 'block' : 'none' }}
        />
        {camera === 'none' && <Text role="status">{t('card.noCamera')}</Text>}
        <TextInput
          size="lg"
          label={t('card.number')}
          value={typed}
          maxLength={20}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && void known(typed)}
        />
        <Button size="lg" variant="default" disabled={typed.trim().length < 6} onClick={() => void known(typed)}>
          {t('card.look')}
        </Button>
        {error && <Refused error={error} />}
        {look && (
          <Stack gap="xs" role="status">
            <Text>{t('card.visits', { count: new Set(look.last.visits.map((one) => one.day)).size })}</Text>
            {look.last.due && <Text>{t('card.due', { day: look.last.due })}</Text>}
            <Button size="lg" onClick={() => onClose(look.code)} data-testid="card-use">
              {t('card.use')}
            </Button>
          </Stack>
        )}
      </Stack>
    </Modal>
  );
}
