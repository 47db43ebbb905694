/** Breaks text into lines: Latin between words, Chinese between characters, never a comma at the start of a line. */

/** How wide a text is, in the unit of its size. */
export type Measure = (text: string, size_dmm: number, bold: boolean) => number;

/** May not begin a line. */
const NOT_FIRST = /[、。，．！？；：）》」』】〉”’…—%℃°,.!?;:)\]}·]/;
/** May not end one. */
const NOT_LAST = /[（《「『【〈“‘([{￥¥#]/;

/** The smallest pieces that stay together: a word with the blank after it, or one Chinese character. */
export function pieces(text: string): string[] {
  const found = text.match(/[A-Za-z0-9À-\u017f'’_./:+@#&-]+\s*|\s+|[^\sA-Za-z0-9]/gu) ?? [];
  const joined: string[] = [];
  for (const piece of found) {
    const last = joined[joined.length - 1];
    const sticks = last !== undefined && (NOT_FIRST.test(piece[0]!) || NOT_LAST.test(last[last.length - 1]!));
    if (sticks) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

/** @returns lines no wider than `width_dmm`; a single piece too wide for any line is broken by characters. */
export function wrap(text: string, width_dmm: number, size_dmm: number, bold: boolean, measure: Measure): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of pieces(paragraph)) {
      if (measure((line + piece).trimEnd(), size_dmm, bold) <= width_dmm) {
        line += piece;
        continue;
      }
      if (line) lines.push(line.trimEnd());
      line = '';
      for (const character of piece) {
        if (line && measure(line + character, size_dmm, bold) > width_dmm) {
          lines.push(line);
          line = '';
        }
        line += character;
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
}
