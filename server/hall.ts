/** npm run hall: looks after the records from the terminal: backup, restore, verify, export, import, add staff. */

import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { backup as copyDatabase, DatabaseSync } from 'node:sqlite';
import { digest } from '../src/wire/digest.ts';
import { ROLES, StaffName } from '../src/wire/staff.ts';
import { uuidv7 } from './ids.ts';
import { judge } from './routes/uploads.ts';
import { acceptRuns } from './store/accept.ts';
import { StartError, StoreError } from './store/errors.ts';
import { takeFolder } from './store/lock.ts';
import { dataFolder, openStore, prepareFolder, STORE_FILE, type Store } from './store/open.ts';
import { readSession } from './store/read.ts';
import { audit } from './store/settings.ts';
import { addStaff, issueCode, staffNamed } from './store/staff.ts';

const HELP = `npm run hall -- COMMAND
  backup FILE              copies the records into FILE while the hall stays open, and verifies the copy
  restore FILE             puts a backup in the place of the records (the hall must be stopped; the old ones are kept)
  verify [FILE]            checks the records, or a backup: integrity, counts, and the digest of every run
  export FILE              writes every run as one line of JSON
  import FILE              takes runs from such a file; those already there are left alone
  add-staff NAME [ROLE]    makes an account (staff or manager) and prints the one-time code for its password
The records are in DRILLHALL_DATA, or in ./data.`;

/** pages copied at a time, so that the hall's own writes come in between */
const PAGES_A_STEP = 500;

function fileOf(given: string | undefined, command: string): string {
  if (!given) throw new StartError(`"${command}" needs a file: npm run hall -- ${command} FILE`);
  return resolve(given);
}

async function withStore<T>(file: string, readOnly: boolean, work: (store: Store) => Promise<T>): Promise<T> {
  if (!existsSync(file))
    throw new StartError(`There are no records at ${file}: start the hall once, or name its folder in DRILLHALL_DATA.`);
  const store = await openStore(file, { readOnly });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function* allIds({ db, hallId }: Store): AsyncGenerator<string> {
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('run')
      .select('id')
      .where('hall_id', '=', hallId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .execute();
    for (const { id } of rows) yield id;
    if (rows.length === 0) return;
    after = rows.at(-1)!.id;
  }
}

async function countRows({ ask }: Store): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ['run', 'attempt', 'mark', 'tape', 'conflict', 'staff', 'device']) {
    const [row] = (await ask(`select count(*) as count from ${table}`)) as { count: number }[];
    counts[table] = row!.count;
  }
  return counts;
}

/** @returns what is wrong, in sentences; empty when every page and every run is as it was written */
async function faultsOf(store: Store): Promise<string[]> {
  const checked = (await store.ask('pragma integrity_check')) as { integrity_check: string }[];
  const faults = checked.map((row) => row.integrity_check).filter((word) => word !== 'ok');
  for await (const id of allIds(store)) {
    const session = await readSession(store, id).catch(() => null);
    if (!session || (await digest(session)) !== session.sha256)
      faults.push(`run ${id}: its digest does not fit what is stored`);
  }
  return faults;
}

async function verify(file: string): Promise<string> {
  return withStore(file, true, async (store) => {
    const faults = await faultsOf(store);
    if (faults.length > 0) throw new StartError(`${file} is damaged:\n${faults.slice(0, 20).join('\n')}`);
    const counts = await countRows(store);
    const listed = Object.entries(counts).map(([table, count]) => `${table} ${count}`);
    return `${file} is whole: every digest fits (${listed.join(', ')}).`;
  });
}

async function backup(file: string): Promise<string> {
  if (existsSync(file)) throw new StartError(`${file} exists already: name a new file.`);
  const from = join(dataFolder(), STORE_FILE);
  if (!existsSync(from))
    throw new StartError(`There are no records at ${from}: start the hall once, or name its folder in DRILLHALL_DATA.`);
  mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(from, { readOnly: true });
  try {
    await copyDatabase(db, file, { rate: PAGES_A_STEP });
  } catch (error) {
    rmSync(file, { force: true });
    throw new StartError(`The backup could not be written to ${file}: ${(error as Error).message}.`);
  } finally {
    db.close();
  }
  return `Backup written. ${await verify(file)}`;
}

