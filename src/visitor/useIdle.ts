/** A visitor who went: after a minute without a touch everything of theirs leaves the page; the last seconds are counted down. */
import { useEffect, useRef, useState } from 'react';

export const IDLE_s = 60;
export const WARNING_s = 15;
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/**
 * @param active false while there is nothing of anybody on the page
 * @returns seconds left, null before the warning
 */
export function useIdle(active: boolean, onGone: () => void): number | null {
  const [left_s, setLeft] = useState<number | null>(null);
  const gone = useRef(onGone);
  gone.current = onGone;
  useEffect(() => {
    setLeft(null);
    if (!active) return;
    let touched_ms = Date.now();
    const touch = () => {
      touched_ms = Date.now();
      setLeft(null);
    };
    const look = () => {
      const rest_s = Math.ceil(IDLE_s - (Date.now() - touched_ms) / 1000);
      if (rest_s <= 0) gone.current();
      else setLeft(rest_s <= WARNING_s ? rest_s : null);
    };
    for (const kind of TOUCHES) window.addEventListener(kind, touch, { passive: true });
    const timer = setInterval(look, 500);
    return () => {
      clearInterval(timer);
      for (const kind of TOUCHES) window.removeEventListener(kind, touch);
    };
  }, [active]);
  return left_s;
}
