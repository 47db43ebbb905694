/** Check-in without typing: who, how old, what the rules ask, a card, a group; then the number, huge, and the next one. */
import { Alert, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AGE_BANDS,
  type AgeBand,
  AUDIENCES,
  type Audience,
  type FloorRules,
  type Place,
  type Ticket,
} from '../../wire/floor.ts';
import { Refused } from '../Shown.tsx';
import { CardBox } from './CardBox.tsx';
import { needsConsent, placeFor, SCREENING, type Screened } from './floor.ts';
import { GroupBox } from './GroupBox.tsx';
import { TicketSlip } from './TicketSlip.tsx';
import { useAct } from './useFloor.ts';
import { useRules } from './useRules.ts';

interface Draft {
  audience: Audience | null;
  ageBand: AgeBand | null;
  consent: boolean;
  screened: Screened;
  /** "none of these" was said, or one of them */
  asked: boolean;
  wantsDesktop: boolean;
  watch: boolean;
  card: string | null;
}
const NOTHING = Object.fromEntries(SCREENING.map((word) => [word, false])) as Screened;
const FRESH: Draft = {
  audience: null,
  ageBand: null,
  consent: false,
  screened: NOTHING,
  asked: false,
  wantsDesktop: false,
  watch: false,
  card: null,
};

export function CheckInPage() {
  const { t } = useTranslation('floor');
  const [draft, setDraft] = useState<Draft>(FRESH);
  const [made, setMade] = useState<Ticket[] | null>(null);
  const rules = useRules();
  const { act, busy, error } = useAct();
  const change = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const { audience, ageBand } = draft;
  const consentMissing = ageBand !== null && needsConsent(ageBand, rules) && !draft.consent;
  const own: Place = draft.watch ? 'watch' : ageBand ? placeFor(ageBand, draft.screened, rules) : 'headset';
  const place: Place = own === 'headset' && draft.wantsDesktop ? 'desktop' : own;
  const screened =
    place === 'watch' || (ageBand !== null && placeFor(ageBand, NOTHING, rules) === 'desktop') || draft.asked;
  const ready = audience !== null && ageBand !== null && !consentMissing && screened;
  async function letIn() {
    if (!audience || !ageBand) return;
    const done = await act({
      do: 'check-in',
      audience,
      ageBand,
      place,
      consent: draft.consent,
      card: draft.card,
      booking: null,
      count: 1,
    });
    if (done) setMade(done.tickets);
  }
  if (made)
    return (
      <TicketSlip
        tickets={made}
        onNext={() => {
          setMade(null);
          setDraft(FRESH);
        }}
      />
    );
  return (
    <Stack gap="lg">
      <Title order={1} size="h2">
        {t('in.title')}
      </Title>
      <Step name={t('in.audience')}>
        {AUDIENCES.map((one) => (
          <Choice
            key={one}
            on={audience === one}
            label={t(`audience.${one}`)}
            press={() => change({ audience: one })}
          />
        ))}
      </Step>
      <Step name={t('in.age')}>
        {AGE_BANDS.map((one) => (
          <Choice
            key={one}
            on={ageBand === one}
            label={t(`age.${one}`)}
            press={() => change({ ageBand: one, consent: false })}
          />
        ))}
      </Step>
      {ageBand && needsConsent(ageBand, rules) && (
        <Step name={t('in.consent', { age: rules.consentUnder_y })}>
          <Choice on={draft.consent} label={t('in.consentYes')} press={() => change({ consent: !draft.consent })} />
        </Step>
      )}
      {ageBand && placeFor(ageBand, NOTHING, rules) === 'desktop' && !draft.watch && (
        <Alert color="teal">{t('in.tooYoung', { age: rules.headsetFrom_y })}</Alert>
      )}
      {ageBand && placeFor(ageBand, NOTHING, rules) === 'headset' && (
        <Screening draft={draft} rules={rules} change={change} />
      )}
      <Group>
        <Choice
          on={draft.wantsDesktop}
          label={t('in.desktop')}
          press={() => change({ wantsDesktop: !draft.wantsDesktop, watch: false })}
        />
        <Choice
          on={draft.watch}
          label={t('in.watch')}
          press={() => change({ watch: !draft.watch, wantsDesktop: false })}
        />
      </Group>
      <CardBox card={draft.card} onCard={(card) => change({ card })} />
      {error && <Refused error={error} />}
      <Button size="xl" disabled={!ready} loading={busy} onClick={() => void letIn()} data-testid="let-in">
        {ready ? t('in.go', { place: t(`place.${place}`) }) : t('in.notYet')}
      </Button>
      <GroupBox rules={rules} onMade={setMade} />
    </Stack>
  );
}

function Step({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <Stack gap="xs" component="fieldset" style={{ border: 0, padding: 0, margin: 0 }}>
      <Text component="legend" fw={600} size="lg">
        {name}
      </Text>
      <SimpleGrid cols={{ base: 2, sm: 3, md: 4 }}>{children}</SimpleGrid>
    </Stack>
  );
}

function Choice({ on, label, press }: { on: boolean; label: string; press: () => void }) {
  return (
    <Button
      size="lg"
      h={64}
      variant={on ? 'filled' : 'default'}
      aria-pressed={on}
      onClick={press}
      styles={{ label: { whiteSpace: 'normal', lineHeight: 1.2 } }}
    >
      {label}
    </Button>
  );
}

/** The answers stay in this page: only "headset" or "desktop" goes out. */
function Screening({
  draft,
  rules,
  change,
}: {
  draft: Draft;
  rules: FloorRules;
  change: (more: Partial<Draft>) => void;
}) {
  const { t } = useTranslation('floor');
  const { screened } = draft;
  const any = SCREENING.some((word) => screened[word]);
  return (
    <Step name={t('in.screening')}>
      {SCREENING.map((word) => (
        <Choice
          key={word}
          on={screened[word]}
          label={t(`screen.${word}`, { height: rules.headsetFrom_cm })}
          press={() => change({ screened: { ...screened, [word]: !screened[word] }, asked: true })}
        />
      ))}
      <Choice
        on={draft.asked && !any}
        label={t('screen.none')}
        press={() => change({ screened: NOTHING, asked: true })}
      />
    </Step>
  );
}
