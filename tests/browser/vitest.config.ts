/** Tests of views, rendering and extraction in a real Chromium. */
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumSwitches, requireBrowser } from '../../scripts/lib/browsers.mjs';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path('../..'),
  plugins: [preact()],
  // WxtVitest() cannot run in browser mode, so the alias is made by hand.
  resolve: { alias: { 'wxt/browser': path('../wxt-browser.ts') } },
  optimizeDeps: {
    include: [
      'preact',
      'preact/hooks',
      'preact/jsx-runtime',
      'preact/jsx-dev-runtime',
      '@preact/signals',
      '@mozilla/readability',
      '@tanstack/virtual-core',
      'axe-core',
      'character-entities-html4',
      'dexie',
      'dompurify',
      'fflate',
      'hast-util-to-string',
      'papaparse',
      'rehype-parse',
      'rehype-sanitize',
      'rehype-stringify',
      'remark-cjk-friendly',
      'remark-gfm',
      'remark-parse',
      'remark-rehype',
      'unified',
      'unist-util-visit',
      'yaml',
      'uqr',
      'lucide',
      'wxt/testing/fake-browser',
    ],
  },
  test: {
    name: 'browser',
    include: ['tests/browser/**/*.test.{ts,tsx}'],
    fileParallelism: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath: requireBrowser('chromium'), args: chromiumSwitches } }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
