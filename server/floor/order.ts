/** Who is next, and how long the others wait: the fair order and its estimate, with the numbers it was made from. */
import type { Estimate, Place } from '../../src/wire/floor.ts';
import type { Day, DayStation, DayTicket } from './day.ts';

/** Planning value until five turns were measured here, minutes: fitting, 3 to 4 minutes of drill, wiping. [D] */
export const PLANNED_cycle_min = 10;
/** Skipped: two others go first. [D] */
const SKIP_count = 2;

export interface Cycle {
  /** median minutes from call to wiped */
  min: number;
  /** turns it was measured from; 0: PLANNED_cycle_min */
  measured: number;
}

/** @returns who waits for a kind of place, soonest first */
export function waiting(day: Day, place: Place): DayTicket[] {
  return [...day.tickets.values()]
    .filter((ticket) => ticket.state === 'waiting' && ticket.place === place)
    .sort((a, b) => a.due_ms - b.due_ms || a.number.localeCompare(b.number));
}

/** @returns the due time that puts a ticket behind the next two that wait for the same place */
export function dueAfterSkip(day: Day, ticket: DayTicket, now_ms: number): number {
  const others = waiting(day, ticket.place).filter((one) => one.id !== ticket.id);
  const last = others[Math.min(SKIP_count, others.length) - 1];
  return last ? Math.max(last.due_ms, ticket.due_ms) + 0.5 : Math.min(ticket.due_ms, now_ms);
}

function serves(station: DayStation, place: 'headset' | 'desktop'): boolean {
  return station.kind === place && station.state !== 'closed';
}

/** Minutes until each station of a kind takes somebody new: what is left of its turn, by the median. */
function freeIn_min(day: Day, place: 'headset' | 'desktop', cycle: Cycle, now_ms: number): number[] {
  return [...day.stations.values()]
    .filter((station) => serves(station, place))
    .map((station) => {
      const turn = station.turn ? day.turns.get(station.turn) : undefined;
      const gone_min = turn ? Math.max(0, now_ms - turn.called_ms) / 60_000 : 0;
      return turn ? Math.max(0, cycle.min - gone_min) : 0;
    });
}

/** @returns minutes until each waiting ticket is called, in their order, and until one who came now would be */
export function waits(
  day: Day,
  place: 'headset' | 'desktop',
  cycle: Cycle,
  now_ms: number,
): { each: Map<string, number | null>; next_min: number | null } {
  const free = freeIn_min(day, place, cycle, now_ms);
  const each = new Map<string, number | null>();
  const soonest = () => free.indexOf(Math.min(...free));
  for (const ticket of waiting(day, place)) {
    if (free.length === 0) {
      each.set(ticket.id, null);
      continue;
    }
    const at = soonest();
    each.set(ticket.id, Math.round(free[at]!));
    free[at] = free[at]! + cycle.min;
  }
  return { each, next_min: free.length === 0 ? null : Math.round(free[soonest()]!) };
}

/** @returns the estimate of a kind of place as it is shown, with its working */
export function estimate(day: Day, place: 'headset' | 'desktop', cycle: Cycle, now_ms: number): Estimate {
  return {
    place,
    waiting: waiting(day, place).length,
    stations: [...day.stations.values()].filter((station) => serves(station, place)).length,
    cycle_min: Math.round(cycle.min * 10) / 10,
    measured: cycle.measured,
    wait_min: waits(day, place, cycle, now_ms).next_min,
  };
}
