/** Unit tests: pure code and small views in an emulated document. */
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path('../..'),
  plugins: [preact()],
  resolve: { alias: { 'wxt/browser': path('../wxt-browser.ts') } },
  test: {
    name: 'unit',
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    environment: 'happy-dom',
    // Starts faster than a process; each file still has a world of its own. By itself vitest leaves one processor idle.
    pool: 'threads',
    maxWorkers: '100%',
    setupFiles: ['tests/setup.ts'],
    restoreMocks: true,
    // Property tests do much; how long that takes on a busy machine says nothing of what they find.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
