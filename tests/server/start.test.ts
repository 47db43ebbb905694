/** Promises of npm start and npm run hall: ready with a way in, or one sentence and exit 1. */
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, STORE_FILE } from '../../server/store/open.ts';
import { openTls } from '../../server/tls.ts';
import { type Child, pageOf, setUpChild, startChild } from '../../src/cli/served.ts';
import { aRun, MANAGER, openHall, ROOT, SETTINGS, setUp, tempFolder } from './hall.ts';

let temp: ReturnType<typeof tempFolder>;
beforeEach(() => {
  temp = tempFolder();
});
afterEach(() => temp.remove());

function run(script: string, args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(ROOT, script), ...args],
    {
      env: { ...process.env, DRILLHALL_DATA: temp.path, PORT: '0', HTTPS_PORT: '0', ...env },
      encoding: 'utf8',
      timeout: 60_000,
    },
  );
  return { status, stdout, stderr };
}
const refusedStart = (env: Record<string, string> = {}, args = ['--no-build']) => {
  const { status, stderr } = run('server/main.ts', args, env);
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  return stderr;
};

function occupy(): Promise<{ server: Server; port: number }> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () =>
      resolve({ server, port: (server.address() as { port: number }).port }),
    );
  });
}

/** @returns the answer over TLS, trusting the hall's own authority and nothing else; a body makes it a write of the hall's page */
function askSecurely(
  port: number,
  ca: string,
  { path = '/api/hall', body }: { path?: string; body?: unknown } = {},
): Promise<{ status: number; body: string; cookies: string[] }> {
  const origin = { origin: `https://127.0.0.1:${port}`, 'content-type': 'application/json' };
  const how = body === undefined ? {} : { method: 'POST', headers: origin };
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, ca, ...how }, (reply) => {
      let text = '';
      reply.on('data', (chunk) => {
        text += chunk;
      });
      reply.on('end', () =>
        resolve({ status: reply.statusCode!, body: text, cookies: reply.headers['set-cookie'] ?? [] }),
      );
    })
      .on('error', reject)
      .end(body === undefined ? undefined : JSON.stringify(body));
  });
}

