/** Checks of the source tree itself: directions, texts, what is forbidden, what the documents promise. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path('../..'),
  resolve: { alias: { 'wxt/browser': path('../wxt-browser.ts') } },
  test: {
    name: 'arch',
    include: ['tests/arch/**/*.test.ts'],
    exclude: ['tests/arch/built/**'],
    environment: 'node',
    testTimeout: 300_000,
  },
});
