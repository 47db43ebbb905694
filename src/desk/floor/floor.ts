/** What the floor asks for next: the one act of a station, what a screening comes to, how long somebody waits. */
import type { AgeBand, Estimate, FloorRules, Place, Station, Turn } from '../../wire/floor.ts';

export type NextAct = 'call' | 'beside' | 'wait' | 'running' | 'paused' | 'wipe' | 'open' | 'gone';

/** @returns the one thing to do at a station now */
export function nextAct(station: Station, turn: Turn | undefined): NextAct {
  if (station.state === 'closed') return 'open';
  if (station.state === 'wipe') return 'wipe';
  if (!turn) return 'call';
  if (turn.state === 'called') return 'beside';
  if (!station.connected) return 'gone';
  if (turn.state === 'ready') return 'wait';
  return turn.state === 'paused' ? 'paused' : 'running';
}

/** The questions of the screening card (hall.md 3.4: Tokyo, Wakayama): their answers never leave the page. */
export const SCREENING = ['pregnant', 'heart', 'pressure', 'balance', 'epilepsy', 'surgery', 'small'] as const;
export type Screened = Record<(typeof SCREENING)[number], boolean>;

/** Youngest age of a band. */
const FROM_y: Record<AgeBand, number> = {
  'under-7': 0,
  '7-9': 7,
  '10-13': 10,
  '14-17': 14,
  '18-59': 18,
  '60-plus': 60,
};

export function needsConsent(band: AgeBand, rules: FloorRules): boolean {
  return FROM_y[band] < rules.consentUnder_y;
}

/** @returns where the card sends a visitor; any yes, or an age under the hall's line, is the desktop twin */
export function placeFor(band: AgeBand, screened: Screened, rules: FloorRules): Exclude<Place, 'watch'> {
  if (FROM_y[band] < rules.headsetFrom_y) return 'desktop';
  return SCREENING.some((word) => screened[word]) ? 'desktop' : 'headset';
}

/** @returns numbers for the sentence that says how a waiting time was computed */
export function working(estimate: Estimate): { key: 'measured' | 'planned' | 'none'; fill: Record<string, number> } {
  const { waiting, stations, cycle_min, measured } = estimate;
  if (stations === 0) return { key: 'none', fill: { waiting } };
  return {
    key: measured > 0 ? 'measured' : 'planned',
    fill: { waiting, stations, minutes: cycle_min, turns: measured },
  };
}

/** @returns 1:05 for 65 */
export function clock(elapsed_s: number): string {
  const all_s = Math.max(0, Math.floor(elapsed_s));
  return `${Math.floor(all_s / 60)}:${String(all_s % 60).padStart(2, '0')}`;
}

/** @returns whole minutes somebody has been in this state, by the server's clock */
export function minutesSince(since_ms: number, server_ms: number): number {
  return Math.max(0, Math.floor((server_ms - since_ms) / 60_000));
}
