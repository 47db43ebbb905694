/** The duty phone from memory: whether what was dialled is it, and three made-up numbers to know it among. */

export function digitsOf(number: string): string {
  return number.replace(/\D/g, '');
}

/** Only yes or no leaves the page; what was dialled does not. */
export function isDutyPhone(dialled: string, dutyPhone: string): boolean {
  return digitsOf(dialled) === digitsOf(dutyPhone);
}

/** @returns the digits written as the number is, with its blanks and hyphens */
function writtenAs(number: string, digits: string): string {
  let at = 0;
  return number.replace(/\d/g, () => digits[at++] ?? '');
}

/** How one digit is changed, last digits first: never by 0 or 10, so no result is the number itself. */
const SHIFTS = [3, 7, 4, 6, 1, 9, 2, 8, 5];

/** @returns three numbers of the same look, each other in one or two digits, made from the number alone */
export function decoysOf(dutyPhone: string): string[] {
  const digits = digitsOf(dutyPhone);
  const found = new Set<string>();
  for (const [i, shift] of SHIFTS.entries()) {
    // the area code at the front stays: it would give the false ones away
    const place = digits.length - 1 - (i % Math.min(3, digits.length));
    const changed = [...digits].map((digit, at) => (at === place ? String((Number(digit) + shift) % 10) : digit));
    found.add(writtenAs(dutyPhone, changed.join('')));
    if (found.size === 3) break;
  }
  return [...found];
}

/** @returns the number and its decoys; the ticket moves the right one, so that neighbours cannot tell each other its place */
export function fourNumbers(dutyPhone: string, ticket: string): string[] {
  const decoys = decoysOf(dutyPhone);
  const place = [...digitsOf(dutyPhone + ticket)].reduce((sum, digit) => sum + Number(digit), 0) % (decoys.length + 1);
  return [...decoys.slice(0, place), dutyPhone, ...decoys.slice(place)];
}
