/** Tests against a real Ghost: `GHOST_URL=http://localhost:2368 GHOST_KEY=<id>:<secret> npm run ghost`. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { name: 'ghost', include: ['tests/ghost/*.test.ts'], environment: 'node', testTimeout: 60_000 },
});
