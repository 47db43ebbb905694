/** A simulated afternoon: every visitor ends in one state, nothing acknowledged is lost, nobody reaches anybody else. */
import { playAfternoon } from '../afternoon/play.ts';

const VISITORS = 40;

export async function run(args: string[]): Promise<string> {
  const given = Number(args[args.indexOf('--seed') + 1]);
  const seed = args.includes('--seed') && Number.isInteger(given) ? given : Date.now() % 1_000_000;
  console.log(
    `${VISITORS} visitors, 4 stations, 2 tablets, 12 watching phones, a wall; 4 % of requests and of answers lost, the server killed twice, a station dead in mid-run (--seed ${seed})`,
  );
  const verdict = await playAfternoon({ visitors: VISITORS, seed });
  const { staff_p99_ms, station_p99_ms, exchanges, kills, observed, faults, lost, leaks } = verdict;
  console.log(`  plugs pulled ${kills}, technical faults ${faults}, watchers' rows ${observed}`);
  console.log(`  answered exchanges ${exchanges}`);
  console.log(`  p99 of what staff do     ${staff_p99_ms.toFixed(1)} ms`);
  console.log(`  p99 of what stations say ${station_p99_ms.toFixed(1)} ms`);
  for (const one of [...lost, ...leaks].slice(0, 20)) console.log(`  ${one}`);
  if (verdict.visitors !== VISITORS || verdict.endings !== VISITORS || lost.length > 0 || leaks.length > 0)
    process.exitCode = 1;
  return `visitors ${verdict.visitors}, endings ${verdict.endings}, lost ${lost.length}, leaks ${leaks.length}`;
}
