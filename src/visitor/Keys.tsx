/** Big keys under a thumb: digits for a ticket or a telephone, signs for a card; a keyboard types the same. */
import { Button, SimpleGrid } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

export const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
/** of a card's short number: no letter that looks like a digit */
export const CARD_SIGNS = [...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'];

interface KeysProps {
  signs: string[];
  value: string;
  most: number;
  onChange: (value: string) => void;
  onEnter: () => void;
}

/** A keyboard plugged into the kiosk types what the keys type. */
function useKeyboard({ signs, value, most, onChange, onEnter }: KeysProps): void {
  useEffect(() => {
    const press = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      if (ctrlKey || altKey || metaKey) return;
      // on a focused button Enter is that button's
      if (key === 'Enter' && document.activeElement?.tagName !== 'BUTTON') onEnter();
      else if (key === 'Backspace') onChange(value.slice(0, -1));
      else if (signs.includes(key.toUpperCase()) && value.length < most) onChange(value + key.toUpperCase());
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [signs, value, most, onChange, onEnter]);
}

export function Keys(props: KeysProps) {
  const { signs, value, most, onChange } = props;
  const { t } = useTranslation('visitor');
  useKeyboard(props);
  const telephone = signs.length === 10;
  const key = (sign: string) => (
    <Button
      key={sign}
      className="visitor-key"
      variant="default"
      fullWidth
      disabled={value.length >= most}
      onClick={() => onChange(value + sign)}
      data-key={sign}
    >
      {sign}
    </Button>
  );
  const erase = (
    <Button
      key="erase"
      className="visitor-key"
      variant="light"
      fullWidth
      disabled={value === ''}
      onClick={() => onChange(value.slice(0, -1))}
      data-key="erase"
      aria-label={t('keys.erase')}
    >
      ←
    </Button>
  );
  return (
    <SimpleGrid cols={telephone ? 3 : { base: 5, xs: 8 }} spacing="sm" className="visitor-keys" data-wide={!telephone}>
      {telephone ? signs.slice(0, 9).map(key) : signs.map(key)}
      {telephone && <span />}
      {telephone && key('0')}
      {erase}
    </SimpleGrid>
  );
}
