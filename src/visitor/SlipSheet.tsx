/** The slip to take home, on a phone or on paper: what went well, the one step to practise, what to check, when to come again. */
import { useTranslation } from 'react-i18next';
import { usePackWords } from '../text/packs.ts';
import type { HallSettings } from '../wire/hall.ts';
import type { Slip } from '../wire/visitor.ts';
import { lastRuns, type SlipRun, type StepOfRun, stepToPractise, wentWell } from './practise.ts';

/** A text of a drill may name what only this hall knows: {dutyPhone}. */
function filled(text: string, hall: HallSettings | null): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => (hall as Record<string, string> | null)?.[name] ?? hole);
}

interface SlipSheetProps {
  slip: Slip;
  hall: HallSettings | null;
}

export function SlipSheet({ slip, hall }: SlipSheetProps) {
  const { t } = useTranslation('visitor');
  const ran = lastRuns(slip.runs);
  const step = stepToPractise(slip.runs);
  // watching is training too: its scenario's list goes home with those who watched
  const scenarios = [...new Map(slip.runs.map((run) => [run.scenario, run])).values()];
  return (
    <article className="slip visitor-card" data-testid="slip">
      <header>
        <h1>{slip.hall ?? t('title')}</h1>
        <p>
          {slip.day} · <strong>{slip.number}</strong>
        </p>
      </header>
      {slip.runs.length === 0 && <p>{t('slip.none')}</p>}
      {ran.map((run) => (
        <Well key={`${run.scenario}/${run.variant}`} run={run} hall={hall} />
      ))}
      {step && <Practise step={step} hall={hall} />}
      {ran.length > 0 && !step && <p>{t('slip.nothing')}</p>}
      {slip.quiz.length > 0 && <Quizzes slip={slip} />}
      {scenarios.map((run) => (
        <Checks key={run.scenario} run={run} hall={hall} />
      ))}
      {slip.recheck && (
        <section className="slip-recheck">
          <h2>{t('slip.recheck', { day: slip.recheck })}</h2>
          <p>{t('slip.recheckHow')}</p>
          {slip.card && <p className="slip-code">{slip.card}</p>}
        </section>
      )}
    </article>
  );
}

function Well({ run, hall }: { run: SlipRun; hall: HallSettings | null }) {
  const { t } = useTranslation('visitor');
  const words = usePackWords(run.scenario, run.variant);
  const rules = wentWell(run);
  return (
    <section>
      <h2>{t('slip.well', { drill: words ? `${words.scenario} · ${words.variant}` : run.variant })}</h2>
      {rules.length === 0 && <p>{t('slip.tried')}</p>}
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{filled(words?.rules[rule]?.title ?? rule, hall)}</li>
        ))}
      </ul>
    </section>
  );
}

function Practise({ step, hall }: { step: StepOfRun; hall: HallSettings | null }) {
  const { t } = useTranslation('visitor');
  const words = usePackWords(step.scenario, step.variant)?.rules[step.rule];
  return (
    <section className="slip-step" data-testid="practise" data-rule={step.rule}>
      <h2>{t(step.critical ? 'slip.critical' : 'slip.practise')}</h2>
      <p>
        <strong>{filled(words?.title ?? step.rule, hall)}</strong>
      </p>
      <p>{filled(words?.reason ?? '', hall)}</p>
    </section>
  );
}

function Quizzes({ slip }: { slip: Slip }) {
  const { t } = useTranslation('visitor');
  return (
    <p>
      {slip.quiz
        .map(({ when, right, of }) => t('slip.quiz', { when: t(`slip.when.${when}`), right, of }))
        .join(t('slip.between'))}
    </p>
  );
}

function Checks({ run, hall }: { run: SlipRun; hall: HallSettings | null }) {
  const { t } = useTranslation('visitor');
  const words = usePackWords(run.scenario, run.variant);
  if (!words || words.checks.length === 0) return null;
  return (
    <section className="slip-checks">
      <h2>{t('slip.checks', { scenario: words.scenario })}</h2>
      <ul>
        {words.checks.map((check) => (
          <li key={check}>{filled(check, hall)}</li>
        ))}
      </ul>
    </section>
  );
}
