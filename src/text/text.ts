/** Words on the screen: one namespace an area (<area>.zh-CN.json and <area>.en.json), Chinese first, both always complete. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const KEPT_AS = 'drillhall.locale';
const files = import.meta.glob<Record<string, unknown>>('./*.json', { import: 'default' });
const open = new Map<string, Promise<void>>();

function keptLocale(): Locale {
  try {
    return globalThis.localStorage?.getItem(KEPT_AS) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

let started: Promise<unknown> | undefined;
function start(): Promise<unknown> {
  started ??= i18next.use(initReactI18next).init({
    lng: keptLocale(),
    fallbackLng: 'zh-CN',
    supportedLngs: [...LOCALES],
    resources: {},
    ns: [],
    defaultNS: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return started;
}

async function load(area: string): Promise<void> {
  await start();
  for (const locale of LOCALES) {
    const file = files[`./${area}.${locale}.json`];
    if (!file) throw new Error(`src/text has no ${area}.${locale}.json`);
    i18next.addResourceBundle(locale, area, await file(), true, true);
  }
  if (typeof document !== 'undefined') document.documentElement.lang = currentLocale();
}

/** Loads an area's words in both languages; await it before the area is shown. Then `useTranslation(area)` or `t('area:key')`. */
export function openText(area: string): Promise<void> {
  const pending = open.get(area) ?? load(area);
  open.set(area, pending);
  return pending;
}

export function currentLocale(): Locale {
  return i18next.language === 'en' ? 'en' : 'zh-CN';
}

/** Changes the language of every page at once, and of the next visit on this device. */
export async function setLocale(locale: Locale): Promise<void> {
  await start();
  try {
    globalThis.localStorage?.setItem(KEPT_AS, locale);
  } catch {
    // a browser that keeps nothing still changes its language for this visit
  }
  if (typeof document !== 'undefined') document.documentElement.lang = locale;
  await i18next.changeLanguage(locale);
}

/** The text in the current language; `key` is `area:path.to.key`. */
export function t(key: string, values: Record<string, unknown> = {}): string {
  return String(i18next.t(key, values));
}
