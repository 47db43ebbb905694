/** One sheet of paper on the page: a new one is read from its top, by eye and by screen reader. */
import { Stack } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

interface SheetProps {
  children: ReactNode;
  centred?: boolean;
  role?: 'status' | 'alert';
  'data-testid'?: string;
}

export function Sheet({ children, centred, ...more }: SheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    sheet.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Stack ref={sheet} tabIndex={-1} gap="lg" align={centred ? 'center' : undefined} className="visitor-card" {...more}>
      {children}
    </Stack>
  );
}
