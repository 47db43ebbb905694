/** The book of one step's flows: what leaves which layer for which, before it is carried out. */

/** Layers are numbered 2 x room for the lower and 2 x room + 1 for the upper one; the open air is -1. */
export interface Book {
  count: number;
  from: Int32Array;
  to: Int32Array;
  flow_kgps: Float64Array;
}

export function createBook(): Book {
  return { count: 0, from: new Int32Array(256), to: new Int32Array(256), flow_kgps: new Float64Array(256) };
}

/** Adds one flow. */
export function note(book: Book, from: number, to: number, flow_kgps: number): void {
  if (!(flow_kgps > 0) || from === to) return;
  if (book.count === book.from.length) grow(book);
  book.from[book.count] = from;
  book.to[book.count] = to;
  book.flow_kgps[book.count] = flow_kgps;
  book.count++;
}

function grow(book: Book): void {
  const size = book.count * 2;
  const from = new Int32Array(size);
  const to = new Int32Array(size);
  const flow = new Float64Array(size);
  from.set(book.from);
  to.set(book.to);
  flow.set(book.flow_kgps);
  book.from = from;
  book.to = to;
  book.flow_kgps = flow;
}
