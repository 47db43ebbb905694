/** Gathers the checks of one fire table into its verdict, with CFAST's own validation figures beside ours. */
import type { Verdict } from './comparer.ts';
import { biasAndSigma } from './table.ts';

/** CFAST's bias and sigma by quantity: firemodels/cfast validation scatterplots, as fire_model_uncertainty_cfast.csv. */
export const CFAST = {
  layerTemperatureOpen: 'CFAST 1.02/0.35',
  layerTemperatureShut: 'CFAST 0.97/0.15',
  layerDepthOpen: 'CFAST depth 0.95/0.19',
  layerDepthShut: 'CFAST depth 1.45/0.25',
  oxygen: 'CFAST 0.96/0.30',
  plume: 'CFAST 1.08/0.22',
  alarm: 'CFAST 1.10/0.34',
} as const;

export interface Check {
  what: string;
  found: string;
  accepted: string;
  ok: boolean;
  peer?: string;
}

/** Collects checks, cases that fall short, and limits any two-layer model has, which are told and fail nothing. */
export class Tally {
  readonly checks: Check[] = [];
  readonly short: string[] = [];
  readonly limits: string[] = [];
  cases = 0;

  /** Model over measured, by bias and sigma. */
  spread(what: string, ratios: readonly number[], low: number, high: number, sigma: number, peer?: string): void {
    this.cases += ratios.length;
    const found = biasAndSigma(ratios);
    const ok = ratios.length > 0 && found.bias >= low && found.bias <= high && found.sigma <= sigma;
    const most = Number.isFinite(sigma) ? `, sigma <= ${sigma}` : '';
    this.add({
      what,
      found: `bias ${found.bias.toFixed(2)} sigma ${found.sigma.toFixed(3)}`,
      accepted: `bias ${low}..${high}${most}`,
      ok,
      ...(peer ? { peer } : {}),
    });
  }

  /** Single points; `limit` says why a point that misses is beyond any two-layer model. */
  points(what: string, unit: '%' | 'm' | 's', accepted: number, list: readonly Point[], peer?: string): void {
    this.cases += list.length;
    const show = (x: number) =>
      unit === '%' ? `${(100 * x).toFixed(accepted < 0.02 ? 2 : 0)} %` : `${x.toFixed(2)} ${unit}`;
    const judged = list.filter((one) => !one.limit || Math.abs(one.error) <= accepted);
    for (const one of list) {
      if (Math.abs(one.error) <= accepted) continue;
      const line = `${what} ${one.where}: off by ${show(one.error)}`;
      if (one.limit) this.limits.push(`${line} (${one.limit})`);
      else this.short.push(line);
    }
    const worst = judged.reduce((most, one) => Math.max(most, Math.abs(one.error)), 0);
    this.add({
      what,
      found: judged.length > 0 ? `worst ${show(worst)}` : 'no point within what a two-layer model can tell',
      accepted: `+-${show(accepted)}`,
      ok: worst <= accepted,
      ...(peer ? { peer } : {}),
    });
  }

  add(check: Check): void {
    this.checks.push(check);
    if (!check.ok && this.short.every((line) => !line.startsWith(check.what)))
      this.short.push(`${check.what}: ${check.found}`);
  }

  verdict(): Verdict {
    return {
      cases: this.cases,
      measured: this.checks.map((c) => `${c.what} ${c.found}${c.peer ? ` [${c.peer}]` : ''}`).join('; '),
      accepted: this.checks.map((c) => `${c.what} ${c.accepted}`).join('; '),
      ok: this.cases > 0 && this.checks.every((c) => c.ok),
      short: this.short,
      ...(this.limits.length > 0 ? { limits: this.limits } : {}),
    };
  }
}

export interface Point {
  where: string;
  /** relative for %, else absolute in the unit */
  error: number;
  limit?: string;
}
