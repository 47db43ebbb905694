/** Round every page of the desk: the hall's name, the ways to go, the language, and what this device still has to hand in. */
import { Badge, Button, Container, Group, NavLink, SegmentedControl, Stack, Text } from '@mantine/core';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { theOutbox } from '../post/box.ts';
import { setLocale } from '../text/text.ts';
import type { HallReply } from '../wire/hall.ts';
import { Nothing } from '../wire/problem.ts';
import type { Me } from '../wire/staff.ts';
import { useSend } from './useSend.ts';

function OutboxBadge() {
  const { t } = useTranslation('desk');
  const outbox = theOutbox();
  const { queued, sent, aside, holdUp } = useSyncExternalStore(outbox.subscribe, outbox.getState);
  return (
    <Group gap="xs" aria-live="polite">
      <Badge variant={queued > 0 ? 'filled' : 'light'} color={queued > 0 ? 'orange.9' : 'gray'}>
        {t('outbox.queued', { count: queued })}
      </Badge>
      <Badge variant="outline" color="teal">
        {t('outbox.sent', { count: sent })}
      </Badge>
      {queued > 0 && holdUp && (
        <Text size="sm" c="orange.9">
          {t(`outbox.hold.${holdUp}`)}
        </Text>
      )}
      {aside.length > 0 && (
        <Text size="sm" c="red.9">
          {t('outbox.aside', { count: aside.length })}{' '}
          <Button size="compact-xs" variant="default" onClick={() => void outbox.retryRejected()}>
            {t('tryAgain')}
          </Button>
        </Text>
      )}
    </Group>
  );
}

function Ways({ me }: { me: Me | null }) {
  const { t } = useTranslation('desk');
  const [path] = useLocation();
  const ways = me
    ? [
        'floor',
        'check-in',
        'openings',
        'stations',
        'runs',
        'participation',
        ...(me.role === 'manager' ? ['rules', 'settings', 'staff'] : []),
        'device',
      ]
    : [];
  return (
    <nav className="desk-ways" aria-label={t('ways')}>
      {ways.map((way) => (
        <NavLink
          key={way}
          component={Link}
          href={`/desk/${way}`}
          label={t(`way.${way}`)}
          variant="filled"
          active={path.startsWith(`/desk/${way}`)}
        />
      ))}
      <NavLink component="a" href="/" label={t('way.hall')} />
    </nav>
  );
}

interface FrameProps {
  me: Me | null;
  hall: HallReply;
  onSignedOut: () => void;
  children: ReactNode;
}

export function Frame({ me, hall, onSignedOut, children }: FrameProps) {
  const { t, i18n } = useTranslation('desk');
  const { send } = useSend();
  const [, go] = useLocation();
  async function signOut() {
    await send('/api/session', Nothing, { method: 'DELETE' });
    go('/desk');
    onSignedOut();
  }
  return (
    <>
      <header className="desk-head">
        <Text fw={700} truncate>
          {hall.settings?.name ?? t('title')}
        </Text>
        <Group gap="sm">
          <SegmentedControl
            size="xs"
            aria-label={t('language')}
            value={i18n.language}
            onChange={(locale) => void setLocale(locale === 'en' ? 'en' : 'zh-CN')}
            data={[
              { value: 'zh-CN', label: t('languages.zh-CN') },
              { value: 'en', label: t('languages.en') },
            ]}
          />
          {me && (
            <>
              <Text size="sm">{`${me.name} · ${t(`role.${me.role}`)}`}</Text>
              <Button size="xs" variant="default" onClick={() => void signOut()}>
                {t('signOut')}
              </Button>
            </>
          )}
        </Group>
      </header>
      <Ways me={me} />
      <Container component="main" size="xl" py="md">
        <Stack>
          <OutboxBadge />
          {children}
        </Stack>
      </Container>
    </>
  );
}
