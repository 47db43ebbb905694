/** The language of one visitor: changed for this page alone and never kept for the next. */
import { useTranslation } from 'react-i18next';
import type { Locale } from '../text/text.ts';

export interface Speech {
  locale: Locale;
  speak: (locale: Locale) => void;
}

export function useSpeech(): Speech {
  const { i18n } = useTranslation();
  return {
    locale: i18n.language === 'en' ? 'en' : 'zh-CN',
    speak(locale) {
      document.documentElement.lang = locale;
      void i18n.changeLanguage(locale);
    },
  };
}

/** @returns the half of a text that comes in both languages */
export function said(text: { zh: string; en: string }, locale: Locale): string {
  return locale === 'en' ? text.en : text.zh;
}
