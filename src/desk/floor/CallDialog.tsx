/** Calls a visitor to a station: which drill, how, alone or as a crew; what was chosen last is chosen already. */
import { Alert, Button, Modal, SegmentedControl, Select, Stack, Switch, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useAllPacks } from '../../text/packs.ts';
import type { Floor, Station, Ticket } from '../../wire/floor.ts';
import { nextFor } from './floor.ts';
import { ActTrouble } from './Told.tsx';
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
/** Of this tablet: the same drill is called many times an afternoon. */
const FIRST: Choice = { variant: '', mode: 'learn', crew: false };

export function CallDialog({ station, floor, ticket, onClose }: Props) {
  const { t } = useTranslation('floor');
  const packs = useAllPacks();
  const { act, busy, forget } = useActs();
  const [choice, setChoice] = useLocalStorage<Choice>({
    key: 'drillhall-call',
    defaultValue: FIRST,
    getInitialValueInEffect: false,
  });
  const known = packs?.find((one) => one.name === choice.variant) ?? packs?.[0];
  const next = ticket ?? nextFor(station.kind, floor.tickets);
  const groups = Map.groupBy(packs ?? [], (one) => one.words.scenario);
  const close = () => {
    forget();
    onClose();
  };
  async function call() {
    if (!known || !next) return;
    const { mode, crew } = choice;
    // whoever is read on the button is called, also when another tablet was quicker: then this one is refused
    const done = await act({ do: 'call', station: station.id, ticket: next.id, variant: known.name, mode, crew });
    if (done) onClose();
  }
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('back'), size: 48 }}
      opened
      onClose={close}
      title={t('callTo', { station: station.name })}
      size="lg"
      centered
    >
      <Stack>
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
          value={known?.name ?? null}
          data={[...groups].map(([group, items]) => ({
            group,
            items: items.map(({ name, words }) => ({ value: name, label: words.variant })),
          }))}
          onChange={(value) => value && setChoice({ ...choice, variant: value })}
        />
        {known && <Text>{t('drillIs', { minutes: known.words.minutes, intro: known.words.intro })}</Text>}
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
        <ActTrouble />
        <Button
          size="xl"
          disabled={!next || !known}
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
