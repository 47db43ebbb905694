/** Builds the one page of the app, and tells vitest where the promises are. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The XR library carries an emulator and its rooms (5.9 MB); a hall never needs them. */
const withoutEmulator = {
  name: 'without-xr-emulator',
  enforce: 'pre' as const,
  resolveId(id: string) {
    return id === '@iwer/devui' || id === '@iwer/sem' || id === 'iwer' ? '\0no-emulator' : null;
  },
  load(id: string) {
    return id === '\0no-emulator'
      ? 'export const XRDevice = null, DevUI = null, SyntheticEnvironmentModule = null, metaQuest3 = null, metaQuest2 = null, metaQuestPro = null, oculusQuest1 = null;'
      : null;
  },
};

export default defineConfig({
  plugins: [withoutEmulator, react()],
  build: { target: 'es2023', manifest: true, chunkSizeWarningLimit: 2000 },
  server: {
    port: 5173,
    // the page's own origin and host stay: the server refuses writes of foreign pages
    proxy: { '/api': { target: 'http://localhost:8080', changeOrigin: false } },
  },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'tests/server/**'],
          // of two cores it would leave one idle
          maxWorkers: 2,
        },
      },
      { extends: true, test: { name: 'server', include: ['tests/server/**/*.test.ts'], fileParallelism: false } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/setup.ts',
          // a page waits much for its own next frame: two fill two cores
          maxWorkers: 2,
          testTimeout: 600_000,
          // a page that loads beside another takes its time
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
