/** A drill that began at the kiosk, and nobody is there any more: the page goes back to the kiosk by itself. */
import { useEffect, useRef } from 'react';

/** Long enough to hear out a call or to watch the replay without a touch. [D] */
export const LEFT_s = 300;
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const;

/** @param active false where a page may stand as long as it likes */
export function useLeft(active: boolean, onLeft: () => void): void {
  const left = useRef(onLeft);
  left.current = onLeft;
  useEffect(() => {
    if (!active) return;
    let touched_ms = Date.now();
    const touch = () => {
      touched_ms = Date.now();
    };
    for (const kind of TOUCHES) window.addEventListener(kind, touch, { passive: true });
    const timer = setInterval(() => {
      if (Date.now() - touched_ms > LEFT_s * 1000) left.current();
    }, 1000);
    return () => {
      clearInterval(timer);
      for (const kind of TOUCHES) window.removeEventListener(kind, touch);
    };
  }, [active]);
}
