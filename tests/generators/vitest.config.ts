/** Exported posts built by the real generators of static sites. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'generators',
    include: ['tests/generators/*.test.ts'],
    globalSetup: ['tests/generators/install.mjs'],
    environment: 'node',
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
