/** Calls a visitor to a station: which drill, how, alone or as a crew; what was chosen last is chosen already. */
import { Alert, Button, Modal, SegmentedControl, Select, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllPacks } from '../../text/packs.ts';
import type { Floor, Station, Ticket } from '../../wire/floor.ts';
import { ActRefused } from './ActRefused.tsx';
import { useActs } from './useFloor.ts';

interface Props {
  station: Station;
  floor: Floor;
  /** null: whoever is next */
  ticket: Ticket | null;
  onClose: () => void;
}

interface Choice {
  variant: string;
  mode: 'learn' | 'assess';
  crew: boolean;
}
/** Of this tablet, until its page goes: the same drill is called many times an afternoon. */
let last: Choice | null = null;

export function CallDialog({ station, floor, ticket, onClose }: Props) {
  const { t } = useTranslation('floor');
  const packs = useAllPacks();
  const { act, busy } = useActs();
  const [choice, setChoice] = useState<Choice>(last ?? { variant: '', mode: 'assess', crew: false });
  const variant = choice.variant || packs?.[0]?.name || '';
  const next =
    ticket ??
    floor.tickets
      .filter((one) => one.state === 'waiting' && one.place === station.kind)
      .toSorted((a, b) => a.due_ms - b.due_ms || a.number.localeCompare(b.number))[0];
  const groups = Map.groupBy(packs ?? [], (one) => one.words.scenario);
  async function call() {
    last = { ...choice, variant };
    const done = await act({ do: 'call', station: station.id, ticket: ticket?.id ?? null, ...last });
    if (done) onClose();
  }
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('back') }}
      opened
      onClose={onClose}
      title={t('callTo', { station: station.name })}
      size="lg"
      centered
    >
      <Stack>
        <ActRefused />
        {next ? (
          <Text size="xl" fw={700}>
            {t('nextIs', { number: next.number })}
          </Text>
        ) : (
          <Alert color="orange">{t('nobody')}</Alert>
        )}
        <Select
          size="lg"
          label={t('drill')}
          allowDeselect={false}
          value={variant}
          data={[...groups].map(([group, items]) => ({
            group,
            items: items.map(({ name, words }) => ({ value: name, label: words.variant })),
          }))}
          onChange={(value) => value && setChoice({ ...choice, variant: value })}
        />
        <SegmentedControl
          size="lg"
          fullWidth
          aria-label={t('howMode')}
          value={choice.mode}
          data={(['learn', 'assess'] as const).map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
          onChange={(mode) => setChoice({ ...choice, mode: mode as Choice['mode'] })}
        />
        <Switch
          size="lg"
          label={t('asCrew')}
          description={t('asCrewHelp')}
          checked={choice.crew}
          onChange={(event) => setChoice({ ...choice, crew: event.currentTarget.checked })}
        />
        <Button
          size="xl"
          disabled={!next || !variant}
          loading={busy}
          onClick={() => void call()}
          data-testid="call-now"
        >
          {next ? t('callNow', { number: next.number }) : t('nobody')}
        </Button>
      </Stack>
    </Modal>
  );
}
