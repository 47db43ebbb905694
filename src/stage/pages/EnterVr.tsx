/** The button into the headset. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Headset } from '../rig/store.ts';
import { headsetTrouble } from './support.ts';

const WHY = { 'no-webxr': 'noWebxr', insecure: 'insecure', 'no-headset': 'noHeadset' } as const;

export interface EnterVrProps {
  headset: Headset;
  go?: boolean;
  again?: boolean;
  /** other words than usual on it */
  words?: string;
}

/** The app's own button; where no headset can be entered it says so and what to do instead. */
export function EnterVr({ headset, go, again, words }: EnterVrProps) {
  const { t } = useTranslation('home');
  const [trouble, setTrouble] = useState<keyof typeof WHY | null | 'asking'>('asking');
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    void headsetTrouble().then(setTrouble);
  }, []);
  const enter = () => {
    setFailed(null);
    headset.enterVR().catch((error: unknown) => setFailed(error instanceof Error ? error.message : String(error)));
  };
  if (trouble === 'asking') return null;
  if (trouble) return again ? null : <p className="aside">{t(WHY[trouble])}</p>;
  return (
    <>
      <button type="button" className={go || again ? 'go reenter' : ''} data-testid="enter-vr" onClick={enter}>
        {words ?? t(again ? 'reenterVr' : 'enterVr')}
      </button>
      {failed && <p className="aside">{t('vrFailed', { reason: failed })}</p>}
    </>
  );
}
