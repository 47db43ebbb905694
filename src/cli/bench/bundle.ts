/** Figures of the built app: what a browser downloads for each page, per chunk and against the budget. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';

/** What a page may cost before its first frame, gzip, its own code and all libraries. [D], from the measured floor of the stack */
export const BUDGET_kB = 480;

interface ManifestEntry {
  file: string;
  name?: string;
  src?: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
}
type Manifest = Record<string, ManifestEntry>;

export interface Weight {
  file: string;
  raw_kB: number;
  gzip_kB: number;
  brotli_kB: number;
}
export interface PageWeight {
  page: string;
  gzip_kB: number;
  brotli_kB: number;
  files: string[];
}

/** @returns size of one built file; brotli at the level a server would keep ready. */
function weigh(outDir: string, file: string): Weight {
  const bytes = readFileSync(join(outDir, file));
  const kB = (size: number) => Math.round(size / 100) / 10;
  return {
    file,
    raw_kB: kB(statSync(join(outDir, file)).size),
    gzip_kB: kB(gzipSync(bytes, { level: 9 }).length),
    brotli_kB: kB(brotliCompressSync(bytes).length),
  };
}

/** @returns every file a chunk needs before it runs: itself, its static imports and their styles. */
function closure(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) closure(manifest, next, seen);
  return seen;
}

/** @returns weights of all chunks, heaviest first, and of each page: the entry together with the page it loads. */
export function weights(outDir: string): { chunks: Weight[]; pages: PageWeight[] } {
  const manifest = JSON.parse(readFileSync(join(outDir, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  const files = new Set(Object.values(manifest).flatMap((entry) => [entry.file, ...(entry.css ?? [])]));
  const known = new Map(
    [...files].filter((file) => /\.(js|css)$/.test(file)).map((file) => [file, weigh(outDir, file)]),
  );
  const entry = Object.keys(manifest).find((key) => manifest[key]!.isEntry)!;
  const first = manifest[entry]!.dynamicImports ?? [];
  // a page may fetch its heavy half by itself (the drill's canvas): that half is weighed with the page before it
  const shows = first.flatMap((page) =>
    (manifest[page]?.dynamicImports ?? []).filter((key) => /\/pages\//.test(key)).map((key) => [page, key] as const),
  );
  const loads = [...first.map((page) => [page, page] as const), ...shows];
  const pages = loads.map(([page, key]) => {
    const keys = closure(manifest, key, closure(manifest, page, closure(manifest, entry)));
    const own = new Set([...keys].flatMap((one) => [manifest[one]!.file, ...(manifest[one]!.css ?? [])]));
    const parts = [...own].map((file) => known.get(file)).filter((one) => one !== undefined);
    const sum = (of: 'gzip_kB' | 'brotli_kB') => Math.round(parts.reduce((all, one) => all + one[of], 0) * 10) / 10;
    return { page: manifest[key]!.src ?? key, gzip_kB: sum('gzip_kB'), brotli_kB: sum('brotli_kB'), files: [...own] };
  });
  return { chunks: [...known.values()].sort((a, b) => b.gzip_kB - a.gzip_kB), pages };
}

/** Builds the app into a folder of its own and prints what it weighs. */
export async function bundle(): Promise<void> {
  const outDir = mkdtempSync(join(tmpdir(), 'drillhall-bundle-'));
  try {
    await build({
      root: join(import.meta.dirname, '..', '..', '..'),
      logLevel: 'warn',
      build: { outDir, emptyOutDir: true },
    });
    const { chunks, pages } = weights(outDir);
    console.log('chunk'.padEnd(44), 'raw kB'.padStart(9), 'gzip kB'.padStart(9), 'brotli kB'.padStart(10));
    for (const one of chunks.filter((chunk) => chunk.gzip_kB >= 1))
      console.log(
        one.file.padEnd(44),
        one.raw_kB.toFixed(1).padStart(9),
        one.gzip_kB.toFixed(1).padStart(9),
        one.brotli_kB.toFixed(1).padStart(10),
      );
    console.log('\npage, with all it needs before it runs');
    for (const one of pages) {
      const verdict = one.gzip_kB <= BUDGET_kB ? 'within' : 'over';
      console.log(
        `${one.page.padEnd(44)} gzip ${one.gzip_kB.toFixed(1)} kB, brotli ${one.brotli_kB.toFixed(1)} kB: ${verdict} ${BUDGET_kB} kB`,
      );
    }
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
