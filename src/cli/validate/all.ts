/** Every comparer there is; the first whose file name fits answers for a table. */
import type { Comparer } from './comparer.ts';
import { CROWD } from './crowd.ts';
import { DENSITIES } from './densities.ts';
import { EXTINGUISHERS } from './extinguishers.ts';
import { FIRES } from './fires.ts';
import { withZone } from './zone.ts';

export const COMPARERS: Comparer[] = withZone([...FIRES, ...EXTINGUISHERS, ...DENSITIES, ...CROWD]);
