/** Reads a reference table: CSV with # comment lines and one header row, or JSON. Values come from its own columns. */

export interface Table {
  name: string;
  /** comment lines without the # */
  notes: string[];
  columns: string[];
  /** one record a row, by column name */
  rows: Record<string, string>[];
  /** parsed content of a .json file, null for CSV */
  json: unknown;
}

/** Splits one CSV line; a field may stand in double quotes, a doubled quote inside it is a quote. */
export function splitLine(line: string): string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i]!;
    if (quoted && c === '"' && line[i + 1] === '"') {
      field += '"';
      i++;
    } else if (c === '"') quoted = !quoted;
    else if (c === ',' && !quoted) {
      fields.push(field.trim());
      field = '';
    } else field += c;
  }
  fields.push(field.trim());
  return fields;
}

/** @throws an Error in one line when the text is not a table. */
export function readTable(name: string, text: string): Table {
  if (name.endsWith('.json')) {
    try {
      return { name, notes: [], columns: [], rows: [], json: JSON.parse(text) };
    } catch {
      throw new Error(`${name} is not JSON.`);
    }
  }
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const notes = lines.filter((line) => line.startsWith('#')).map((line) => line.slice(1).trim());
  const data = lines.filter((line) => !line.startsWith('#'));
  const columns = splitLine(data[0] ?? '');
  if (columns.length < 2) throw new Error(`${name} has no header row of columns.`);
  const rows = data.slice(1).map((line) => {
    const fields = splitLine(line);
    return Object.fromEntries(columns.map((column, i) => [column, fields[i] ?? '']));
  });
  return { name, notes, columns, rows, json: null };
}

/** Number in a column. @throws an Error naming file, row and column when it is none. */
export function numberIn(table: Table, row: Record<string, string>, column: string): number {
  const text = row[column];
  if (text === undefined) throw new Error(`${table.name} has no column "${column}".`);
  const value = Number(text);
  if (text === '' || !Number.isFinite(value))
    throw new Error(
      `${table.name}, row ${table.rows.indexOf(row) + 1}: "${text}" in column "${column}" is not a number.`,
    );
  return value;
}

/** Number in a column that may be empty. */
export function numberOrNull(row: Record<string, string>, column: string): number | null {
  const text = row[column] ?? '';
  return text === '' || !Number.isFinite(Number(text)) ? null : Number(text);
}

/** Bias and scatter of model over measured, by logarithms: bias = exp(mean ln), sigma = standard deviation of ln. */
export function biasAndSigma(ratios: readonly number[]): { bias: number; sigma: number } {
  const logs = ratios.filter((ratio) => ratio > 0).map(Math.log);
  if (logs.length === 0) return { bias: Number.NaN, sigma: Number.NaN };
  const mean = logs.reduce((a, b) => a + b, 0) / logs.length;
  const sigma = logs.length < 2 ? 0 : Math.sqrt(logs.reduce((a, b) => a + (b - mean) ** 2, 0) / (logs.length - 1));
  return { bias: Math.exp(mean), sigma };
}
