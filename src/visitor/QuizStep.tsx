/** Three or five questions, one on a page; what was right and why is told after the drill only. */
import { Button, Text, Title } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskError, ask } from '../post/ask.ts';
import { Quiz, type QuizAnswers, QuizResult } from '../wire/visitor.ts';
import { Choices } from './Choices.tsx';
import { said, useSpeech } from './language.ts';
import type { QuizScenario } from './offer.ts';
import { Sheet } from './Sheet.tsx';
import { sendSurely } from './send.ts';
import { Failed, Waiting } from './Waiting.tsx';

interface QuizStepProps {
  ticket: string;
  when: 'before' | 'after';
  scenario: QuizScenario;
  count: number;
  onDone: () => void;
}

type At =
  | { at: 'asking' }
  | { at: 'failed'; error: AskError }
  | { at: 'question'; quiz: Quiz; answers: QuizAnswers['answers'] }
  | { at: 'sending'; quiz: Quiz; slow: boolean }
  | { at: 'result'; quiz: Quiz; result: QuizResult; answers: QuizAnswers['answers'] };

export function QuizStep({ ticket, when, scenario, count, onDone }: QuizStepProps) {
  const [now, setNow] = useState<At>({ at: 'asking' });
  const open = useCallback(() => {
    const query = new URLSearchParams({ ticket, scenario, when, count: String(count) });
    setNow({ at: 'asking' });
    ask(`/api/quiz?${query}`, Quiz).then(
      (quiz) => setNow(quiz.items.length > 0 ? { at: 'question', quiz, answers: [] } : { at: 'asking' }),
      (error: AskError) => setNow({ at: 'failed', error }),
    );
  }, [ticket, scenario, when, count]);
  useEffect(open, [open]);

  async function send(quiz: Quiz, answers: QuizAnswers['answers']): Promise<void> {
    const body: QuizAnswers = { id: crypto.randomUUID(), ticket, when, scenario, answers };
    setNow({ at: 'sending', quiz, slow: false });
    try {
      const result = await sendSurely('/api/quiz', QuizResult, body, () => setNow({ at: 'sending', quiz, slow: true }));
      if (result.items) setNow({ at: 'result', quiz, result, answers });
      else onDone();
    } catch (error) {
      setNow({ at: 'failed', error: error instanceof AskError ? error : new AskError('odd-answer') });
    }
  }

  if (now.at === 'asking') return <Waiting />;
  if (now.at === 'failed') return <Failed error={now.error} onAgain={open} onLeave={onDone} />;
  if (now.at === 'sending') return <Waiting slow={now.slow} onGoOn={onDone} />;
  if (now.at === 'result') return <Result {...now} onDone={onDone} />;
  const { quiz, answers } = now;
  return (
    <QuizQuestion
      key={answers.length}
      quiz={quiz}
      at={answers.length}
      onAnswer={(option) => {
        const item = quiz.items[answers.length]!.id;
        const all = [...answers, { item, option }];
        if (all.length < quiz.items.length) setNow({ at: 'question', quiz, answers: all });
        else void send(quiz, all);
      }}
    />
  );
}

const UNSURE = -1;

function QuizQuestion({ quiz, at, onAnswer }: { quiz: Quiz; at: number; onAnswer: (option: number | null) => void }) {
  const { t } = useTranslation('visitor');
  const { locale } = useSpeech();
  const [chosen, setChosen] = useState<number | null>(null);
  const item = quiz.items[at]!;
  const options = item.options.map((option) => ({ value: option.index, label: said(option, locale) }));
  return (
    <Choices
      above={t('quiz.at', { at: at + 1, of: quiz.items.length })}
      title={said(item.stem, locale)}
      choices={[...options, { value: UNSURE, label: t('quiz.unsure') }]}
      chosen={chosen}
      onChoose={setChosen}
    >
      <Button disabled={chosen === null} onClick={() => onAnswer(chosen === UNSURE ? null : chosen)} data-testid="next">
        {t('next')}
      </Button>
    </Choices>
  );
}

interface ResultProps {
  quiz: Quiz;
  result: QuizResult;
  answers: QuizAnswers['answers'];
  onDone: () => void;
}

function Result({ quiz, result, answers, onDone }: ResultProps) {
  const { t } = useTranslation('visitor');
  const { locale } = useSpeech();
  return (
    <Sheet data-testid="quiz-result">
      <Title order={1}>{t('quiz.right', { right: result.right, of: result.of })}</Title>
      {result.items?.map(({ item, right, explain }) => {
        const asked = quiz.items.find((one) => one.id === item);
        const best = asked?.options.find((option) => option.index === right);
        const good = answers.find((one) => one.item === item)?.option === right;
        if (!asked || !best) return null;
        return (
          <div key={item} className="visitor-told" data-good={good}>
            <Text fw={700}>{said(asked.stem, locale)}</Text>
            <Text>{t(good ? 'quiz.good' : 'quiz.better', { answer: said(best, locale) })}</Text>
            <Text>{said(explain, locale)}</Text>
          </div>
        );
      })}
      <Button onClick={onDone} data-testid="next">
        {t('next')}
      </Button>
    </Sheet>
  );
}
