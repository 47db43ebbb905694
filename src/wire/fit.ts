/** How many people an opening can train in its hours: one way to count it, before it is planned and after. */

/** share of the hours that stations really work: gathering, explaining, late comers [D] */
export const AT_WORK_frac = 0.8;

export interface Planned {
  /** HH:MM */
  from: string;
  to: string;
  headsets: number;
  desktops: number;
  crew: number;
}

/** @returns minutes between two clock times of one day; 0 when the second is not later */
export function minutesOf({ from, to }: Pick<Planned, 'from' | 'to'>): number {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  return Math.max(0, minutes(to) - minutes(from)) || 0;
}

/**
 * @param cycle_min one turn with fitting and wiping
 * @returns turns that fit, each one performer; and the people trained: a headset's crew watches its performer, a desktop trains one
 */
export function fitOf(planned: Planned, cycle_min: number): { performers: number; people: number } {
  const turns = Math.floor((minutesOf(planned) * AT_WORK_frac) / cycle_min);
  const performers = turns * (planned.headsets + planned.desktops);
  return { performers, people: turns * (planned.headsets * planned.crew + planned.desktops) };
}
