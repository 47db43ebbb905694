/** Who watches a run: raised hands that staff tap in, what each would do at the open question, and who performs next. */
import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePackWords } from '../../text/packs.ts';
import { type Floor, MAX_WATCHERS, type Turn, type Watcher } from '../../wire/floor.ts';
import { useActs } from './useFloor.ts';

interface CrewBoxProps {
  turn: Turn;
  floor: Floor;
}

export function CrewBox({ turn, floor }: CrewBoxProps) {
  const { t } = useTranslation('floor');
  const { act, busy } = useActs();
  const [scenario = '', variant = ''] = turn.variant.split('/');
  const words = usePackWords(scenario, variant);
  const here = turn.watchers.filter((one) => !one.left);
  const asked = turn.question && words?.questions[turn.question.stage];
  return (
    <Stack gap="sm" data-testid="crew">
      <Title order={2} size="h4">
        {t('crew.title', { count: here.length, most: MAX_WATCHERS })}
      </Title>
      {asked && (
        <>
          <Text fw={600}>{asked.text}</Text>
          <List type="ordered" withPadding>
            {asked.options.map((option) => (
              <List.Item key={option}>{option}</List.Item>
            ))}
          </List>
        </>
      )}
      {here.map((watcher, k) => (
        <Group key={watcher.seat} justify="space-between" wrap="nowrap" data-watcher={watcher.by}>
          <Text>
            {t(`crew.${watcher.by}`, { n: k + 1 })} · {t('crew.right', { right: watcher.right, of: watcher.answered })}
          </Text>
          {turn.question && watcher.by === 'hand' ? (
            <Hand turn={turn} watcher={watcher} options={asked?.options ?? []} />
          ) : (
            <Button
              size="md"
              variant="default"
              onClick={() => void act({ do: 'unseat', turn: turn.id, seat: watcher.seat })}
            >
              {t('crew.leave')}
            </Button>
          )}
        </Group>
      ))}
      <Button
        size="md"
        variant="default"
        loading={busy}
        disabled={here.length >= MAX_WATCHERS}
        onClick={() => void act({ do: 'seat', turn: turn.id, ticket: null })}
        data-testid="add-hand"
      >
        {t('crew.addHand')}
      </Button>
      <Next turn={turn} floor={floor} />
    </Stack>
  );
}

/** The options by the numbers that the wall shows beside them. */
function Hand({ turn, watcher, options }: { turn: Turn; watcher: Watcher; options: string[] }) {
  const { act } = useActs();
  return (
    <Group gap={4} wrap="nowrap">
      {Array.from({ length: turn.question?.options ?? 0 }, (_, option) => (
        <Button
          key={option}
          size="md"
          variant={watcher.option === option ? 'filled' : 'default'}
          aria-pressed={watcher.option === option}
          aria-label={`${option + 1} ${options[option] ?? ''}`}
          onClick={() => void act({ do: 'hand', turn: turn.id, seat: watcher.seat, option })}
        >
          {option + 1}
        </Button>
      ))}
    </Group>
  );
}

/** Whoever can perform here and waits, or has played already; tapping the one before again takes a swap back. */
function Next({ turn, floor }: CrewBoxProps) {
  const { t } = useTranslation('floor');
  const { act } = useActs();
  if (turn.state !== 'running' && turn.state !== 'paused') return null;
  const kind = floor.stations.find((one) => one.id === turn.station)?.kind;
  const others = floor.tickets.filter(
    (one) =>
      one.id !== turn.ticket &&
      (one.state === 'waiting' || one.state === 'after') &&
      (one.place === 'headset' || (one.place === 'desktop' && kind === 'desktop')),
  );
  if (others.length === 0) return null;
  return (
    <>
      <Text fw={600}>{t('crew.swap')}</Text>
      <Text size="sm">{t('crew.swapHelp')}</Text>
      <Group gap="xs">
        {others.slice(0, 8).map((ticket) => (
          <Button
            key={ticket.id}
            size="md"
            variant="default"
            onClick={() => void act({ do: 'swap', turn: turn.id, ticket: ticket.id })}
          >
            {ticket.number}
          </Button>
        ))}
      </Group>
    </>
  );
}
