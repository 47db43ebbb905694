/** Times and numbers as the hall reads them: Beijing time, one way on every page. */
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';

/** Asia/Shanghai, no summer time: the same all year on any computer */
const SHANGHAI_min = 480;

export interface Times {
  /** 2026-11-23 18:04 */
  time: (at_ms: number) => string;
  /** 2 min 05 s */
  length: (duration_s: number) => string;
  /** a number, or the dash that says there is none: a missing value is never a zero */
  number: (value: number | null, digits?: number) => string;
  percent: (share_frac: number | null) => string;
}

export function useTimes(): Times {
  const { t } = useTranslation('desk');
  const number = (value: number | null, digits = 0) => (value === null ? '—' : value.toFixed(digits));
  return {
    time: (at_ms) =>
      dayjs(at_ms + (SHANGHAI_min + new Date(at_ms).getTimezoneOffset()) * 60_000).format('YYYY-MM-DD HH:mm'),
    length: (duration_s) => {
      const whole_s = Math.round(duration_s);
      return t('length', { minutes: Math.floor(whole_s / 60), seconds: String(whole_s % 60).padStart(2, '0') });
    },
    number,
    percent: (share_frac) => (share_frac === null ? '—' : `${number(share_frac * 100, 1)} %`),
  };
}
