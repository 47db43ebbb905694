/** What a comparer of one kind of reference table is: it reads the file's own columns, computes with the sim, and judges. */
import type { Table } from './table.ts';

export interface Verdict {
  /** rows (or points) compared */
  cases: number;
  /** e.g. "bias 1.02, sigma 0.08" or "worst 0.4 %" */
  measured: string;
  /** what is accepted, in the words of the table's own tolerance */
  accepted: string;
  ok: boolean;
  /** rows that fell short, one short line each */
  short: string[];
  /** what is in the file and has no model: told, and fails nothing */
  unmodelled?: string[];
  /** points no model of this kind can meet, each with the reason: told, and fail nothing */
  limits?: string[];
}

export interface Comparer {
  /** file names this one answers for */
  files: RegExp;
  compare(table: Table): Verdict;
}
