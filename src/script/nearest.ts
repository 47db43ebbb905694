/** Finds the word a person most likely meant, by edit distance, so that a refusal can name it. */

/** @returns number of single-letter insertions, deletions, replacements and swaps between two words. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(previous[j]! + 1, row[j - 1]! + 1, replace);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}

/** @returns the nearest of `words`, or null when there are none. */
export function nearest(word: string, words: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of words) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** @returns a refusal's middle and end: `unknown fact "pin-puled"; did you mean "pin-pulled"?` */
export function unknown(what: string, word: string, words: Iterable<string>): string {
  const near = nearest(word, words);
  return near === null ? `unknown ${what} "${word}"` : `unknown ${what} "${word}"; did you mean "${near}"?`;
}
