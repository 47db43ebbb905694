/** The warm frame of every visitor's page: large letters, cream paper, one teal, and the language at one press. */
import { Button, createTheme, MantineProvider } from '@mantine/core';
import '@mantine/core/styles.css';
import './visitor.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LETTERS, TEAL } from '../text/palette.ts';
import { useSpeech } from './language.ts';

const theme = createTheme({
  /** md letters are 22 px */
  scale: 1.375,
  colors: { hall: TEAL },
  primaryColor: 'hall',
  primaryShade: 8,
  defaultRadius: 'lg',
  fontFamily: LETTERS,
  components: { Button: { defaultProps: { size: 'lg' } } },
});

interface WarmProps {
  /** name of the hall, or of the page while it is not known */
  title: string;
  children: ReactNode;
  /** beside the language: a way back to the start */
  aside?: ReactNode;
}

export function Warm({ title, children, aside }: WarmProps) {
  const { t } = useTranslation('visitor');
  const { locale, speak } = useSpeech();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <MantineProvider theme={theme} forceColorScheme="light">
      <div className="visitor">
        <header className="visitor-head">
          <p>{title}</p>
          {aside}
          <Button
            variant="white"
            lang={other}
            onClick={() => speak(other)}
            data-testid="language"
            aria-label={t('otherLanguageLong')}
          >
            {t('otherLanguage')}
          </Button>
        </header>
        <main>{children}</main>
      </div>
    </MantineProvider>
  );
}
