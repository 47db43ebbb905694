/** What fits into an opening, with the working that says why. */
import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AT_WORK_frac, fitOf, minutesOf, type Planned } from '../../wire/fit.ts';

export interface Cycle {
  cycle_min: number;
  /** turns it was measured from; 0: the planning value */
  measured: number;
}

interface FitShownProps {
  planned: Planned & { places: number };
  cycle: Cycle;
}

export function FitShown({ planned, cycle }: FitShownProps) {
  const { t } = useTranslation('openings');
  const { performers, people } = fitOf(planned, cycle.cycle_min);
  const enough = people >= planned.places;
  const working = {
    stations: planned.headsets + planned.desktops,
    minutes: minutesOf(planned),
    share: Math.round(AT_WORK_frac * 100),
    cycle: cycle.cycle_min,
    crew: planned.crew,
    performers,
    people,
  };
  return (
    <Alert
      color={enough ? 'teal.8' : 'orange.9'}
      variant="outline"
      role="status"
      title={t(enough ? 'fit.enough' : 'fit.tooMany', { people, performers, places: planned.places })}
      data-testid="fit"
      data-people={people}
    >
      <Text size="sm">{t('fit.working', working)}</Text>
      <Text size="sm">{t(cycle.measured > 0 ? 'fit.measured' : 'fit.planning', { count: cycle.measured })}</Text>
      {!enough && <Text size="sm">{t('fit.mend')}</Text>}
    </Alert>
  );
}
