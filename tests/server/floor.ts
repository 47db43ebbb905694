/** What the tests of the floor do with a hall: staff's acts, stations paired and reporting, a run begun. */
import { expect } from 'vitest';
import type { Command, Floor } from '../../src/wire/floor.ts';
import type { Report } from '../../src/wire/station.ts';
import { type Browser, type Hall, openBrowser } from './hall.ts';

export const uuid = () => crypto.randomUUID();

export const WALK_IN = {
  do: 'check-in',
  audience: 'resident',
  ageBand: '18-59',
  place: 'headset',
  consent: false,
  card: null,
  booking: null,
  count: 1,
} as const;
export const KITCHEN = { variant: 'firefighting/kitchen-wok', mode: 'assess', crew: false } as const;

interface StationBrowser {
  id: string;
  browser: Browser;
  report: (change: Partial<Report>) => Promise<number>;
}

/** @param at as hallEach gives it */
export function onFloor(at: { hall: Hall; staff: Browser }) {
  async function act(command: Command, browser = at.staff, id = uuid()) {
    return browser.ask('POST', '/api/floor', { id, command });
  }

  async function floorNow(browser = at.staff): Promise<Floor> {
    return (await browser.ask('GET', '/api/floor')).body as Floor;
  }

  async function pair(name: string, kind: 'headset' | 'desktop' | 'wall' = 'headset'): Promise<StationBrowser> {
    const { code } = (await at.staff.ask('POST', '/api/stations/codes', { name, kind })).body;
    const browser = openBrowser(at.hall.app);
    const reply = await browser.ask('POST', '/api/stations', { code });
    expect(reply.status).toBe(200);
    const boot = uuid();
    let seq = 0;
    return {
      id: reply.body.id as string,
      browser,
      report: async (change) => {
        seq += 1;
        const idle = { phase: 'idle', turn: null, run: null, stage: null, elapsed_s: 0, controllers: 'two' } as const;
        const rest = { attended: true, score: null, end: null, trouble: null, done: [], question: null };
        return (await browser.ask('POST', '/api/station/report', { boot, seq, ...idle, ...rest, ...change })).status;
      },
    };
  }

  /** Check-in, call, beside, began. @returns ids of turn, run and ticket */
  async function begun(station: StationBrowser, crew = false) {
    const [ticket] = (await act(WALK_IN)).body.tickets;
    const called = await act({ do: 'call', station: station.id, ticket: null, ...KITCHEN, crew });
    expect(called.status).toBe(200);
    const turn = called.body.turn.id as string;
    expect((await act({ do: 'beside', turn })).status).toBe(200);
    const run = uuid();
    await station.report({ turn, phase: 'running', run, stage: 'alarm', elapsed_s: 1 });
    return { turn, run, ticket: ticket.id as string, number: ticket.number as string };
  }

  return { act, floorNow, pair, begun };
}
