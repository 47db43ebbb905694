/** Promises of the served app: every path of the app is the one page, nothing outside the build is served, caches are right. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Browser, type Hall, openBrowser, openHall, tempFolder } from './hall.ts';

let temp: ReturnType<typeof tempFolder>;
let hall: Hall;
let browser: Browser;
const PAGE = '<!doctype html><title>Drillhall</title>';

beforeEach(async () => {
  temp = tempFolder();
  const dist = join(temp.path, 'dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(temp.path, 'secret.txt'), 'not for visitors');
  writeFileSync(join(dist, 'index.html'), PAGE);
  writeFileSync(join(dist, '.built-from'), 'hash');
  writeFileSync(join(dist, 'assets', 'main-abc123.js'), 'let a = 1;');
  writeFileSync(join(dist, 'assets', 'main-abc123.js.br'), brotliCompressSync('let a = 1;'));
  writeFileSync(join(dist, 'sound.mp3'), '0123456789');
  hall = await openHall({ dist });
  browser = openBrowser(hall.app);
});
afterEach(async () => {
  await hall.close();
  temp.remove();
});

test('every path of the app is the one page, never kept without asking', async () => {
  for (const path of ['/', '/desk', '/desk/runs/0193', '/drill/firefighting/kitchen-wok?mode=assess']) {
    const reply = await browser.ask('GET', path);
    expect([path, reply.status, reply.raw.toString(), reply.headers['cache-control']]).toEqual([
      path,
      200,
      PAGE,
      'no-cache',
    ]);
  }
});

test('a file whose name holds its hash is kept for good, and is sent packed to whoever can unpack it', async () => {
  const reply = await browser.ask('GET', '/assets/main-abc123.js', undefined, { 'accept-encoding': 'gzip, br' });
  expect(reply.headers).toMatchObject({
    'content-encoding': 'br',
    'cache-control': expect.stringContaining('immutable'),
  });
  expect((await browser.ask('GET', '/assets/main-abc123.js')).raw.toString()).toBe('let a = 1;');
});

test('sound can be read from the middle', async () => {
  const reply = await browser.ask('GET', '/sound.mp3', undefined, { range: 'bytes=2-4' });
  expect([reply.status, reply.raw.toString()]).toEqual([206, '234']);
});

test('nothing beside the build is served, and what is not there is not there', async () => {
  const paths = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/.built-from',
    '/none.js',
    '/api/none',
    '/deskx',
  ];
  for (const path of paths) {
    const reply = await browser.ask('GET', path);
    expect([path, reply.status >= 400 && reply.status < 500]).toEqual([path, true]);
    expect(reply.raw.toString()).not.toMatch(/visitors|hash|doctype/);
  }
});

test('a person who mistypes an address finds the first page, a program its sentence', async () => {
  const person = await browser.ask('GET', '/stationn', undefined, { accept: 'text/html,*/*' });
  expect([person.status, person.headers.location]).toEqual([302, '/']);
  const api = await browser.ask('GET', '/api/none', undefined, { accept: 'text/html,*/*' });
  expect([api.status, api.body.error]).toEqual([404, 'not-found']);
  const program = await browser.ask('GET', '/stationn', undefined, { accept: '*/*' });
  expect([program.status, program.body.error]).toEqual([404, 'not-found']);
});

test('a server without a build says how to get one', async () => {
  const bare = await openHall();
  const reply = await openBrowser(bare.app).ask('GET', '/');
  expect(reply.body).toMatchObject({ error: 'not-built', sentence: expect.stringContaining('npm start') });
  await bare.close();
});
