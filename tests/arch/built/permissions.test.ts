import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { requireBuild } from '../../../scripts/lib/builds.mjs';
import { withPermissionTable } from '../../../scripts/lib/permissions.mjs';

test('the README explains every permission that is asked for, and nothing else (`npm run permissions` writes it)', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(readme).toBe(withPermissionTable(readme));
});

describe.each(['chromium', 'firefox'] as const)('the manifest for %s', (browser) => {
  const manifest = JSON.parse(readFileSync(`${requireBuild(browser)}/manifest.json`, 'utf8'));

  test('gets no site at install, and gives pages nothing to fetch', () => {
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.permissions.filter((name: string) => /:\/\/|<all_urls>|^tabs$/.test(name))).toEqual([]);
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('keeps its pages to their own files, with Trusted Types', () => {
    const policy: string = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("img-src 'self' data: blob:;");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe-|\*/);
    // Images of a post are fetched from their sites, once a person has given access to them.
    expect(policy.split('; ').filter((directive) => /https?:/.test(directive))).toEqual([
      "connect-src 'self' https: http:",
    ]);
  });

  test('has a version of its own and texts for both languages', () => {
    expect(manifest.version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
    expect(manifest.default_locale).toBe('en');
    expect(JSON.stringify(manifest)).toMatch(/__MSG_extension_name__/);
  });
});
