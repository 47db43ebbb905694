/** The settings of runs that belong to no hall. */
import type { HallSettings } from '../drill/types.ts';

/** A hall for runs that belong to none: the command line, tests, robots. */
export const NO_HALL: HallSettings = {
  name: '演练',
  dutyPhone: '0871-65550000',
  gasLine: '0871-65550001',
  assemblyPoint: '院内空地',
  aedPlace: '值班室',
  address: '演练地址',
};
