/** Robots: plans with the errors that people make, drawn by chance, four kinds of people. */
import { dice } from '../../drill/double.ts';
import type { Pack } from '../../script/contents.ts';
import { type Plan, readStep } from '../../script/plan.ts';
import type { Robot } from './robot-kinds.ts';
import { escapeSteps } from './robots-escape.ts';

/**
 * How often each kind does what. Untrained people pull the pin and squeeze in 98 of 100 and aim at the base and sweep
 * in 74 (BullEx, n=276); after a few minutes' training 100 and 96. Where nobody has counted, the rates are ours. [D]
 */
interface Habits {
  shouts: number;
  looks: number;
  cutsPower: number;
  rightTool: number;
  /** water on oil, water or hands on live */
  fatal: number;
  gauge: number;
  pinFirst: number;
  pullsPin: number;
  aimsAndSweeps: number;
  goodDistance: number;
  watches: number;
  calls: number;
  knowsDuty: number;
  reports: number;
  /** goes at once instead of fighting */
  leavesAtOnce: number;
  /** goes when it is not out or a gate is shut */
  leavesInTime: number;
  shutsDoor: number;
  inspectsRight: number;
  delay_s: [number, number];
  aim_m: [number, number];
}

const HABITS: Record<'expert' | 'novice' | 'panicked', Habits> = {
  expert: {
    shouts: 0.98,
    looks: 0.95,
    cutsPower: 0.97,
    rightTool: 0.98,
    fatal: 0.005,
    gauge: 0.93,
    pinFirst: 0.99,
    pullsPin: 1,
    aimsAndSweeps: 0.96,
    goodDistance: 0.96,
    watches: 0.95,
    calls: 0.97,
    knowsDuty: 0.85,
    reports: 0.9,
    leavesAtOnce: 0.05,
    leavesInTime: 0.98,
    shutsDoor: 0.97,
    inspectsRight: 0.95,
    delay_s: [0.2, 0.8],
    aim_m: [0.02, 0.08],
  },
  novice: {
    shouts: 0.55,
    looks: 0.35,
    cutsPower: 0.4,
    rightTool: 0.65,
    fatal: 0.12,
    gauge: 0.2,
    pinFirst: 0.85,
    pullsPin: 0.98,
    aimsAndSweeps: 0.74,
    goodDistance: 0.5,
    watches: 0.35,
    calls: 0.6,
    knowsDuty: 0.2,
    reports: 0.1,
    leavesAtOnce: 0.12,
    leavesInTime: 0.55,
    shutsDoor: 0.45,
    inspectsRight: 0.5,
    delay_s: [0.6, 2.2],
    aim_m: [0.08, 0.3],
  },
  panicked: {
    shouts: 0.6,
    looks: 0.1,
    cutsPower: 0.12,
    rightTool: 0.4,
    fatal: 0.3,
    gauge: 0.03,
    pinFirst: 0.5,
    pullsPin: 0.95,
    aimsAndSweeps: 0.3,
    goodDistance: 0.3,
    watches: 0.08,
    calls: 0.3,
    knowsDuty: 0.1,
    reports: 0.02,
    leavesAtOnce: 0.35,
    leavesInTime: 0.35,
    shutsDoor: 0.15,
    inspectsRight: 0.3,
    delay_s: [0.3, 3],
    aim_m: [0.2, 0.6],
  },
};

interface Drawn {
  habits: Habits;
  does(chance: keyof Habits): boolean;
  pick<T>(items: readonly T[]): T;
}

/** @returns a plan for one robot; the same seed gives the same robot. */
export function robotPlan(pack: Pack, robot: Robot, seed: number): Plan {
  const name = `${robot}-${seed}`;
  if (robot === 'idle') return { run: name, seed, steps: [readStep('wait 1')] };
  const chance = dice(seed * 7919 + robot.length);
  if (pack.scenario === 'fire-escape') return { run: name, seed, ...escapeSteps(pack, robot, chance) };
  const habits = HABITS[robot];
  const drawn: Drawn = {
    habits,
    does: (habit) => chance() < (habits[habit] as number),
    pick: (items) => items[Math.floor(chance() * items.length)]!,
  };
  const between = ([low, high]: [number, number]) => low + (high - low) * chance();
  const delay_s = between(habits.delay_s);
  const aim_error_m = between(habits.aim_m);
  const lines = pack.variant === 'kitchen-wok' ? kitchen(drawn) : solid(drawn, pack);
  return { run: name, seed, delay_s, aim_error_m, steps: lines.map(readStep) };
}

type Lines = unknown[];

function away(drawn: Drawn): Lines {
  return [drawn.does('shutsDoor') ? 'leave' : { leave: { shut: false } }, ...calling(drawn)];
}

function calling(drawn: Drawn): Lines {
  if (!drawn.does('calls')) return [];
  return ['dial 119', 'tell all', drawn.does('knowsDuty') ? 'dial duty' : 'dial 12345678'];
}

