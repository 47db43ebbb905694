/** `npm start` as a child process, for benches and tests: started without the build, killed like a pulled plug. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { HallSettings } from '../wire/hall.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export interface Child {
  process: ChildProcess;
  port: number;
  /** one-time code it printed, null when it has a manager */
  code: string | null;
  output: () => string;
  /** ends it at once, as a pulled plug ends a process */
  kill: () => Promise<void>;
  stop: () => Promise<number | null>;
}

/** Starts server/main.ts as npm start does, without the build, and waits until it says it is ready. */
export async function startChild(folder: string, env: Record<string, string> = {}): Promise<Child> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(ROOT, 'server/main.ts'), '--no-build'],
    {
      env: { ...process.env, DRILLHALL_DATA: folder, PORT: '0', HTTPS_PORT: '0', LANG: 'en_US.UTF-8', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (/Ctrl\+C/.test(output)) resolve();
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
  });
  await Promise.race([ready, ended]);
  if (child.exitCode !== null) throw new Error(output);
  return {
    process: child,
    port: Number(output.match(/http:\/\/localhost:(\d+)/)![1]),
    code: output.match(/\b([2-9A-Z]{4}-[2-9A-Z]{4})\b/)?.[1] ?? null,
    output: () => output,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** fetch as the page of a started hall would do it: same origin, cookies kept. */
export function pageOf(port: () => number, cookies = new Map<string, string>()): typeof fetch {
  return async (input, init) => {
    const origin = `http://localhost:${port()}`;
    const headers = new Headers(init?.headers);
    headers.set('origin', origin);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const reply = await fetch(new URL(String(input), origin), { ...init, headers });
    for (const line of reply.headers.getSetCookie()) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/)!;
      cookies.set(name!, value!);
    }
    return reply;
  };
}

/** Sets up a started hall through its own door with the code it printed. */
export async function setUpChild(
  child: Child,
  page: typeof fetch,
  first: { name: string; password: string; settings: HallSettings },
): Promise<void> {
  const body = JSON.stringify({ code: child.code, ...first });
  const reply = await page('/api/setup', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  if (!reply.ok) throw new Error(await reply.text());
}
