/** Six digits from the staff's tablet, typed once: by finger, by a controller's ray, or on a keyboard. */
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pair } from '../../post/station.ts';
import { Face } from './Face.tsx';

const LENGTH = 6;
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
/** A hall that has had too many tries and does not say for how long. [D] */
const WAIT_s = 60;

type Why = 'wrong' | 'wait' | 'away' | 'full' | 'odd';
const WHY: Partial<Record<string, Why>> = {
  'wrong-code': 'wrong',
  'bad-request': 'wrong',
  'too-many': 'wait',
  'locked-out': 'wait',
  'no-answer': 'away',
  'disk-full': 'full',
};

/** Counts down while the hall takes no more tries. */
function useWait(): [left_s: number, wait: (for_s: number) => void] {
  const [left_s, setLeft] = useState(0);
  useEffect(() => {
    if (left_s <= 0) return;
    const timer = setTimeout(() => setLeft(left_s - 1), 1000);
    return () => clearTimeout(timer);
  }, [left_s]);
  return [left_s, setLeft];
}

export function Keypad({ onPaired }: { onPaired: () => void }) {
  const { t } = useTranslation('station');
  const [code, setCode] = useState('');
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState<Why | null>(null);
  const [wait_s, setWait] = useWait();
  const shut = asking || wait_s > 0;
  const type = useCallback(
    (key: string) => {
      if (shut) return;
      setWhy(null);
      setCode((now) => (key === 'erase' ? now.slice(0, -1) : (now + key).slice(0, LENGTH)));
    },
    [shut],
  );
  useEffect(() => {
    if (code.length < LENGTH || asking) return;
    setAsking(true);
    void pair(code).then((answer) => {
      setAsking(false);
      setCode('');
      if ('paired' in answer) return onPaired();
      const reason = WHY[answer.refused] ?? 'odd';
      setWhy(reason);
      if (reason === 'wait') setWait(Math.ceil(answer.wait_s ?? WAIT_s));
    });
  }, [code, asking, onPaired, setWait]);
  useEffect(() => {
    const press = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      if (ctrlKey || altKey || metaKey) return;
      if (DIGITS.includes(key)) type(key);
      else if (key === 'Backspace') type('erase');
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [type]);
  return (
    <Face tone="calm" testid="station-keypad" foot={t('pair.foot')}>
      <h1>{t('pair.title')}</h1>
      <p className="station-lead">{t('pair.how')}</p>
      <Digits code={code} />
      <p className="station-why" role="alert">
        {asking ? t('pair.asking') : why && (why !== 'wait' || wait_s > 0) && t(`pair.why.${why}`, { s: wait_s })}
      </p>
      <div className="station-keys">
        {DIGITS.slice(0, 9).map((digit) => (
          <Key key={digit} sign={digit} shut={shut} onPress={type} />
        ))}
        <span />
        <Key sign="0" shut={shut} onPress={type} />
        <button
          type="button"
          data-key="erase"
          aria-label={t('pair.erase')}
          disabled={shut || code === ''}
          onClick={() => type('erase')}
        >
          ←
        </button>
      </div>
    </Face>
  );
}

function Key({ sign, shut, onPress }: { sign: string; shut: boolean; onPress: (sign: string) => void }) {
  return (
    <button type="button" data-key={sign} disabled={shut} onClick={() => onPress(sign)}>
      {sign}
    </button>
  );
}

/** What has been typed, in six places. */
function Digits({ code }: { code: string }) {
  const { t } = useTranslation('station');
  return (
    <ol className="station-digits" aria-label={t('pair.typed', { n: code.length })}>
      {Array.from({ length: LENGTH }, (_, k) => (
        <li key={k} className={k === code.length ? 'next' : code[k] ? 'typed' : ''}>
          {code[k] ?? ''}
        </li>
      ))}
    </ol>
  );
}
