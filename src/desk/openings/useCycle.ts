/** How long a turn takes in this hall: measured where there were enough, else the planning value. */
import { useEffect, useState } from 'react';
import { Floor } from '../../wire/floor.ts';
import type { Opening } from '../../wire/openings.ts';
import { ask } from '../ask.ts';
import type { Cycle } from './FitShown.tsx';

/** until the floor answers; the same as the floor's own planning value [D] */
const PLANNED: Cycle = { cycle_min: 10, measured: 0 };

export function useCycle(openings: Opening[]): Cycle {
  const known = openings[0]?.fit;
  const [told, setTold] = useState<Cycle | null>(null);
  useEffect(() => {
    if (known) return;
    ask('/api/floor', Floor).then(
      ({ estimates }) => setTold(estimates.find((one) => one.place === 'headset') ?? null),
      () => setTold(null),
    );
  }, [known]);
  return known ?? told ?? PLANNED;
}
