/** A watcher's phone: joins by the code on the wall, is asked at each decision, and learns what was right. */
import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskError } from '../post/ask.ts';
import { answer, followSeat, takeSeat, type WatchView } from '../post/watch.ts';
import { type Packs, PacksContext, usePackWords } from '../text/packs.ts';
import { openText } from '../text/text.ts';
import { Warm } from './Warm.tsx';

const KEPT_AS = 'drillhall-seat';

function WatchPage({ packs }: { packs: Packs }) {
  const [words, setWords] = useState(false);
  useEffect(() => {
    void Promise.all(['watch', 'desk', 'visitor'].map(openText)).then(() => setWords(true));
  }, []);
  if (!words) return null;
  return (
    <PacksContext.Provider value={packs}>
      <Here />
    </PacksContext.Provider>
  );
}

export { WatchPage as default };

function Here() {
  const { t } = useTranslation('watch');
  // a locked phone, a reload: the seat is this tab's
  const [seat, setSeat] = useState(() => sessionStorage.getItem(KEPT_AS));
  function leave() {
    sessionStorage.removeItem(KEPT_AS);
    setSeat(null);
  }
  return (
    <Warm title={t('title')}>
      <Stack gap="lg" p="md" maw={620} mx="auto">
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        {seat ? (
          <Seated seat={seat} onGone={leave} />
        ) : (
          <Join
            onSeat={(taken) => {
              sessionStorage.setItem(KEPT_AS, taken);
              setSeat(taken);
            }}
          />
        )}
      </Stack>
    </Warm>
  );
}

function Join({ onSeat }: { onSeat: (seat: string) => void }) {
  const { t } = useTranslation(['watch', 'desk']);
  const [code, setCode] = useState(() => location.hash.slice(1).toUpperCase());
  const [ticket, setTicket] = useState('');
  // made once: asked again after a lost answer it is the same seat
  const [seat] = useState(() => crypto.randomUUID());
  const [error, setError] = useState<AskError | null>(null);
  const [busy, setBusy] = useState(false);
  async function join() {
    setBusy(true);
    setError(null);
    try {
      await takeSeat(seat, code, ticket.trim() || null);
      onSeat(seat);
    } catch (refused) {
      setError(refused instanceof AskError ? refused : new AskError('odd-answer'));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Stack gap="md">
      <TextInput
        size="lg"
        label={t('watch:code')}
        value={code}
        maxLength={12}
        autoCapitalize="characters"
        onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
        data-testid="watch-code"
      />
      <TextInput
        size="lg"
        label={t('watch:ticket')}
        description={t('watch:ticketHelp')}
        value={ticket}
        maxLength={8}
        onChange={(event) => setTicket(event.currentTarget.value.toUpperCase())}
        data-testid="watch-ticket"
      />
      {error && (
        <Text role="alert" size="lg" c="red.9">
          {t(`desk:trouble.${error.trouble}`, { minutes: 1 })}
        </Text>
      )}
      <Button
        size="xl"
        h={72}
        loading={busy}
        disabled={code.length < 4}
        onClick={() => void join()}
        data-testid="watch-join"
      >
        {t('watch:join')}
      </Button>
    </Stack>
  );
}

function Seated({ seat, onGone }: { seat: string; onGone: () => void }) {
  const { t } = useTranslation('watch');
  const [view, setView] = useState<WatchView | null>(null);
  const [ahead_ms, setAhead] = useState(0);
  useEffect(
    () =>
      followSeat(seat, (now, ahead) => {
        setView(now);
        setAhead(ahead);
      }),
    [seat],
  );
  const [scenario = '', variant = ''] = (view?.variant ?? '').split('/');
  const words = usePackWords(scenario, variant);
  if (!view) return <Text size="xl">{t('soon')}</Text>;
  if (view.over)
    return (
      <Stack data-testid="watch-over">
        <Text size="xl" fw={700}>
          {t('over', { right: view.right, answered: view.answered })}
        </Text>
        <Button size="xl" variant="default" onClick={onGone}>
          {t('again')}
        </Button>
      </Stack>
    );
  if (view.question)
    return <Question view={view} words={words?.questions[view.question.stage]} seat={seat} ahead_ms={ahead_ms} />;
  const last = view.last && words?.questions[view.last.stage];
  return (
    <Stack>
      <Text size="xl">{t(view.running ? 'wait' : 'soon')}</Text>
      {view.last && last && (
        <Text size="xl" fw={700} role="status" data-testid="watch-last">
          {view.last.mine === view.last.right
            ? t('right')
            : t(view.last.mine === null ? 'missed' : 'wrong', { option: last.options[view.last.right] ?? '' })}
        </Text>
      )}
    </Stack>
  );
}

interface QuestionProps {
  view: WatchView;
  words: { text: string; options: string[] } | undefined;
  seat: string;
  ahead_ms: number;
}

function Question({ view, words, seat, ahead_ms }: QuestionProps) {
  const { t } = useTranslation('watch');
  const question = view.question!;
  const [mine, setMine] = useState<number | null>(null);
  const [now_ms, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const chosen = mine ?? view.mine;
  const left_s = Math.max(0, Math.ceil((question.closes_ms - now_ms - ahead_ms) / 1000));
  return (
    <Stack gap="md" data-testid="watch-question" data-stage={question.stage}>
      <Text size="lg">{t('left', { seconds: left_s })}</Text>
      <Title order={2}>{words?.text}</Title>
      {Array.from({ length: question.options }, (_, k) => (
        <Button
          key={k}
          size="lg"
          h="auto"
          mih={76}
          py="sm"
          variant={chosen === k ? 'filled' : 'default'}
          aria-pressed={chosen === k}
          styles={{ label: { whiteSpace: 'normal' } }}
          onClick={() => {
            setMine(k);
            void answer(seat, question.stage, k).catch(() => setMine(null));
          }}
        >
          {words?.options[k] ?? String(k + 1)}
        </Button>
      ))}
      {chosen !== null && <Text>{t('mine')}</Text>}
    </Stack>
  );
}