describe('npm start', () => {
  let child: Child | null = null;
  afterEach(async () => {
    await child?.kill();
    child = null;
  });

  test('prints the addresses, the first sign-in and a fresh code, and the code opens the hall', async () => {
    child = await startChild(temp.path);
    expect(child.output()).toMatch(/http:\/\/localhost:\d+\/desk\/setup/);
    expect(child.output()).toMatch(/https:\/\/[\d.]+:\d+/);
    expect(child.code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    await setUpChild(
      child,
      pageOf(() => child!.port),
      { ...MANAGER, settings: SETTINGS },
    );
  });

  test('prints another code at the next start, and none once there is a manager', async () => {
    child = await startChild(temp.path);
    const first = child.code;
    await child.kill();
    child = await startChild(temp.path);
    expect(child.code).not.toBe(first);
    await setUpChild(
      child,
      pageOf(() => child!.port),
      { ...MANAGER, settings: SETTINGS },
    );
    await child.kill();
    child = await startChild(temp.path);
    expect(child.code).toBeNull();
  });

  test('answers over TLS to whoever trusts its certificate authority', async () => {
    child = await startChild(temp.path);
    const ca = readFileSync(join(temp.path, 'tls', 'ca.crt.pem'), 'utf8');
    const port = Number(child.output().match(/https:\/\/[\d.]+:(\d+)/)![1]);
    expect(JSON.parse((await askSecurely(port, ca)).body)).toMatchObject({ state: 'not-set' });
    await expect(askSecurely(port, '')).rejects.toThrow(/certificate/);
  });

  test('gives cookies over TLS that no other address and no plain connection can use', async () => {
    child = await startChild(temp.path);
    await setUpChild(
      child,
      pageOf(() => child!.port),
      { ...MANAGER, settings: SETTINGS },
    );
    const ca = readFileSync(join(temp.path, 'tls', 'ca.crt.pem'), 'utf8');
    const port = Number(child.output().match(/https:\/\/[\d.]+:(\d+)/)![1]);
    const { cookies } = await askSecurely(port, ca, { path: '/api/session', body: MANAGER });
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^__Host-drillhall-staff=/);
    for (const word of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookies[0]).toContain(word);
  });

  test('ends in order on SIGTERM and leaves the folder free', async () => {
    child = await startChild(temp.path);
    expect(await child.stop()).toBe(0);
    expect(existsSync(join(temp.path, 'server.json'))).toBe(false);
  });

  test('says which port is in use', async () => {
    const { server, port } = await occupy();
    expect(refusedStart({ PORT: String(port) })).toMatch(
      new RegExp(`^Port ${port} is in use by another program.*PORT`),
    );
    server.close();
  });

  test('says what a port is when it is given something else', () => {
    expect(refusedStart({ PORT: 'eighty' })).toMatch(/PORT is "eighty"/);
  });

  test('says that the data folder cannot be written, whatever stands in its way', () => {
    writeFileSync(join(temp.path, 'a-file'), '');
    for (const folder of [join(temp.path, 'a-file'), join(temp.path, 'a-file', 'below'), '/proc/drillhall'])
      expect(refusedStart({ DRILLHALL_DATA: folder })).toMatch(
        /The data folder .* cannot be written \(\w+\).*DRILLHALL_DATA/,
      );
  });

  test('says that another server has the folder, by its process', async () => {
    child = await startChild(temp.path);
    expect(refusedStart()).toMatch(new RegExp(`in use by a running Drillhall \\(process ${child.process.pid} `));
  });

  test('takes the folder over from a server that was killed', async () => {
    child = await startChild(temp.path);
    await child.kill();
    child = await startChild(temp.path);
    expect(child.code).not.toBeNull();
  });

  test('refuses an option it does not have, and explains itself', () => {
    expect(refusedStart({}, ['--fast'])).toMatch(/"--fast" is not an option/);
    expect(run('server/main.ts', ['--help'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('DRILLHALL_DATA'),
    });
  });
});

describe('the certificate', () => {
  test('names this computer, is not longer than browsers allow, and its key is nobody else’s to read', async () => {
    const { cert, ca } = await openTls(temp.path);
    const leaf = new X509Certificate(cert);
    expect(leaf.checkHost('localhost')).toBe('localhost');
    expect(leaf.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(leaf.verify(new X509Certificate(ca).publicKey)).toBe(true);
    expect((Date.parse(leaf.validTo) - Date.parse(leaf.validFrom)) / 86_400_000).toBeLessThanOrEqual(398);
    expect(new X509Certificate(ca).ca).toBe(true);
    expect(statSync(join(temp.path, 'tls', 'ca.key.pem')).mode & 0o077).toBe(0);
  });
  test('stays the same from start to start, and its authority outlives it', async () => {
    const first = await openTls(temp.path);
    expect(await openTls(temp.path)).toEqual(first);
    writeFileSync(join(temp.path, 'tls', 'server.crt.pem'), first.ca);
    const renewed = await openTls(temp.path);
    expect(renewed.ca).toBe(first.ca);
    expect(renewed.cert).not.toBe(first.cert);
  });
});

describe('npm run hall', () => {
  const hallCommand = (...args: string[]) => run('server/hall.ts', args);
  async function withRuns(count: number) {
    const hall = await openHall({ folder: temp.path });
    const manager = await setUp(hall);
    const sessions = await Promise.all(Array.from({ length: count }, () => aRun()));
    await manager.ask('POST', '/api/uploads', { sessions });
    return { hall, manager, sessions };
  }

  test('backs up while the hall is open, restores it, and every digest still fits', async () => {
    const { hall, manager } = await withRuns(5);
    const file = join(temp.path, 'usb', 'backup.db');
    expect(hallCommand('backup', file)).toMatchObject({ status: 0, stdout: expect.stringMatching(/whole.*run 5/) });
    await manager.ask('POST', '/api/uploads', { sessions: [await aRun()] });
    await hall.close();
    expect(hallCommand('restore', file).stdout).toMatch(/Restored/);
    expect(hallCommand('verify').stdout).toMatch(/run 5,/);
  });

  test('finds a run that was changed behind its back', async () => {
    const { hall, sessions } = await withRuns(2);
    await hall.store.ask(`update mark set points = 20 where run_id = '${sessions[1]!.id}' and seq = 0`);
    await hall.close();
    const { status, stderr } = hallCommand('verify');
    expect(status).toBe(1);
    expect(stderr).toContain(sessions[1]!.id);
    expect(stderr).not.toContain(sessions[0]!.id);
  });

  test('exports every run and imports them elsewhere, twice without doubling', async () => {
    const { hall, sessions } = await withRuns(3);
    await hall.close();
    const file = join(temp.path, 'runs.ndjson');
    expect(hallCommand('export', file).stdout).toMatch(/^3 runs/);
    const other = join(temp.path, 'other');
    mkdirSync(other);
    await (await openStore(join(other, STORE_FILE))).close();
    const there = { DRILLHALL_DATA: other };
    expect(run('server/hall.ts', ['import', file], there).stdout).toMatch(/^3 runs imported/);
    expect(run('server/hall.ts', ['import', file], there).stdout).toMatch(/^0 runs imported, 3 were there/);
    expect(
      readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    ).toEqual([...sessions].sort((a, b) => (a.id < b.id ? -1 : 1)));
  });

  test('adds an account with a one-time code, and not the same name twice', async () => {
    await (await openStore(join(temp.path, STORE_FILE))).close();
    expect(hallCommand('add-staff', '小王', 'manager').stdout).toMatch(/One-time code: [2-9A-Z]{4}-[2-9A-Z]{4}/);
    expect(hallCommand('add-staff', '小王')).toMatchObject({ status: 1, stderr: expect.stringContaining('taken') });
    expect(hallCommand('add-staff', '小李', 'king')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('staff, manager'),
    });
  });

  test('takes a bad argument with one line that says what is right', () => {
    for (const args of [
      [],
      ['bakcup'],
      ['backup'],
      ['restore', '/nowhere'],
      ['verify', '/nowhere'],
      ['export'],
      ['import', '/nowhere'],
    ]) {
      const { status, stderr } = hallCommand(...args);
      expect([args, status, stderr.trim().split('\n').length]).toEqual([args, 1, 1]);
    }
    expect(hallCommand('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('backup FILE') });
  });
});
