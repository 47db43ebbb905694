/** Sheets that Excel opens in Chinese: UTF-8 with BOM, CRLF, quoted by RFC 4180, and no text that a sheet would run. */

/** Without it a Chinese Excel reads UTF-8 as GBK. */
const BOM = '\uFEFF';
/** what starts a formula in a sheet, also as the full-width signs of Chinese keyboards (ASVS 1.2.10) */
const RISKY = /^[\s]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

export type Cell = string | number | null;

/** null is an empty cell: a missing value is never a zero. A number stays a number, also a negative one. */
export function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const clean = value.replaceAll('\0', '');
  const guarded = RISKY.test(clean) ? `'${clean}` : clean;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** @returns the whole file; every line has as many cells as the longest, as RFC 4180 asks. */
export function sheet(lines: Cell[][]): string {
  const width = Math.max(...lines.map((line) => line.length));
  const padded = lines.map((line) => [...line, ...Array<null>(width - line.length).fill(null)]);
  return BOM + padded.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** @returns header value for a download under a name that may be Chinese (RFC 6266) */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w.-]+/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
