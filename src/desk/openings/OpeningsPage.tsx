/** The month's sessions on a calendar and as a list: plan, change, cancel, and on to who is booked. */
import { Alert, Badge, Button, Card, Group, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Calendar, DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.css';
import 'dayjs/locale/zh-cn';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useAllPacks } from '../../text/packs.ts';
import { type Opening, Openings } from '../../wire/openings.ts';
import { Nothing } from '../../wire/problem.ts';
import { useAsk } from '../ask.ts';
import { Refused, Shown } from '../Shown.tsx';
import { useSend } from '../useSend.ts';
import { OpeningForm } from './OpeningForm.tsx';
import { fieldsOf, newPlan, ofMonth, type PlanForm, planOf, today } from './plan.ts';
import { useCycle } from './useCycle.ts';

export function OpeningsPage() {
  const { t } = useTranslation('openings');
  const asked = useAsk('/api/openings', Openings);
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('title')}
      </Title>
      <Shown asked={asked}>{(openings, again) => <Month openings={openings} again={again} />}</Shown>
    </Stack>
  );
}

interface Planning {
  id: string | null;
  initial: PlanForm;
}

function Month({ openings, again }: { openings: Opening[]; again: () => void }) {
  const { t, i18n } = useTranslation('openings');
  const [month, setMonth] = useState(() => today().slice(0, 7));
  const [planning, setPlanning] = useState<Planning | null>(null);
  const cancelling = useCancelling(again);
  const cycle = useCycle(openings);
  const shown = ofMonth(openings, month);
  const held = new Set(openings.filter((one) => !one.cancelled).map((one) => one.day));
  const plan = (day: string) => setPlanning({ id: null, initial: newPlan(day, openings.at(-1)) });
  return (
    <DatesProvider settings={{ locale: i18n.language === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}>
      {cancelling.note}
      <SimpleGrid cols={{ base: 1, md: 2 }} className="openings-month">
        <Card withBorder>
          <Calendar
            size="lg"
            fullWidth
            date={`${month}-01`}
            onDateChange={(day) => setMonth(day.slice(0, 7))}
            maxLevel="year"
            highlightToday
            hideOutsideDates
            getDayProps={(day) => ({
              onClick: () => plan(day),
              selected: held.has(day),
            })}
            ariaLabels={{ nextMonth: t('month.next'), previousMonth: t('month.before') }}
          />
          <Text size="sm" mt="sm">
            {t('month.hint')}
          </Text>
        </Card>
        <Stack>
          <Group justify="space-between">
            <Title order={2} size="h3">
              {month}
            </Title>
            <Button
              size="md"
              onClick={() => plan(month === today().slice(0, 7) ? today() : `${month}-01`)}
              data-testid="plan"
            >
              {t('form.plan')}
            </Button>
          </Group>
          {shown.length === 0 && <Text>{t('none')}</Text>}
          {shown.map((opening) => (
            <OpeningCard
              key={opening.id}
              opening={opening}
              onChange={() => setPlanning({ id: opening.id, initial: planOf(opening) })}
              onCancel={() => void cancelling.cancel(opening)}
              onRestore={() => void cancelling.restore(opening)}
            />
          ))}
        </Stack>
      </SimpleGrid>
      {planning && (
        <OpeningForm
          {...planning}
          cycle={cycle}
          onClose={() => setPlanning(null)}
          onDone={() => {
            setMonth(planning.initial.day.slice(0, 7));
            setPlanning(null);
            again();
          }}
        />
      )}
    </DatesProvider>
  );
}

/** Cancelling acts at once and can be taken back: from the note, and from the opening itself later on. */
function useCancelling(again: () => void) {
  const { t } = useTranslation('openings');
  const { busy, error, send } = useSend();
  const [last, setLast] = useState<Opening | null>(null);
  async function cancel(opening: Opening) {
    if ((await send(`/api/openings/${opening.id}`, Nothing, { method: 'DELETE' })) !== null) return;
    setLast(opening);
    again();
  }
  async function restore(opening: Opening) {
    const back = await send(`/api/openings/${opening.id}`, Openings.element, {
      method: 'PUT',
      body: fieldsOf(planOf(opening)),
    });
    if (!back) return;
    setLast(null);
    again();
  }
  const note = (
    <>
      {error && <Refused error={error} />}
      {last && (
        <Alert color="orange" role="status">
          <Group justify="space-between">
            <Text>{t('cancelled.note', { day: last.day, from: last.from })}</Text>
            <Button
              size="md"
              variant="default"
              loading={busy}
              onClick={() => void restore(last)}
              data-testid="undo-cancel"
            >
              {t('cancelled.undo')}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  );
  return { cancel, restore, note };
}

interface OpeningCardProps {
  opening: Opening;
  onChange: () => void;
  onCancel: () => void;
  onRestore: () => void;
}

function OpeningCard({ opening, onChange, onCancel, onRestore }: OpeningCardProps) {
  const { t } = useTranslation('openings');
  const { day, from, to, room, audience, booked, arrived, places, cancelled, fit, id } = opening;
  return (
    <Card withBorder data-opening={id} data-cancelled={cancelled}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text fw={700} size="lg" td={cancelled ? 'line-through' : undefined}>
            {`${day} ${from}–${to}`}
          </Text>
          {cancelled ? (
            <Badge color="gray">{t('cancelled.badge')}</Badge>
          ) : (
            <Badge color={booked > places ? 'red.9' : 'teal.8'} size="lg">
              {t('booked', { booked, places })}
            </Badge>
          )}
        </Group>
        <Text>
          {room} · {t(`audience.${audience}`)} · <ScenarioNames names={opening.scenarios} />
        </Text>
        <Progress
          value={Math.min(100, (booked / places) * 100)}
          color={booked > places ? 'red.9' : 'teal.8'}
          aria-label={t('booked', { booked, places })}
        />
        <Text size="sm">{t('fits', { people: fit.people, performers: fit.performers, arrived })}</Text>
        <Group>
          <Button component={Link} href={`/desk/openings/${id}`} size="md">
            {t('bookings.title')}
          </Button>
          {cancelled ? (
            <Button size="md" variant="default" onClick={onRestore}>
              {t('cancelled.undo')}
            </Button>
          ) : (
            <>
              <Button size="md" variant="default" onClick={onChange}>
                {t('form.change')}
              </Button>
              <Button size="md" variant="default" c="red.9" onClick={onCancel} data-testid="cancel-opening">
                {t('cancelled.do')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

export function ScenarioNames({ names }: { names: string[] }) {
  const { t } = useTranslation('openings');
  const packs = useAllPacks();
  const title = (name: string) => packs?.find((one) => one.name.startsWith(`${name}/`))?.words.scenario ?? name;
  return <>{names.map(title).join(t('between'))}</>;
}