function noticing(drawn: Drawn, fire: string, person: string): Lines {
  const lines: Lines = [{ 'wait until': { until: { fact: 'ignited', thing: fire }, at_most_s: 200 } }];
  if (drawn.does('shouts')) lines.push('say fire');
  for (const gate of [person, 'door', 'ceiling', fire]) if (drawn.does('looks')) lines.push(`look at ${gate}`);
  return lines;
}

function kitchen(drawn: Drawn): Lines {
  const lines = noticing(drawn, 'wok', 'grandma');
  if (drawn.does('leavesAtOnce')) return [...lines, ...away(drawn)];
  if (drawn.does('fatal')) return [...lines, ...drawn.pick<Lines>([['take basin', 'throw at wok'], ['press hood']])];
  if (drawn.does('cutsPower')) lines.push('turn knob off');
  if (drawn.does('rightTool'))
    lines.push(...drawn.pick<Lines>([['take lid'], ['take lid'], ['take blanket']]), 'slide onto wok');
  else lines.push(...wrongTool(drawn));
  if (drawn.does('fatal')) lines.push('wait 8', ...drawn.pick<Lines>([['take lid'], ['press hood']]));
  if (drawn.does('watches')) lines.push('look at wok', { 'wait until': { until: { fact: 'watched' }, at_most_s: 40 } });
  return [...lines, ...afterwards(drawn, 'wok')];
}

function wrongTool(drawn: Drawn): Lines {
  const other = drawn.pick(['flour', 'powder', 'small-lid']);
  if (other === 'flour') return ['take flour', 'throw at wok', 'let go', 'take lid', 'slide onto wok'];
  if (other === 'small-lid')
    return ['take small-lid', 'slide onto wok', 'wait 5', 'take small-lid', 'let go', 'take lid', 'slide onto wok'];
  return ['take extinguisher', ...discharge(drawn, 'wok', 'stance', 'table')];
}

function afterwards(drawn: Drawn, fire: string): Lines {
  const lines: Lines = [];
  if (drawn.does('leavesInTime')) {
    lines.push({
      'wait until': {
        until: { any: [{ fact: 'watched' }, { fact: 'gate-shut', with: ['smoke', 'exit', 'fire-size'] }] },
        at_most_s: 45,
      },
    });
    lines.push(...away(drawn));
    return lines;
  }
  return [...lines, `look at ${fire}`, ...calling(drawn)];
}

function discharge(drawn: Drawn, fire: string, good: string, bad: string): Lines {
  const lines: Lines = [`walk to ${drawn.does('goodDistance') ? good : bad}`];
  const pulls = drawn.does('pullsPin');
  if (!drawn.does('pinFirst')) lines.push(`aim at ${fire}`, 'squeeze 2');
  if (pulls) lines.push('pull the pin');
  if (drawn.does('pinFirst')) lines.push('hold the hose');
  const until = { fact: 'out', thing: fire };
  if (drawn.does('aimsAndSweeps'))
    lines.push({ sweep: { thing: fire, for_s: 14, width_m: drawn.pick([0.25, 0.35, 0.5]), until } });
  else lines.push({ 'aim at': { thing: fire, for_s: 14, height: drawn.pick(['top', 'top', 'base']), until } });
  return lines;
}

const FAULTS = [
  'good',
  'low-pressure',
  'good',
  'cracked-hose',
  'expired',
  'good',
  'good',
  'no-pin',
  'corroded',
  'blocked',
];

function inspecting(drawn: Drawn): Lines {
  return FAULTS.map((fault, index) => ({
    tag: {
      thing: `ext-${index + 1}`,
      as: drawn.does('inspectsRight') ? fault : drawn.pick(['good', 'expired', 'corroded']),
      delay_s: 0.3,
    },
  }));
}

function solid(drawn: Drawn, pack: Pack): Lines {
  const shop = pack.variant === 'shop-inspection-carton';
  const fire = shop ? 'carton' : 'basket';
  const live = shop ? 'strip' : 'heater';
  const lines = [...(shop ? inspecting(drawn) : []), ...noticing(drawn, fire, shop ? 'customer' : 'child')];
  if (drawn.does('leavesAtOnce')) return [...lines, ...away(drawn)];
  if (drawn.does('fatal'))
    return [
      ...lines,
      ...drawn.pick<Lines>(shop ? [[`take ${live}`]] : [[`take ${live}`], ['take bucket', 'throw at basket']]),
    ];
  if (drawn.does('cutsPower')) lines.push('press breaker');
  const right = shop ? ['ext-6', 'ext-1'] : ['extinguisher'];
  const wrong = shop ? ['ext-2', 'ext-5', 'ext-4', 'ext-7', 'ext-3'] : ['water-extinguisher'];
  const bottle = drawn.pick(drawn.does('rightTool') ? right : wrong);
  lines.push(`take ${bottle}`);
  if (drawn.does('gauge')) lines.push(`look at ${bottle}.gauge`);
  lines.push(...discharge(drawn, fire, 'stance', drawn.pick(['close', 'by-door'])));
  if (drawn.does('watches'))
    lines.push(`look at ${fire}`, { 'wait until': { until: { fact: 'watched' }, at_most_s: 40 } });
  if (drawn.does('reports')) lines.push(`tag ${bottle} as used`);
  return [...lines, ...afterwards(drawn, fire)];
}
