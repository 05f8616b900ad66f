/** `npx vitest run tests/unit/…` runs unit tests; the other levels are run by their own configuration (`-c`). */
export { default } from './tests/unit/vitest.config';
