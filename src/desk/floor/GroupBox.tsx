/** A booked group arrives: which one, how many of it, and so many tickets. */
import { Button, Card, Checkbox, Group, NumberInput, Select, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AGE_BANDS, type AgeBand, type FloorRules, type Ticket } from '../../wire/floor.ts';
import { type Booking, Bookings, Openings } from '../../wire/openings.ts';
import { ask } from '../ask.ts';
import { today } from '../openings/plan.ts';
import { Refused } from '../Shown.tsx';
import { needsConsent, placeFor, SCREENING, type Screened } from './floor.ts';
import { useAct } from './useFloor.ts';

/** @returns groups booked for today, with those of them who are not here yet; null while they are asked for */
function useGroups(): Booking[] | null {
  const [groups, setGroups] = useState<Booking[] | null>(null);
  useEffect(() => {
    const read = async () => {
      const openings = (await ask('/api/openings', Openings)).filter((one) => one.day === today() && !one.cancelled);
      const all = await Promise.all(openings.map((one) => ask(`/api/openings/${one.id}/bookings`, Bookings)));
      setGroups(all.flat().filter((one) => !one.cancelled && one.arrived < one.count));
    };
    read().catch(() => setGroups([]));
  }, []);
  return groups;
}

interface GroupBoxProps {
  rules: FloorRules;
  onMade: (tickets: Ticket[]) => void;
}

/** A group's screening is asked one by one when they are called; its tickets begin without. */
const NOBODY_SCREENED = Object.fromEntries(SCREENING.map((word) => [word, false])) as Screened;

export function GroupBox({ rules, onMade }: GroupBoxProps) {
  const { t } = useTranslation('floor');
  const groups = useGroups();
  const { act, busy, error } = useAct();
  const [id, setId] = useState<string | null>(null);
  const [count, setCount] = useState(1);
  const [ageBand, setAgeBand] = useState<AgeBand>('18-59');
  const [consent, setConsent] = useState(false);
  const asks = needsConsent(ageBand, rules);
  const group = groups?.find((one) => one.id === id);
  if (!groups || groups.length === 0) return null;
  async function arrive() {
    if (!group) return;
    const done = await act({
      do: 'check-in',
      audience: group.audience,
      ageBand,
      // who must not wear a headset by age does the same at a desktop
      place: placeFor(ageBand, NOBODY_SCREENED, rules),
      consent,
      card: null,
      booking: group.id,
      count,
    });
    if (done) onMade(done.tickets);
  }
  return (
    <Card withBorder>
      <Stack>
        <Title order={2} size="h3">
          {t('group.title')}
        </Title>
        <Select
          size="lg"
          label={t('group.which')}
          value={id}
          data={groups.map((one) => ({ value: one.id, label: `${one.name} · ${one.arrived}/${one.count}` }))}
          onChange={(value) => {
            setId(value);
            const chosen = groups.find((one) => one.id === value);
            if (chosen) setCount(Math.min(60, chosen.count - chosen.arrived));
          }}
        />
        {group && (
          <>
            <Group grow align="end">
              <NumberInput
                size="lg"
                label={t('group.count')}
                min={1}
                max={Math.min(60, group.count - group.arrived)}
                value={count}
                onChange={(value) => setCount(Number(value) || 1)}
              />
              <Select
                size="lg"
                label={t('in.age')}
                allowDeselect={false}
                value={ageBand}
                data={AGE_BANDS.map((value) => ({ value, label: t(`age.${value}`) }))}
                onChange={(value) => {
                  if (!value) return;
                  setAgeBand(value as AgeBand);
                  setConsent(false);
                }}
              />
            </Group>
            {asks && (
              <Checkbox
                size="lg"
                label={t('group.consent', { age: rules.consentUnder_y })}
                checked={consent}
                onChange={(event) => setConsent(event.currentTarget.checked)}
              />
            )}
            <Text size="sm">{t('group.help')}</Text>
            {error && <Refused error={error} />}
            <Button
              size="lg"
              loading={busy}
              disabled={asks && !consent}
              onClick={() => void arrive()}
              data-testid="group-in"
            >
              {t('group.go', { count })}
            </Button>
          </>
        )}
      </Stack>
    </Card>
  );
}
