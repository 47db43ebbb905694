/** What one visitor is asked, step after step, each of which may be left out; then thanks, and the slip to take home. */
import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Nothing } from '../wire/problem.ts';
import type { VisitBrief } from '../wire/visitor.ts';
import { Choices } from './Choices.tsx';
import { DutyPhoneStep } from './DutyPhoneStep.tsx';
import { offerOf, type Step } from './offer.ts';
import { ComfortStep, ConfidenceStep, KitStep, type PointFields } from './PointSteps.tsx';
import { QuizStep } from './QuizStep.tsx';
import { Sheet } from './Sheet.tsx';
import { sendSurely } from './send.ts';
import { Thanks } from './Thanks.tsx';
import type { KnownScenario } from './useScenarios.ts';

interface VisitStepsProps {
  brief: VisitBrief;
  scenarios: KnownScenario[];
  /** null where the hall's settings are not known: then nobody is asked for it */
  dutyPhone: string | null;
  /** questions of a quiz */
  count: number;
  onGone: () => void;
}

export function VisitSteps({ brief, scenarios, dutyPhone, count, onGone }: VisitStepsProps) {
  // what the hall said when the number was typed holds for this sitting
  const [offer] = useState(() => {
    const ran = brief.ran.flatMap((name) => scenarios.find((one) => one.name === name.split('/')[0])?.code ?? []);
    return offerOf(
      brief,
      scenarios.map((one) => one.code),
      ran,
    );
  });
  const [steps, setSteps] = useState<Step[] | null>(null);
  const [at, setAt] = useState(0);
  const [refused, setRefused] = useState(0);
  if (offer.moment === 'closed' || offer.moment === 'playing') return <NotNow why={offer.moment} onGone={onGone} />;
  if (!steps)
    return (
      <Greeting
        brief={brief}
        moment={offer.moment}
        steps={offer.steps}
        scenarios={scenarios}
        onBegin={(chosen) => setSteps(chosen.filter((step) => step.do !== 'duty-phone' || dutyPhone))}
        onGone={onGone}
      />
    );
  const step = steps[at];
  if (!step) return <Thanks brief={brief} moment={offer.moment} refused={refused > 0} onGone={onGone} />;
  const next = () => setAt((before) => before + 1);
  const point = (fields: PointFields) => {
    const body = { id: crypto.randomUUID(), ticket: brief.number, point: fields };
    sendSurely('/api/points', Nothing, body).catch(() => setRefused((before) => before + 1));
  };
  return (
    <>
      <p className="visitor-dots" aria-hidden="true">
        {steps.map((one, i) => (
          <span key={JSON.stringify(one)} data-past={i <= at} />
        ))}
      </p>
      <OneStep key={at} step={step} ticket={brief.number} {...{ dutyPhone, count, point, next }} />
    </>
  );
}

interface OneStepProps {
  step: Step;
  ticket: string;
  dutyPhone: string | null;
  count: number;
  point: (fields: PointFields) => void;
  next: () => void;
}

function OneStep({ step, ticket, dutyPhone, count, point, next }: OneStepProps) {
  const pointed = (fields: PointFields) => {
    point(fields);
    next();
  };
  if (step.do === 'quiz')
    return <QuizStep ticket={ticket} when={step.when} scenario={step.scenario} count={count} onDone={next} />;
  if (step.do === 'confidence') return <ConfidenceStep when={step.when} onPoint={pointed} onSkip={next} />;
  if (step.do === 'comfort') return <ComfortStep onPoint={pointed} onSkip={next} />;
  if (step.do === 'kit') return <KitStep onPoint={pointed} onSkip={next} />;
  if (!dutyPhone) return null;
  return <DutyPhoneStep dutyPhone={dutyPhone} ticket={ticket} onPoint={point} onDone={next} onSkip={next} />;
}

interface GreetingProps {
  brief: VisitBrief;
  moment: 'before' | 'after';
  steps: Step[];
  scenarios: KnownScenario[];
  onBegin: (steps: Step[]) => void;
  onGone: () => void;
}

/** Whose number it is and what comes; before the drill the visitor says which drill it will be. */
function Greeting({ brief, moment, steps, scenarios, onBegin, onGone }: GreetingProps) {
  const { t } = useTranslation('visitor');
  const quizzes = steps.flatMap((step) => (step.do === 'quiz' ? [step.scenario] : []));
  const others = steps.filter((step) => step.do !== 'quiz');
  const title = t('hello', { number: brief.number });
  if (moment === 'before' && quizzes.length > 1) {
    const choices = scenarios
      .filter((one) => quizzes.includes(one.code))
      .map((one) => ({ value: one.code, label: one.title }));
    return (
      <Choices
        above={title}
        title={t('which')}
        choices={choices}
        onChoose={(scenario) => onBegin([{ do: 'quiz', when: 'before', scenario }, ...others])}
        onSkip={onGone}
      />
    );
  }
  return (
    <Sheet>
      <Title order={1}>{title}</Title>
      <Text>{t(steps.length === 0 ? 'allDone' : moment === 'before' ? 'beforeIntro' : 'afterIntro')}</Text>
      <Button onClick={() => onBegin(steps)} data-testid="begin">
        {t(steps.length === 0 ? 'goOn' : 'begin')}
      </Button>
      <Button variant="default" onClick={onGone} data-testid="not-me">
        {t('notMe')}
      </Button>
    </Sheet>
  );
}

function NotNow({ why, onGone }: { why: 'playing' | 'closed'; onGone: () => void }) {
  const { t } = useTranslation('visitor');
  return (
    <Sheet>
      <Title order={1}>{t(`notNow.${why}`)}</Title>
      <Button onClick={onGone}>{t('finish')}</Button>
    </Sheet>
  );
}
