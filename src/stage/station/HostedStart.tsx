/** Before a run that staff lead: whose turn it is, how far it has loaded, then the one button. */
import { useTranslation } from 'react-i18next';
import { EnterVr } from '../pages/EnterVr.tsx';
import type { Headset } from '../rig/store.ts';
import { Face } from './Face.tsx';
import type { StationLink } from './link.ts';

export interface HostedStartProps {
  ready: boolean;
  progress_frac: number;
  headset: Headset;
  station: StationLink;
  onBegin: () => void;
}

export function HostedStart({ ready, progress_frac, headset, station, onBegin }: HostedStartProps) {
  const { t } = useTranslation('station');
  const percent = Math.round(progress_frac * 100);
  const worn = station.kind === 'headset';
  return (
    <Face tone="ready" name={station.name} testid="station-ready" inside>
      <p className="station-number">{station.number}</p>
      <p className="station-words">{t(worn ? 'ready.headset' : 'ready.desktop')}</p>
      {!ready && (
        <p className="station-progress">
          <progress max={100} value={percent} aria-label={t('ready.loading', { percent })} />
          {t('ready.loading', { percent })}
        </p>
      )}
      {ready && worn && <EnterVr headset={headset} go words={t('ready.enter')} />}
      {ready && !worn && (
        <button type="button" className="go" data-testid="begin" onClick={onBegin}>
          {t('ready.begin')}
        </button>
      )}
    </Face>
  );
}
