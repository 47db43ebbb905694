/** Kysely over the worker: one connection, handed to one caller at a time, so that a transaction is never mixed. */
import { Worker } from 'node:worker_threads';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { StartError, StoreError, troubleOf } from './errors.ts';
import type { Answer, WorkerOptions } from './worker.ts';

type Waiting = { resolve: (answer: { rows: unknown[]; changes: number }) => void; reject: (error: Error) => void };

/** The worker as a function from SQL to rows. */
export class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #seq = 0;
  #gone: Error | null = null;

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** Resolves when the file is open, durable and migrated; rejects with a StartError that says what is wrong with it. */
  static async open(options: WorkerOptions): Promise<Thread> {
    const thread = new Thread(new Worker(new URL('./worker.ts', import.meta.url), { workerData: options }));
    const opened = new Promise((resolve, reject) => thread.#waiting.set(0, { resolve, reject }));
    thread.#worker.on('message', (answer: Answer) => thread.#settle(answer, options.path));
    thread.#worker.on('error', (error) => thread.#lose(error));
    thread.#worker.on('exit', () => thread.#lose(new StoreError('fault', 'the store is closed')));
    try {
      await opened;
    } catch (error) {
      await thread.#worker.terminate();
      throw error;
    }
    return thread;
  }

  #settle(answer: Answer, path: string): void {
    const waiting = this.#waiting.get(answer.seq);
    this.#waiting.delete(answer.seq);
    if ('rows' in answer) waiting?.resolve(answer);
    else if (answer.seq === 0) waiting?.reject(new StartError(openingSentence(path, answer.error)));
    else waiting?.reject(new StoreError(troubleOf(answer.error.errcode), answer.error.message));
  }

  #lose(error: Error): void {
    this.#gone ??= error;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }

  ask(sql: string, parameters: readonly unknown[] = []): Promise<{ rows: unknown[]; changes: number }> {
    if (this.#gone) return Promise.reject(this.#gone);
    this.#seq += 1;
    const seq = this.#seq;
    return new Promise((resolve, reject) => {
      this.#waiting.set(seq, { resolve, reject });
      this.#worker.postMessage({ seq, sql, parameters });
    });
  }

  /** Closes the file (checkpointing its log) and ends the thread. */
  async close(): Promise<void> {
    if (this.#gone) return;
    const ended = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()));
    this.#worker.postMessage('close');
    await ended;
  }
}

function openingSentence(
  path: string,
  error: { message: string; errcode?: number; newer?: boolean; changed?: string },
): string {
  if (error.newer)
    return `The records in ${path} were written by a newer Drillhall: start that version, or restore an older backup.`;
  if (error.changed)
    return `The records in ${path} were made by a Drillhall whose step ${error.changed} differs from this one's: start the version that made them.`;
  const trouble = troubleOf(error.errcode);
  if (trouble === 'damaged')
    return `The file ${path} is damaged or not a store of Drillhall: restore a backup with "npm run hall -- restore FILE".`;
  if (trouble === 'busy') return `The records in ${path} are in use by another program: close it and start again.`;
  if (trouble === 'full') return `The disk that holds ${path} is full: make room and start again.`;
  return `The records in ${path} cannot be opened for writing (${error.message}): check the folder's permissions and the disk.`;
}

class OneConnection implements DatabaseConnection {
  readonly #thread: Thread;
  constructor(thread: Thread) {
    this.#thread = thread;
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await this.#thread.ask(query.sql, query.parameters);
    return { rows: rows as R[], numAffectedRows: BigInt(changes) };
  }
  // biome-ignore lint/correctness/useYield: the worker answers whole results; pages are cut by keyset instead
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new StoreError('fault', 'the store does not stream: read by pages');
  }
}

class ThreadDriver implements Driver {
  readonly #thread: Thread;
  readonly #connection: OneConnection;
  /** the end of the queue: who comes next waits for it */
  #last: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(thread: Thread) {
    this.#thread = thread;
    this.#connection = new OneConnection(thread);
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    let release = () => {};
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    return this.#connection;
  }
  async releaseConnection(): Promise<void> {
    this.#release();
  }
  async beginTransaction(): Promise<void> {
    await this.#thread.ask('begin immediate');
  }
  async commitTransaction(): Promise<void> {
    await this.#thread.ask('commit');
  }
  async rollbackTransaction(): Promise<void> {
    // a failed commit (disk full) may have rolled back by itself; then there is nothing to undo
    await this.#thread.ask('rollback').catch((error: Error) => {
      if (!/no transaction/.test(error.message)) throw error;
    });
  }
  async destroy(): Promise<void> {
    await this.#thread.close();
  }
}

export function threadDialect(thread: Thread): Dialect {
  return {
    createDriver: () => new ThreadDriver(thread),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
  };
}
