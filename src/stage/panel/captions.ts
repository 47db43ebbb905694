/** Which captions show now: each stays long enough to be read, the newest two at once. */

export interface Caption {
  key: string;
  at_s: number;
  speaker: string;
}

/** Reading speed of an older resident: Chinese 4 characters a second, Latin 12. [D] */
const CHINESE_ps = 4;
const LATIN_ps = 12;
const LEAST_s = 2.6;
const MOST_s = 9;
export const AT_ONCE = 2;

/** @returns how long a text must stay to be read without hurry. */
export function readingTime_s(text: string): number {
  let chinese = 0;
  let latin = 0;
  for (const character of text)
    if (/[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]/.test(character)) chinese++;
    else latin++;
  return Math.max(LEAST_s, Math.min(MOST_s, 1 + chinese / CHINESE_ps + latin / LATIN_ps));
}

/**
 * @param captions oldest first
 * @returns those to show at `now_s`, oldest first; a caption said again at once replaces itself
 */
export function captionsNow(captions: readonly Caption[], now_s: number, textOf: (key: string) => string): Caption[] {
  const shown: Caption[] = [];
  for (let k = captions.length - 1; k >= 0 && shown.length < AT_ONCE; k--) {
    const caption = captions[k]!;
    if (caption.at_s > now_s || now_s - caption.at_s >= readingTime_s(textOf(caption.key))) continue;
    if (!shown.some((one) => one.key === caption.key)) shown.unshift(caption);
  }
  return shown;
}

/** Which way to turn for something heard: an arrow, or null when it is in view. `bearing_rad` left positive. */
export function arrowTo(bearing_rad: number): '←' | '→' | '↓' | null {
  // within 40 degrees it can be seen; behind is more than 140
  const away = Math.abs(bearing_rad);
  if (away < 0.7) return null;
  if (away > 2.44) return '↓';
  return bearing_rad > 0 ? '←' : '→';
}
