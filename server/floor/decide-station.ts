/** What a station's report and a phone's tap come to: only about the turn that is theirs, only once. Pure. */
import type { TurnEnd } from '../../src/wire/floor.ts';
import { MAX_WATCHERS } from '../../src/wire/floor.ts';
import type { Report } from '../../src/wire/station.ts';
import { codeOfTurn } from '../ids.ts';
import type { Day, DayTurn } from './day.ts';
import { answer, crewOf, mayWatch, Refused } from './decide.ts';
import type { FloorEvent } from './events.ts';

/** Watchers have so long to say what they would do. [D] */
export const QUESTION_ms = 12_000;

/** @returns what a report changes; nothing when its turn is not the station's own or is over */
export function decideReport(day: Day, stationId: string, report: Report, now_ms: number): FloorEvent[] {
  const station = day.stations.get(stationId);
  const turn = station?.turn ? day.turns.get(station.turn) : undefined;
  if (!turn || turn.state === 'over') return [];
  if (report.turn !== turn.id) return lostRun(turn, report);
  const events: FloorEvent[] = [];
  const going = report.phase === 'running' || report.phase === 'paused';
  let began = turn.state === 'running' || turn.state === 'paused';
  // nobody begins before somebody stands beside
  if (turn.state === 'ready' && report.run && (going || (report.phase === 'over' && report.end !== 'not-begun'))) {
    events.push({ kind: 'began', turn: turn.id, run: report.run });
    began = true;
  }
  const done = report.done.filter((id) => turn.asks.some((ask) => ask.id === id && !ask.done));
  if (done.length > 0) events.push({ kind: 'ask-done', turn: turn.id, asks: done });
  if (began && going) events.push(...questionOf(turn, report, now_ms));
  // who took over says so by their own ready press; a later swap is another number
  if (turn.pause === 'swap' && report.phase === 'running' && report.resumes === turn.number)
    events.push({ kind: 'paused', turn: turn.id, by: null });
  if (report.phase === 'over' && report.end && turn.state !== 'called')
    events.push({ kind: 'ended', turn: turn.id, end: endOf(report.end, began), trouble: report.trouble });
  return events;
}

/** A turn that never began cannot have been failed or given up. */
function endOf(end: TurnEnd, began: boolean): TurnEnd {
  return began || end === 'technical-fault' ? end : 'not-begun';
}

/** The station has no run any more (its page was lost and opened anew): the machine's fault, not the visitor's. */
function lostRun(turn: DayTurn, report: Report): FloorEvent[] {
  const lost = report.turn === null && report.phase === 'idle';
  if (!lost || (turn.state !== 'running' && turn.state !== 'paused')) return [];
  return [{ kind: 'ended', turn: turn.id, end: 'technical-fault', trouble: 'page-lost' }];
}

function questionOf(turn: DayTurn, report: Report, now_ms: number): FloorEvent[] {
  const { question } = report;
  if (!turn.crew || !question || question.right >= question.options) return [];
  const known = turn.question?.stage === question.stage || turn.asked.some((one) => one.stage === question.stage);
  if (known || crewOf(turn) === 0) return [];
  return [{ kind: 'question', turn: turn.id, question, opened_ms: now_ms, closes_ms: now_ms + QUESTION_ms }];
}

/** @returns the crew turn whose code is on the wall, or null */
export function turnOfCode(day: Day, code: string): DayTurn | null {
  const wanted = code.toUpperCase().replace(/[\s-]/g, '');
  for (const turn of day.turns.values())
    if (turn.crew && turn.state !== 'over' && codeOfTurn(turn.id) === wanted) return turn;
  return null;
}

/** A phone takes a seat. @throws Refused */
export function decideJoin(day: Day, turn: DayTurn, seat: string, number: string | null): FloorEvent[] {
  if (turn.watchers.some((one) => one.seat === seat)) return [];
  if (crewOf(turn) >= MAX_WATCHERS) throw new Refused('crew-full');
  const wanted = number?.trim().toUpperCase() || null;
  const ticket = wanted ? [...day.tickets.values()].find((one) => one.number === wanted) : undefined;
  if (wanted && !ticket) throw new Refused('wrong-ticket');
  if (ticket) mayWatch(day, turn, ticket);
  return [{ kind: 'seated', turn: turn.id, seat, by: 'phone', ticket: ticket?.id ?? null }];
}

/** @returns the turn a seat belongs to, or null */
export function turnOfSeat(day: Day, seat: string): DayTurn | null {
  for (const turn of day.turns.values()) if (turn.watchers.some((one) => one.seat === seat)) return turn;
  return null;
}

/** A phone answers the open question. @throws Refused */
export function decideAnswer(turn: DayTurn, seat: string, stage: string, option: number, now_ms: number): FloorEvent[] {
  if (turn.state === 'over') throw new Refused('changed-meanwhile');
  return answer(turn, seat, stage, option, now_ms);
}

/** The day is over: whoever is still here has left, whatever still runs has been given up. */
export function decideMidnight(day: Day): FloorEvent[] {
  const turns = [...day.turns.values()].filter((turn) => turn.state !== 'over');
  const ended: FloorEvent[] = turns.map((turn) => ({
    kind: 'ended',
    turn: turn.id,
    end: turn.began_ms === null ? 'not-begun' : 'abandoned',
    trouble: null,
  }));
  const open = [...day.tickets.values()].filter((ticket) => !['done', 'no-show', 'left'].includes(ticket.state));
  const left: FloorEvent[] = open.map((ticket) => ({
    kind: 'ticket',
    ticket: ticket.id,
    why: 'midnight',
    // who has had a run is done, who has not has left
    state: ticket.runs > 0 ? 'done' : 'left',
    due_ms: ticket.due_ms,
    was: { state: ticket.state, due_ms: ticket.due_ms, place: ticket.place },
  }));
  return [...ended, ...left];
}
