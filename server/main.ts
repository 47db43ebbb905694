/** npm start: builds what is stale, opens the records, serves the hall, and says where to go. */

import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { banner } from './banner.ts';
import { buildIfStale } from './build.ts';
import { type Floor, openFloor } from './floor/floor.ts';
import { StartError } from './store/errors.ts';
import { type Intake, openIntake } from './store/group.ts';
import { takeFolder } from './store/lock.ts';
import { dataFolder, openStore, prepareFolder, STORE_FILE, type Store } from './store/open.ts';
import { activeManagers, issueCode } from './store/staff.ts';
import { lanAddresses, openTls, type Tls } from './tls.ts';

const HELP = `npm start [-- --no-build]
Serves the hall: http://localhost:8080 on this computer, https://<its address>:8443 on the network.
  --no-build       serve dist as it is
  PORT             port of plain HTTP, for this computer only (8080)
  HTTPS_PORT       port of HTTPS, for the hall's network (8443)
  DRILLHALL_DATA   folder of the records (./data)`;

function portOf(name: 'PORT' | 'HTTPS_PORT', otherwise: number): number {
  const given = process.env[name];
  if (!given) return otherwise;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartError(`${name} is "${given}": give a port number from 0 to 65535.`);
  return port;
}

/** @returns the port it really has (0 asks for any free one) */
async function listen(
  app: FastifyInstance,
  port: number,
  host: string,
  variable: 'PORT' | 'HTTPS_PORT',
): Promise<number> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartError(`Port ${port} is in use by another program: stop it, or name another port in ${variable}.`);
    if (code === 'EACCES')
      throw new StartError(`Port ${port} needs rights this user does not have: name a port above 1023 in ${variable}.`);
    throw error;
  }
  return (app.server.address() as { port: number }).port;
}

interface Open {
  apps: FastifyInstance[];
  store: Store | null;
  intake: Intake | null;
  floor: Floor | null;
  letGo: () => void;
}

/** Answers what is on its way, writes what is waiting, then closes the records. */
async function close(open: Open): Promise<void> {
  await Promise.all(open.apps.map((app) => app.close()));
  await open.intake?.idle();
  await open.floor?.idle();
  await open.store?.close();
  open.letGo();
}

async function setUpCode(store: Store): Promise<string | null> {
  if ((await activeManagers(store)).length > 0) return null;
  return (await issueCode(store, 'set-up', null)).code;
}

async function serve(open: Open, tls: Tls, dist: string): Promise<{ port: number; httpsPort: number }> {
  const shared = {
    store: open.store!,
    intake: open.intake!,
    floor: open.floor!,
    reach: { origin: null as string | null },
    dist,
    caCertificate: tls.ca,
    logger: { level: 'warn' },
  };
  const plain = await buildApp(shared);
  open.apps.push(plain);
  const secure = await buildApp({ ...shared, tls: { key: tls.key, cert: tls.cert } });
  open.apps.push(secure);
  const port = await listen(plain, portOf('PORT', 8080), 'localhost', 'PORT');
  const httpsPort = await listen(secure, portOf('HTTPS_PORT', 8443), '0.0.0.0', 'HTTPS_PORT');
  const [address] = lanAddresses();
  shared.reach.origin = address ? `https://${address}:${httpsPort}` : null;
  return { port, httpsPort };
}

async function start(args: string[], open: Open): Promise<void> {
  const unknown = args.find((arg) => arg !== '--no-build');
  if (unknown) throw new StartError(`"${unknown}" is not an option of npm start; the only one is --no-build.`);
  const folder = dataFolder();
  prepareFolder(folder);
  open.letGo = takeFolder(folder);
  open.store = await openStore(join(folder, STORE_FILE));
  open.intake = openIntake(open.store);
  open.floor = await openFloor(open.store);
  const dist = args.includes('--no-build')
    ? join(import.meta.dirname, '..', 'dist')
    : buildIfStale((sentence) => console.log(sentence));
  const ports = await serve(open, await openTls(folder), dist);
  console.log(await banner({ ...ports, folder, code: await setUpCode(open.store) }));
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP);
    return;
  }
  const open: Open = { apps: [], store: null, intake: null, floor: null, letGo: () => {} };
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (closing) return;
      closing = true;
      close(open).then(
        () => process.exit(0),
        (error) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  try {
    await start(args, open);
  } catch (error) {
    await close(open).catch(() => {});
    console.error(error instanceof StartError ? error.message : error);
    process.exit(1);
  }
}

await main();