async function restore(file: string): Promise<string> {
  if (!existsSync(file)) throw new StartError(`There is no file ${file}.`);
  const folder = dataFolder();
  prepareFolder(folder);
  const letGo = takeFolder(folder);
  try {
    const told = await verify(file);
    const place = join(folder, STORE_FILE);
    const fresh = `${place}.restoring`;
    rmSync(fresh, { force: true });
    const db = new DatabaseSync(file, { readOnly: true });
    await copyDatabase(db, fresh);
    db.close();
    const kept = `${place}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    for (const end of ['', '-wal', '-shm']) if (existsSync(place + end)) renameSync(place + end, kept + end);
    renameSync(fresh, place);
    return `Restored. ${told} The records from before are in ${kept}.`;
  } finally {
    letGo();
  }
}

async function exportRuns(file: string): Promise<string> {
  return withStore(join(dataFolder(), STORE_FILE), true, async (store) => {
    writeFileSync(file, '', { flag: 'wx' });
    let count = 0;
    for await (const id of allIds(store)) {
      writeFileSync(file, `${JSON.stringify(await readSession(store, id))}\n`, { flag: 'a' });
      count += 1;
    }
    return `${count} runs written to ${file}.`;
  });
}

async function importRuns(file: string): Promise<string> {
  if (!existsSync(file)) throw new StartError(`There is no file ${file}.`);
  return withStore(join(dataFolder(), STORE_FILE), false, async (store) => {
    const counts = { created: 0, duplicate: 0, conflict: 0 };
    let at = 0;
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      at += 1;
      if (line.trim() === '') continue;
      const session = await judge(readLine(line, file, at));
      if (!('sha256' in session))
        throw new StartError(
          `${file} line ${at} is not a run: ${session.reason}. The ${at - 1} lines before it are imported.`,
        );
      const arrived = { session, received_ms: Date.now(), deviceId: 'import' };
      const [result] = await store.db.transaction().execute((trx) => acceptRuns(trx, store.hallId, [arrived]));
      counts[result!.status as keyof typeof counts] += 1;
    }
    await audit(store, uuidv7(), 'system', 'runs imported', String(counts.created));
    return `${counts.created} runs imported, ${counts.duplicate} were there already, ${counts.conflict} kept aside as conflicts.`;
  });
}

function readLine(line: string, file: string, at: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new StartError(`${file} line ${at} is not JSON. The ${at - 1} lines before it are imported.`);
  }
}

async function addStaffMember(name: string | undefined, given = 'staff'): Promise<string> {
  const read = StaffName.safeParse(name ?? '');
  if (!read.success)
    throw new StartError('"add-staff" needs a name of 1 to 40 signs: npm run hall -- add-staff NAME [staff|manager]');
  const role = ROLES.find((one) => one === given);
  if (!role) throw new StartError(`"${given}" is no role; the roles are: ${ROLES.join(', ')}.`);
  return withStore(join(dataFolder(), STORE_FILE), false, async (store) => {
    if (await staffNamed(store, read.data)) throw new StartError(`The name "${read.data}" is taken.`);
    const who = await addStaff(store, read.data, role, null);
    const { code } = await issueCode(store, 'password', who!.id);
    await audit(store, uuidv7(), 'system', `staff added as ${role}`, who!.id);
    return `Account "${read.data}" (${role}) made. One-time code: ${code}, good for three days, at /desk/password.`;
  });
}

function run([command, ...args]: string[]): Promise<string> {
  if (command === 'backup') return backup(fileOf(args[0], command));
  if (command === 'restore') return restore(fileOf(args[0], command));
  if (command === 'verify') return verify(args[0] ? resolve(args[0]) : join(dataFolder(), STORE_FILE));
  if (command === 'export') return exportRuns(fileOf(args[0], command));
  if (command === 'import') return importRuns(fileOf(args[0], command));
  if (command === 'add-staff') return addStaffMember(args[0], args[1]);
  throw new StartError(
    `${command ? `Unknown command "${command}".` : 'Which command?'} One of: backup, restore, verify, export, import, add-staff (--help explains).`,
  );
}

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) console.log(HELP);
else
  try {
    console.log(await run(args));
  } catch (error) {
    const told = error instanceof StartError || error instanceof StoreError || 'code' in (error as object);
    console.error(told ? (error as Error).message : error);
    process.exitCode = 1;
  }
