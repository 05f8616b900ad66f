/** End-to-end tests on the built extension, in the browser that `CLIPSHEET_BROWSER` names (Chromium when it names none). */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: `e2e ${process.env.CLIPSHEET_BROWSER ?? 'chromium'}`,
    include: ['tests/e2e/**/*.test.ts'],
    environment: 'node',
    // One browser at a time: what is in front, and the clipboard, are there only once.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
