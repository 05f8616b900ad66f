import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import type { ResolvedPost } from '../../../lib/model/resolved-post';
import { renderPage } from '../../../lib/render/page';
import { baicPost, barePost, chinesePost, hostilePost, image } from '../../unit/render/posts';

type PageWindow = Window & typeof globalThis & { axe: typeof axe };

const posts: [string, ResolvedPost][] = [
  ['the sample post', baicPost()],
  ['the sample post at a known address', baicPost({ canonicalUrl: 'https://blog.example.com/news/baic/' })],
  ['a Chinese post', chinesePost()],
  ['an empty post', barePost()],
  ['a hostile post', hostilePost()],
  ['a post written from right to left', baicPost({ language: 'ar', title: 'صناعة السيارات' })],
];

let frame: HTMLIFrameElement | null = null;
afterEach(() => frame?.remove());

/** The page in a frame of its own, with its images in it, at `width`. `sandbox` as the attribute; null for none. */
async function open(post: ResolvedPost, { width = 900, sandbox = null as string | null, bare = false } = {}) {
  const urls = new Map(
    post.images.map(({ path, bytes }) => [path, URL.createObjectURL(new Blob([bytes.data], { type: bytes.type }))]),
  );
  const html = renderPage(post, (path) => urls.get(path) ?? path);
  // axe is put into the page as a script, which the page's own policy rightly refuses.
  const shown = bare ? html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '') : html;
  const made = document.createElement('iframe');
  frame = made;
  made.style.cssText = `width:${width}px;height:800px;border:0`;
  if (sandbox !== null) made.setAttribute('sandbox', sandbox);
  made.src = URL.createObjectURL(new Blob([shown], { type: 'text/html' }));
  const loaded = new Promise((resolve) => made.addEventListener('load', resolve, { once: true }));
  document.body.append(made);
  await loaded;
  const window = made.contentWindow as PageWindow;
  return { window, document: window.document };
}

/** What axe finds wrong; throws when it has hardly looked. */
async function violations(page: { window: PageWindow; document: Document }): Promise<string[]> {
  const script = page.document.createElement('script');
  script.textContent = axe.source;
  page.document.head.append(script);
  const found = await page.window.axe.run(page.document);
  expect(found.passes.length).toBeGreaterThan(10);
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}

async function colours(scheme: 'light' | 'dark') {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
}

describe.each(['light', 'dark'] as const)('an exported page in %s', (scheme) => {
  test.each(posts)('has no accessibility violations: %s', async (_name, post) => {
    await colours(scheme);
    const page = await open(post, { bare: true });
    expect(page.window.matchMedia(`(prefers-color-scheme: ${scheme})`).matches).toBe(true);
    page.document.querySelector('details')?.setAttribute('open', '');
    expect(await violations(page)).toEqual([]);
  });

  test('has none while an image is enlarged', async () => {
    await colours(scheme);
    const page = await open(baicPost(), { bare: true });
    page.document.querySelector<HTMLAnchorElement>('#image-3 .open')?.click();
    await expect.poll(() => page.document.querySelector('#image-3 .close')?.checkVisibility()).toBe(true);
    expect(await violations(page)).toEqual([]);
  });
});

describe('an exported page', () => {
  test('loads nothing from anywhere, whatever the post holds', async () => {
    for (const [, post] of posts) {
      const page = await open(post, { bare: true }); // so that the policy cannot be what stops it
      const loaded = page.window.performance.getEntriesByType('resource').map((entry) => entry.name);
      expect(loaded.filter((name) => !name.startsWith('blob:'))).toEqual([]);
    }
  });

  test('shows its images and fits from a watch to a wall, with no bar to scroll sideways', async () => {
    const post = { ...chinesePost(), title: '超长标题与Donaudampfschifffahrtsgesellschaftskapitän'.repeat(4) };
    for (const width of [320, 768, 1280, 3840]) {
      const page = await open(post, { width });
      expect(page.document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      for (const img of page.document.images) {
        img.loading = 'eager';
        await img.decode();
        expect(img.naturalWidth).toBe(60);
      }
      frame?.remove();
    }
  });

  test('keeps lines between 34 and 40 Chinese characters where there is room', async () => {
    const page = await open(chinesePost(), { width: 1280 });
    const words = page.document.querySelector('.words') as HTMLElement;
    const size = Number.parseFloat(page.window.getComputedStyle(words).fontSize);
    expect(words.clientWidth / size).toBeGreaterThanOrEqual(34);
    expect(words.clientWidth / size).toBeLessThanOrEqual(40);
  });

  test('without scripts: reads in full, enlarges images, shares by links, hides what needs a script', async () => {
    const page = await open(chinesePost(), { sandbox: 'allow-same-origin' });
    const visible = (selector: string) => page.document.querySelector(selector)?.checkVisibility() ?? false;
    expect(visible('.words p') && visible('.quote blockquote') && visible('.source')).toBe(true);
    expect(visible('.share a[href^="https://service.weibo.com"]')).toBe(true);
    expect(visible('.share button')).toBe(false);
    expect(visible('.close')).toBe(false);
    page.document.querySelector<HTMLAnchorElement>('#image-2 .open')?.click();
    await expect.poll(() => visible('#image-2 .close')).toBe(true);
    const large = page.document.querySelector('#image-2 figure')?.getBoundingClientRect();
    expect([large?.width, large?.height]).toEqual([900, 800]);
    page.document.querySelector<HTMLAnchorElement>('#image-2 .close')?.click();
    await expect.poll(() => visible('#image-2 .close')).toBe(false);
  });

  test('with scripts: offers to copy its address, and closes and turns images by keys', async () => {
    const page = await open(chinesePost());
    const visible = (selector: string) => page.document.querySelector(selector)?.checkVisibility() ?? false;
    expect(visible('[data-do="copy"]')).toBe(true);
    const press = (key: string) =>
      page.document.dispatchEvent(new page.window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    page.document.querySelector<HTMLAnchorElement>('#image-1 .open')?.click();
    await expect.poll(() => visible('#image-1 .close')).toBe(true);
    press('ArrowRight');
    await expect.poll(() => visible('#image-2 .close')).toBe(true);
    press('Escape');
    await expect.poll(() => visible('.close')).toBe(false);
  });

  test('says that sharing waits while it is nowhere on the web, and shows no link but that of an e-mail, which leads somewhere', async () => {
    const page = await open(baicPost());
    expect(page.document.querySelector('.waits')?.checkVisibility()).toBe(true);
    const links = [...page.document.querySelectorAll<HTMLAnchorElement>('.share a[href]')];
    expect(links.map((link) => link.protocol)).toEqual(['mailto:']);
    const [source] = baicPost().sources;
    expect(decodeURIComponent(links[0]?.href ?? '')).toContain(source?.url);
  });

  test('shows a single image without the means to enlarge it', async () => {
    const only = image(1);
    const page = await open(baicPost({ parts: [{ kind: 'gallery', title: '', images: [only] }], images: [only] }));
    expect(page.document.querySelectorAll('.gallery img')).toHaveLength(1);
    expect(page.document.querySelectorAll('.open')).toHaveLength(0);
  });
});
