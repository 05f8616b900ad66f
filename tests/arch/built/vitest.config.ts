/** Checks of the built extension: sizes, permissions, what it leaves alone. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path('../../..'),
  test: {
    name: 'built',
    include: ['tests/arch/built/*.test.ts'],
    environment: 'node',
  },
});
