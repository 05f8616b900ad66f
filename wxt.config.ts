/** The build: manifest, permissions and content security policy for Chromium and Firefox. */
import { createHash } from 'node:crypto';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { pageStyle } from './lib/render/page-style';
import { fewerFiles } from './scripts/lib/fewer-files.mjs';
import { otherBuilds } from './scripts/lib/other-builds.mjs';
import { shrinkClipper } from './scripts/lib/shrink-clipper.mjs';

/** The one inline style that may apply: that of an exported page, in the composer's live preview. */
const previewStyle = `'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'`;

/**
 * Stricter than the default of Manifest V3: nothing is loaded but the extension's own files and images it holds
 * itself. Trusted Types make `innerHTML = string` throw; see docs/security.md. `connect-src` lets our own code fetch
 * the images of a post from sites the person has granted; no markup can connect, since none of ours holds scripts.
 */
const extensionPages = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${previewStyle}`,
  "img-src 'self' data: blob:",
  "connect-src 'self' https: http:",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types clipsheet dompurify',
].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  outDir: process.env.CLIPSHEET_OUT ?? '.output',
  vite: () => ({ plugins: [preact()], resolve: { alias: otherBuilds } }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      shrinkClipper(entrypoints, config);
      fewerFiles(config);
    },
    'entrypoints:found': (wxt, found) => {
      // Every component in every state: for those who build it, not for those who use it.
      if (wxt.config.mode === 'production')
        found.splice(0, found.length, ...found.filter(({ name }) => name !== 'preview'));
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'contextMenus',
      // Firefox knows it only as a permission of the whole extension; it shows no warning for it.
      browser === 'firefox' ? 'identity' : 'sidePanel',
    ],
    optional_permissions: browser === 'firefox' ? ['downloads'] : ['downloads', 'offscreen', 'identity'],
    omnibox: { keyword: 'clip' },
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: { extension_pages: extensionPages },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+Y' } },
      'clip-page': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_clip_page__' },
      'highlight-page': { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_command_highlight_page__' },
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'clipsheet@clipsheet.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
