/** The trainer's three interventions, each with what it does; they are written on the tape and on the row. */
import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePackWords } from '../../text/packs.ts';
import { INTERVENTIONS, type Turn } from '../../wire/floor.ts';
import { useActs } from './useFloor.ts';

export function Interventions({ turn }: { turn: Turn }) {
  const { t } = useTranslation('floor');
  const { act, busy } = useActs();
  const [scenario = '', variant = ''] = turn.variant.split('/');
  const words = usePackWords(scenario, variant);
  const offered = INTERVENTIONS.filter((what) => what !== 'surprise' || words?.surprise);
  const asked = (what: string) => turn.asks.filter((one) => one.what === what);
  return (
    <Stack gap="xs" data-testid="interventions">
      <Title order={2} size="h4">
        {t('coach.title')}
      </Title>
      {offered.map((what) => {
        const waiting = asked(what).some((one) => !one.done);
        const done = asked(what).length > 0 && what !== 'hint';
        return (
          <Stack key={what} gap={2}>
            <Button
              size="lg"
              variant="default"
              loading={busy || waiting}
              disabled={done}
              data-testid={`intervene-${what}`}
              onClick={() => void act({ do: 'intervene', turn: turn.id, what })}
            >
              {t(`coach.${what}`)}
            </Button>
            <Text size="sm">{what === 'surprise' ? words?.surprise : t(`coach.${what}Help`)}</Text>
          </Stack>
        );
      })}
    </Stack>
  );
}
