/** The hall's devices: paired once with six digits, seen here with how they are, and given up when they go. */
import { Badge, Button, Card, Group, SegmentedControl, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STATION_KINDS, type Station, type StationKind } from '../../wire/floor.ts';
import { Nothing } from '../../wire/problem.ts';
import type { Me } from '../../wire/staff.ts';
import { PAIRING_s, PairingCode } from '../../wire/station.ts';
import { Refused } from '../Shown.tsx';
import { useSend } from '../useSend.ts';
import { useFloor } from './useFloor.ts';

export function StationsPage({ me }: { me: Me }) {
  const { t } = useTranslation('floor');
  const { floor } = useFloor();
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('stations.title')}
      </Title>
      <PairBox known={floor?.stations ?? []} />
      {floor && floor.stations.length === 0 && <Text>{t('stations.none')}</Text>}
      {floor && floor.stations.length > 0 && <Known stations={floor.stations} manager={me.role === 'manager'} />}
    </Stack>
  );
}

/** Where a device of a kind types its digits. */
const PATHS: Record<StationKind, string> = {
  headset: '/station',
  desktop: '/station',
  wall: '/wall',
  kiosk: '/station',
};

function PairBox({ known }: { known: Station[] }) {
  const { t } = useTranslation('floor');
  const { send, busy, error } = useSend();
  const [kind, setKind] = useState<StationKind>('headset');
  const [name, setName] = useState('');
  const [code, setCode] = useState<PairingCode | null>(null);
  const [left_s, setLeft] = useState(0);
  const playing = known.filter((one) => one.kind === 'headset' || one.kind === 'desktop').length;
  const suggested =
    kind === 'headset' || kind === 'desktop' ? t('stations.suggest', { n: playing + 1 }) : t(`kind.${kind}`);
  useEffect(() => {
    if (!code) return;
    // from now on, whatever the tablet's own clock says
    const ends_ms = performance.now() + PAIRING_s * 1000;
    const tick = () => setLeft(Math.max(0, Math.round((ends_ms - performance.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [code]);
  async function ask() {
    setCode(
      await send('/api/stations/codes', PairingCode, {
        method: 'POST',
        body: { name: name.trim() || suggested, kind },
      }),
    );
  }
  return (
    <Card withBorder>
      <Stack>
        <Title order={2} size="h3">
          {t('stations.pair')}
        </Title>
        <SegmentedControl
          size="md"
          fullWidth
          styles={{ label: { paddingInline: 4 } }}
          aria-label={t('stations.kind')}
          value={kind}
          data={STATION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(value) => setKind(value as StationKind)}
        />
        <TextInput
          size="lg"
          label={t('stations.name')}
          description={t('stations.nameHelp')}
          placeholder={suggested}
          maxLength={20}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button size="xl" loading={busy} onClick={() => void ask()} data-testid="pair">
          {t('stations.ask')}
        </Button>
        {error && <Refused error={error} />}
        {code && left_s > 0 && (
          <Stack align="center" gap="xs" role="status">
            <Text>{t('stations.how', { address: `${location.origin}${PATHS[kind]}` })}</Text>
            <Text fw={800} style={{ fontSize: 72, letterSpacing: 8, lineHeight: 1.1 }} data-testid="code">
              {code.code}
            </Text>
            <Text>{t('stations.left', { seconds: left_s })}</Text>
          </Stack>
        )}
        {code && left_s === 0 && <Text role="status">{t('stations.expired')}</Text>}
      </Stack>
    </Card>
  );
}

function Known({ stations, manager }: { stations: Station[]; manager: boolean }) {
  const { t } = useTranslation('floor');
  const { send, error } = useSend();
  const [asking, setAsking] = useState<string | null>(null);
  async function remove(id: string) {
    await send(`/api/stations/${id}`, Nothing, { method: 'DELETE' });
    setAsking(null);
  }
  return (
    <Stack gap="xs">
      {error && <Refused error={error} />}
      <Table className="desk-table" verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('stations.name')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('stations.kind')}</Table.Th>
            <Table.Th>{t('stations.is')}</Table.Th>
            {manager && <Table.Th>{t('column.acts')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {stations.map((station) => (
            <Table.Tr key={station.id}>
              <Table.Td>{station.name}</Table.Td>
              <Table.Td visibleFrom="sm">{t(`kind.${station.kind}`)}</Table.Td>
              <Table.Td>
                <Badge size="lg" miw="max-content" color={station.connected ? 'teal.8' : 'gray.8'}>
                  {t(
                    station.connected
                      ? 'connected'
                      : station.kind === 'wall' || station.kind === 'kiosk'
                        ? 'paired'
                        : 'notConnected',
                  )}
                </Badge>
              </Table.Td>
              {manager && (
                <Table.Td>
                  {asking === station.id ? (
                    <Group gap="xs">
                      <Button size="md" color="red.9" onClick={() => void remove(station.id)}>
                        {t('stations.removeSure')}
                      </Button>
                      <Button size="md" variant="default" onClick={() => setAsking(null)}>
                        {t('back')}
                      </Button>
                    </Group>
                  ) : (
                    <Button size="md" variant="default" c="red.9" onClick={() => setAsking(station.id)}>
                      {t('stations.remove')}
                    </Button>
                  )}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
