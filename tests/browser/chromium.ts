/** Finds a Chromium and opens pages in it: an emulated headset, a clock that stands still, and nothing outside the house. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, type ConsoleMessage, chromium, type Page } from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Software GL everywhere, so that a picture and a count mean the same on every machine. */
const FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
];

/** Known noise of the libraries and of software GL; anything else on the console fails the test that caused it. */
const NOISE = [
  /THREE\.(THREE\.)?Clock: This module has been deprecated/,
  /\[DEPRECATED\].*zustand/i,
  /GPU stall due to ReadPixels/,
  /GL Driver Message/,
  /KHR_parallel_shader_compile extension not supported/,
  /Automatic fallback to software WebGL/,
  /THREE\.Material: parameter 'resolution' has value of undefined/,
  /Download the React DevTools/,
];

export interface Options {
  /** null: a machine without any headset */
  xr: 'quest3' | 'quest2' | null;
  /** bare hands instead of controllers */
  hands?: boolean;
  width?: number;
  height?: number;
  locale?: 'zh-CN' | 'en';
  /** still: time moves only through `pass`; live: the machine's own time */
  clock?: 'still' | 'live';
  /** draw one frame of so many; the others only run. Default 1; needs the still clock, by which it tells frames apart */
  drawsEvery?: number;
  /** no WebGL at all */
  withoutWebGL?: boolean;
}

/** One visitor's browser window, and what went wrong in it. */
export interface Window {
  page: Page;
  context: BrowserContext;
  /** errors and warnings on the console that are not known noise */
  complaints: string[];
  /** requests that tried to leave the house */
  strayed: string[];
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = PLACES.find((place) => place !== undefined && existsSync(place));
  if (!executablePath) throw new Error('The browser tests need Chromium: install it, or name its path in CHROMIUM.');
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

const START_ms = Date.UTC(2026, 10, 23, 2, 0, 0);

/** Runs before any script of the page: a headset of the emulator, in place of the browser's own WebXR. */
function headset(kind: 'quest3' | 'quest2', hands: boolean): string {
  const path = createRequire(import.meta.url)
    .resolve('iwer/package.json')
    .replace('package.json', 'build/iwer.min.js');
  const config = kind === 'quest3' ? 'metaQuest3' : 'metaQuest2';
  return `if (window === window.top) {
    ${readFileSync(path, 'utf8')};
    const device = new IWER.XRDevice(IWER.${config}, { ipd: 0.063, stereoEnabled: true });
    device.installRuntime({ forceInstall: true, polyfillLayers: false });
    device.position.set(0, 1.6, 0);
    device.controllers.left.position.set(-0.2, 1.1, -0.3);
    device.controllers.right.position.set(0.2, 1.1, -0.3);
    if (${hands}) device.primaryInputMode = 'hand';
    window.headset = device;
  }`;
}

const NO_WEBXR = `Object.defineProperty(Navigator.prototype, 'xr', { get: () => undefined, configurable: true });`;
const NO_WEBGL = `HTMLCanvasElement.prototype.getContext = ((get) => function (kind, ...rest) {
  return /webgl|webgpu/.test(kind) ? null : get.call(this, kind, ...rest);
})(HTMLCanvasElement.prototype.getContext);
if (window.OffscreenCanvas) OffscreenCanvas.prototype.getContext = ((get) => function (kind, ...rest) {
  return /webgl|webgpu/.test(kind) ? null : get.call(this, kind, ...rest);
})(OffscreenCanvas.prototype.getContext);`;

/** Runs before any script of the page: counts the bytes that textures take on the graphics card, by their formats. */
const METER = `if (window.WebGL2RenderingContext) {
  const sizes = new Map();
  const gl = WebGL2RenderingContext.prototype;
  const BYTES = { 0x8058: 4, 0x8c43: 4, 0x1908: 4, 0x8229: 1, 0x822b: 2, 0x1903: 1, 0x881a: 8, 0x822d: 2, 0x822f: 4, 0x8c3a: 4, 0x81a6: 4, 0x88f0: 4, 0x81a5: 2, 0x8cac: 4 };
  const bound = new Map();
  const wrap = (name, note) => {
    const plain = gl[name];
    gl[name] = function (...args) { note(this, args); return plain.apply(this, args); };
  };
  const set = (target, bytes) => {
    const texture = bound.get(target >= 0x8515 && target <= 0x851a ? 0x8513 : target);
    if (texture) sizes.set(texture, bytes);
  };
  wrap('bindTexture', (_, [target, texture]) => bound.set(target, texture));
  wrap('deleteTexture', (_, [texture]) => sizes.delete(texture));
  // compressed formats of 4x4 blocks take a byte a pixel; a chain of mipmaps a third more
  wrap('texStorage2D', (_, [target, levels, format, w, h]) => set(target, w * h * (BYTES[format] ?? 1) * (levels > 1 ? 4 / 3 : 1) * (target === 0x8513 ? 6 : 1)));
  wrap('texImage2D', (_, args) => { if (args[1] === 0) set(args[0], args.length > 6 ? args[3] * args[4] * (BYTES[args[2]] ?? 4) : args[5].width * args[5].height * 4 * 4 / 3); });
  wrap('compressedTexImage2D', (_, [target, level, , w, h]) => { if (level === 0) set(target, w * h * 4 / 3); });
  window.textureBytes = () => [...sizes.values()].reduce((sum, one) => sum + one, 0);
}`;

/** Runs before any script of the page: software GL is most of a run's time, and nothing in a run waits for a picture. */
function spareDraws(every: number): string {
  return `if (window.WebGL2RenderingContext) {
    const gl = WebGL2RenderingContext.prototype;
    let frame = 0;
    let now_ms = 0;
    for (const name of ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced']) {
      const plain = gl[name];
      gl[name] = function (...args) {
        if (Date.now() !== now_ms) { now_ms = Date.now(); frame++; }
        if (frame % ${every} === 0) plain.apply(this, args);
      };
    }
  }`;
}

export async function openWindow(browser: Browser, origin: string, options: Options): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 320, height: options.height ?? 200 },
    locale: options.locale ?? 'zh-CN',
    ignoreHTTPSErrors: true,
    acceptDownloads: true,
  });
  const window: Window = { page: await context.newPage(), context, complaints: [], strayed: [] };
  const { page } = window;
  page.on('console', (message: ConsoleMessage) => {
    if (!['error', 'warning'].includes(message.type())) return;
    const said = `${message.text()} (${message.location().url})`;
    if (!NOISE.some((known) => known.test(said))) window.complaints.push(said);
  });
  page.on('pageerror', (error) => window.complaints.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const inside = url.origin === origin || ['data:', 'blob:'].includes(url.protocol);
    if (!inside) window.strayed.push(request.url());
  });
  if ((options.clock ?? 'still') === 'still') {
    await page.clock.install({ time: START_ms });
    await page.clock.pauseAt(START_ms + 1000);
  }
  await page.addInitScript(METER);
  if ((options.drawsEvery ?? 1) > 1) await page.addInitScript(spareDraws(options.drawsEvery!));
  if (options.withoutWebGL) await page.addInitScript(NO_WEBGL);
  await page.addInitScript(options.xr ? headset(options.xr, options.hands ?? false) : NO_WEBXR);
  if (options.locale) {
    const words = JSON.stringify(options.locale);
    await page.addInitScript(
      `try { localStorage.getItem('drillhall.locale') ?? localStorage.setItem('drillhall.locale', ${words}) } catch {}`,
    );
  }
  return window;
}
