/** Which day of the hall's calendar a run belongs to, when the clocks of headsets cannot be trusted. */

/** China has one zone and no summer time: UTC+8 all year. */
const SHANGHAI_ms = 8 * 3600_000;
/** smaller differences of the clocks are the network's doing [D] */
const CLOCK_GOOD_ms = 60_000;
/** before this no Drillhall existed: a device that says so has lost its clock [D] */
const FIRST_POSSIBLE_ms = Date.UTC(2026, 0, 1);

/** @returns 2026-11-23 in Asia/Shanghai */
export function localDate(at_ms: number): string {
  return new Date(at_ms + SHANGHAI_ms).toISOString().slice(0, 10);
}
/** @returns 2026-11-23 18:04:09 in Asia/Shanghai */
export function localTime(at_ms: number): string {
  return new Date(at_ms + SHANGHAI_ms).toISOString().slice(0, 19).replace('T', ' ');
}

export interface Dated {
  began_ms: number;
  dated_by: 'device' | 'corrected' | 'received';
  clock_offset_ms: number | null;
}

/**
 * @param started_ms the device's word for when the run began
 * @param sent_ms the device's clock when it sent the upload, if it said
 * @param received_ms the server's clock
 * @returns the device's time where its clock agrees; shifted by its error where it does not; the time of arrival where
 * even that cannot be (before the first Drillhall, or in the future)
 */
export function dateRun(started_ms: number, sent_ms: number | undefined, received_ms: number): Dated {
  const clock_offset_ms = sent_ms === undefined ? null : received_ms - sent_ms;
  const shift = clock_offset_ms !== null && Math.abs(clock_offset_ms) > CLOCK_GOOD_ms ? clock_offset_ms : 0;
  const began_ms = started_ms + shift;
  if (began_ms < FIRST_POSSIBLE_ms || began_ms > received_ms + CLOCK_GOOD_ms)
    return { began_ms: received_ms, dated_by: 'received', clock_offset_ms };
  return { began_ms, dated_by: shift === 0 ? 'device' : 'corrected', clock_offset_ms };
}
