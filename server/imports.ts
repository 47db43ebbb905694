/** Lists of groups from a spreadsheet: read, judged row by row, and booked only when somebody has seen the judgement. */
import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { AUDIENCES, type Audience } from '../src/wire/floor.ts';
import { BookingFields, type ImportPreview, type ImportRow, MAX_IMPORT_ROWS } from '../src/wire/openings.ts';
import { newToken } from './ids.ts';
import { Refusal } from './refusal.ts';
import { listNames } from './words.ts';

const KEPT_ms = 15 * 60_000;
/** What a spreadsheet would run, full-width signs of Chinese keyboards too (exports/csv.ts guards the way out). */
const FORMULA = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
/** Signs of Chinese keyboards that stand for , and : */
const FULL_COMMA = String.fromCodePoint(0xff0c);
const FULL_COLON = String.fromCodePoint(0xff1a);
/** Of a cell so much is shown. [D] */
const CELL_length = 200;

interface Kept {
  staff: string;
  opening: string;
  fields: BookingFields[];
  until_ms: number;
  /** being booked, or booked: a second asking is answered with the same */
  doing: Promise<{ bookings: number; people: number }> | null;
}

export interface Imports {
  preview: (staff: string, opening: string, name: string, bytes: Buffer) => Promise<ImportPreview>;
  /** @throws wrong-code when the preview is unknown, somebody else's, another opening's or too old */
  take: (staff: string, opening: string, token: string) => Kept;
}

interface Table {
  kind: 'csv' | 'xlsx';
  encoding: string;
  rows: string[][];
}

/** Strict: what is no UTF-8 is taken for GB18030, which GBK and GB2312 are part of. */
function decode(bytes: Buffer): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    try {
      return { text: new TextDecoder('gb18030', { fatal: true }).decode(bytes), encoding: 'GB18030' };
    } catch {
      throw new Refusal('bad-file');
    }
  }
}

function readCsv(bytes: Buffer): Table {
  const { text, encoding } = decode(bytes);
  if (text.includes('\0')) throw new Refusal('bad-file');
  const line = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'));
  const signs = [',', ';', '\t', FULL_COMMA];
  const delimiter = signs.toSorted((a, b) => line.split(b).length - line.split(a).length)[0]!;
  try {
    const rows = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to: MAX_IMPORT_ROWS + 2,
    });
    return { kind: 'csv', encoding, rows: rows as string[][] };
  } catch {
    throw new Refusal('bad-file');
  }
}

async function readSheet(bytes: Buffer): Promise<Table> {
  try {
    const sheets = (await readXlsx(bytes)) as unknown as { data?: unknown[][] }[] | unknown[][];
    const first = sheets[0];
    const data = (Array.isArray(first) ? sheets : (first?.data ?? [])) as unknown[][];
    const rows = data
      .slice(0, MAX_IMPORT_ROWS + 2)
      .map((row) =>
        row.map((cell) =>
          cell === null || cell === undefined ? '' : cell instanceof Date ? clockOf(cell) : String(cell).trim(),
        ),
      );
    return { kind: 'xlsx', encoding: 'XLSX', rows: rows.filter((row) => row.some((cell) => cell !== '')) };
  } catch {
    throw new Refusal('bad-file');
  }
}

function clockOf(date: Date): string {
  return date.toISOString().slice(11, 16);
}

type Column = 'name' | 'count' | 'audience' | 'at';

/** @returns which column is which, by its title in Chinese or English; @throws bad-file when there is no name or count */
function columnsOf(titles: string[]): Map<Column, number> {
  const found = new Map<Column, number>();
  const plain = titles.map((title) => title.toLowerCase().replace(/[\s\ufeff()\uff08\uff09]/g, ''));
  for (const column of ['name', 'count', 'audience', 'at'] as const) {
    const at = plain.findIndex((title) => listNames(column).includes(title));
    if (at >= 0) found.set(column, at);
  }
  if (!found.has('name') || !found.has('count')) throw new Refusal('bad-file');
  return found;
}

function audienceOf(cell: string): Audience | null {
  const plain = cell.toLowerCase();
  return AUDIENCES.find((word) => word === plain || listNames(word).some((name) => plain.includes(name))) ?? null;
}

function judgeRow(cells: string[], row: number, columns: Map<Column, number>, standard: Audience): ImportRow {
  const cell = (column: Column) => cells[columns.get(column) ?? -1] ?? '';
  const shown = cells.map((one) => one.slice(0, CELL_length));
  const bad = (column: Column, what: string): ImportRow => ({
    row,
    fields: null,
    fault: { column, what },
    cells: shown,
  });
  const name = cell('name');
  if (name === '') return bad('name', 'missing');
  if (FORMULA.test(name)) return bad('name', 'formula');
  if (name.length > 60) return bad('name', 'too-long');
  // "25 people" is 25; "three" is nothing to count with
  const digits = /^(\d+)\s*\D{0,8}$/.exec(cell('count'))?.[1];
  const count = Number(digits ?? Number.NaN);
  if (cell('count') === '') return bad('count', 'missing');
  if (!Number.isInteger(count)) return bad('count', 'not-a-number');
  if (count < 1 || count > 200) return bad('count', 'out-of-range');
  const audience = cell('audience') === '' ? standard : audienceOf(cell('audience'));
  if (!audience) return bad('audience', 'unknown');
  const at = cell('at').replace(FULL_COLON, ':').padStart(5, '0');
  if (cell('at') !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) return bad('at', 'not-a-time');
  const read = BookingFields.safeParse({ name, count, audience, at: cell('at') === '' ? null : at });
  if (!read.success) return bad('name', 'unknown');
  return { row, fields: read.data, fault: null, cells: shown };
}

export function openImports(now_ms: () => number = Date.now): Imports {
  const kept = new Map<string, Kept>();
  return {
    async preview(staff, opening, name, bytes) {
      for (const [token, one] of kept) if (one.until_ms < now_ms()) kept.delete(token);
      const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
      const table = zipped || /\.xlsx$/i.test(name) ? await readSheet(bytes) : readCsv(bytes);
      const [titles, ...rows] = table.rows;
      if (!titles || rows.length === 0) throw new Refusal('bad-file');
      const columns = columnsOf(titles);
      if (rows.length > MAX_IMPORT_ROWS)
        throw new Refusal('too-large', { sentence: `A list has at most ${MAX_IMPORT_ROWS} rows: cut it in two.` });
      const judged = rows.map((cells, k) => judgeRow(cells, k + 2, columns, 'mixed'));
      const fields = judged.flatMap((row) => (row.fields ? [row.fields] : []));
      const token = newToken();
      kept.set(token, { staff, opening, fields, until_ms: now_ms() + KEPT_ms, doing: null });
      return {
        token,
        kind: table.kind,
        encoding: table.encoding,
        columns: titles.map((title) => title.slice(0, CELL_length)),
        rows: judged,
        good: fields.length,
        bad: judged.length - fields.length,
        people: fields.reduce((sum, one) => sum + one.count, 0),
      };
    },
    take(staff, opening, token) {
      const one = kept.get(token);
      if (!one || one.staff !== staff || one.opening !== opening || one.until_ms < now_ms())
        throw new Refusal('wrong-code');
      return one;
    },
  };
}
