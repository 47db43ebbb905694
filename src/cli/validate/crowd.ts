/** Compares the crowd with measured flows through doors, and with how fast people walk alone, downstairs and in a stream. */
import type { Comparer, Verdict } from './comparer.ts';
import { doorFlow_1pms, passage_mps, walk_mps } from './crowd-lab.ts';
import { absolute, holds, judge, relative, short, verdict } from './judge.ts';
import { biasAndSigma, numberIn, type Table } from './table.ts';

/** As many as fill the hall behind the door; walkers of so many seeds make a mean. */
const WAITING_count = 49;
const WALKERS_count = 12;
const SEEDS = [1, 2];

/** What has been measured once in this process: the model does not change while it runs. */
const known = new Map<number, number>();

function meanFlow_1pms(width_m: number): number {
  return SEEDS.reduce((sum, seed) => sum + doorFlow_1pms(width_m, WAITING_count, seed), 0) / SEEDS.length;
}

function doors(table: Table): Verdict {
  const j = judge();
  const ratios: number[] = [];
  for (const row of table.rows) {
    const width_m = numberIn(table, row, 'width_m');
    const wanted = numberIn(table, row, 'specific_flow_1pms');
    const flow = known.get(width_m) ?? meanFlow_1pms(width_m);
    known.set(width_m, flow);
    const where = `${row.kind} ${width_m} m`;
    if (row.kind === 'least') {
      holds(j, where, flow >= wanted, `computed ${short(flow)}, at least ${short(wanted)}`);
      continue;
    }
    ratios.push(flow / wanted);
    relative(j, where, flow, wanted, numberIn(table, row, 'accept_frac'));
  }
  const { bias, sigma } = biasAndSigma(ratios);
  const measured = ratios.length > 0 ? `bias ${bias.toFixed(2)}, sigma ${sigma.toFixed(2)}` : undefined;
  return verdict(j, '25 % a width, and more than the design value', measured);
}

/** The level walk is asked for twice. */
function walker() {
  let level_mps = 0;
  return {
    level: () => {
      level_mps ||= walk_mps(0, WALKERS_count);
      return level_mps;
    },
  };
}

/** A stair of the houses: 1.8 m down over 3 m. */
const FLIGHT_m = 1.8;

function walking(table: Table): Verdict {
  const j = judge();
  const one = walker();
  let pushing = 0;
  for (const row of table.rows) {
    const wanted = numberIn(table, row, 'value');
    const accept = numberIn(table, row, 'accept');
    let value: number;
    if (row.quantity === 'free') value = one.level();
    else if (row.quantity === 'stairs-down') value = walk_mps(FLIGHT_m, WALKERS_count) / one.level();
    else if (row.quantity === 'passage') value = passage_mps(numberIn(table, row, 'density_1pm2'), 1.34, true);
    else {
      j.unmodelled.push(String(row.quantity));
      continue;
    }
    if (row.quantity === 'passage' && numberIn(table, row, 'density_1pm2') === 2) pushing = passage_mps(2, 1.34, false);
    absolute(
      j,
      `${row.quantity} ${row.density_1pm2 ?? ''}`,
      Math.abs(value - wanted),
      accept,
      `computed ${short(value)}, table ${short(wanted)}`,
    );
  }
  const made = verdict(j, 'as each row says', `worst ${short(Math.max(0, ...j.errors))}`);
  if (pushing > 0)
    made.limits = [
      `people who push: ${short(pushing)} m/s at 2 1/m2, since the forces of 2000 slow nobody before they touch (Seyfried, Steffen & Lippert 2006); a queue keeps a time gap besides`,
    ];
  return made;
}

export const CROWD: Comparer[] = [
  { files: /^crowd_door_flow/, compare: doors },
  { files: /^crowd_walking/, compare: walking },
];
