/** Keeps the probe told of what the page knows and a drill does not. */
import type { PauseReason } from '../contract.ts';
import type { Probe } from '../probe.ts';
import type { Run, RunOptions, Saved } from './useRun.ts';

export interface PageNews {
  run: Run;
  options: RunOptions;
  ready: boolean;
  running: boolean;
  pause: PauseReason | null;
  progress_frac: number;
  trouble: string | null;
  saved: Saved;
}

export function tellProbe(probe: Probe | null, news: PageNews): void {
  if (!probe) return;
  const { told } = probe;
  told.drill = news.run.drill;
  told.trainee = news.run.trainee;
  told.hall = news.options.hall;
  told.id = news.run.id;
  told.ready = news.ready;
  told.running = news.running;
  told.pause = news.pause;
  told.progress_frac = news.progress_frac;
  told.trouble = news.trouble;
  told.saved = news.saved;
}
