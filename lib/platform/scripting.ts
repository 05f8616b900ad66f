/** The page in a tab, reached by scripts injected on demand: nothing of ours is there before. */
import { browser } from 'wxt/browser';
import type { CaptureWarning, ImageBytes } from '../model/clip';
import type { NotClippableReason } from '../model/failure';
import type { JoinedPage, PageReading, PageSigns, SecondLook } from '../model/page-reading';
import { fail, ok, type Result } from '../model/result';
import type { SiteRule } from '../model/site-rule';
import { isClippable } from '../model/url';
import {
  describeImage,
  describeLink,
  fetchImages,
  prepare,
  prepareAgain,
  prepareByHand,
  prepareHighlighter,
  preparePicker,
  readyState,
  type SentImage,
  showNotice,
} from './in-page';

/** What was read in a page, and what around it says that it may not be all (null where nobody looked). */
export type ReadPage = { reading: PageReading; signs: PageSigns | null };

/** Milliseconds after which a page that is still loading is read as it stands: some never come to an end. */
const loadingPatience = 2000;

/** Reads the page in a tab, once it has loaded. `selection`: only what is selected. `rule`: that of the page's site. */
export async function readPage(
  tabId: number,
  mode: 'page' | 'selection',
  rule: SiteRule | null = null,
): Promise<Result<ReadPage, CaptureWarning>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const asItStands = new Promise<Result<ReadPage, CaptureWarning>>((resolve) => {
    timer = setTimeout(async () => {
      // Asks what the page is at, which a page that is being read answers when that is done.
      const state = await inPage(now(tabId), readyState).catch(() => null);
      if (state === 'loading') resolve(readNow(now(tabId), mode, rule));
    }, loadingPatience);
  });
  const read = await Promise.race([readNow({ target: { tabId } }, mode, rule), asItStands]);
  clearTimeout(timer);
  return read;
}

async function readNow(
  where: Where,
  mode: 'page' | 'selection',
  rule: SiteRule | null,
): Promise<Result<ReadPage, CaptureWarning>> {
  try {
    // All at once: a page runs them in order, and the answer is there some round trips earlier.
    const [contentType, signs, reading] = await Promise.all([
      inPage(where, prepare, mode, rule),
      mode === 'page' ? runFiles(where, '/page-signs.js').catch(() => null) : null,
      runFiles(where, ...(rule && mode === 'page' ? (['/site-reader.js'] as const) : []), '/clipper.js'),
    ]);
    const readable = isClippable('https://page.invalid/', asText(contentType));
    if (!readable.ok) return fail(readable.failure);
    return isReading(reading) ? ok({ reading, signs: isSigns(signs) ? signs : null }) : fail('failed');
  } catch (error) {
    return fail(isGone(error) ? 'interrupted' : 'no-access');
  }
}

/** Reads what a person chose of a page: the block that the picker left in its world, or the whole page. */
export async function readByHand(tabId: number, mode: 'block' | 'whole'): Promise<Result<PageReading, CaptureWarning>> {
  try {
    const [, reading] = await Promise.all([inPage(tabId, prepareByHand, { mode }), runFiles(tabId, '/by-hand.js')]);
    return isReading(reading) ? ok(reading) : fail('failed');
  } catch (error) {
    return fail(isGone(error) ? 'interrupted' : 'no-access');
  }
}

/** What would be better than the text that was read of the page in the tab; null when it is as good, or out of reach. */
export async function lookAgain(
  tabId: number,
  asked: { html: string; isDoubtful: boolean },
): Promise<SecondLook | null> {
  const where = now(tabId);
  const [, look] = await Promise.all([inPage(where, prepareAgain, asked), runFiles(where, '/second-look.js')]);
  return isLook(look) ? look : null;
}

/** `html` with the text of the page at `url` behind it, fetched by the page in the tab; null when it cannot be had. */
export async function readNextPage(
  tabId: number,
  asked: { url: string; html: string; rule: SiteRule | null },
): Promise<JoinedPage | null> {
  const [, joined] = await Promise.all([
    inPage(tabId, prepareByHand, { mode: 'next', ...asked }),
    runFiles(tabId, '/by-hand.js'),
  ]);
  return isJoined(joined) ? joined : null;
}

/** Lets the person point at a block of the page. Rejects where the browser lets nobody in. */
export async function openPicker(
  tabId: number,
  given: { token: string; words: Record<string, string> },
): Promise<void> {
  await Promise.all([inPage(tabId, preparePicker, given), runFiles(tabId, '/picker.js')]);
}

/**
 * Starts highlighting in the page, or asks again where it has been started. `css` is of the user's origin: no style of
 * the page is stronger. Fails where the browser lets nobody in, and in files that have no words in the page.
 */
export async function openHighlighter(
  tabId: number,
  given: { token: string; mode: string; words: Record<string, string>; [name: string]: unknown },
  css: string,
): Promise<Result<null, NotClippableReason>> {
  try {
    const type = asText(await inPage(tabId, prepareHighlighter, given));
    if (type === 'running') return ok(null);
    const readable = isClippable('https://page.invalid/', type);
    if (!readable.ok) return readable;
    await browser.scripting.insertCSS({ target: { tabId, allFrames: true }, origin: 'USER', css });
    await runFiles(tabId, '/highlighter.js');
    return ok(null);
  } catch {
    return fail('no-access');
  }
}

/** Images as the page itself may fetch them; see `fetchImages` in `in-page.ts`. Rejects when the page is gone. */
export async function fetchImagesInPage(
  tabId: number,
  urls: readonly string[],
  mostBytes: number,
): Promise<({ bytes: ImageBytes; width: number; height: number; from?: string } | 'withheld' | null)[]> {
  const sent = await inPage(now(tabId), fetchImages, [...urls], mostBytes, 10_000);
  return (sent ?? []).map((image) => {
    if (!image || image === 'withheld') return image;
    const { type, base64, ...facts } = image;
    return { bytes: decode({ type, base64 }), ...facts };
  });
}

export async function describeImageInPage(
  tabId: number,
  url: string,
): Promise<Partial<ReturnType<typeof describeImage>>> {
  return (await inPage(tabId, describeImage, url)) ?? {};
}

/** The words of a link in a page; empty when they cannot be read. */
export async function describeLinkInPage(tabId: number, url: string): Promise<string> {
  return (await inPage(tabId, describeLink, url).catch(() => '')) ?? '';
}

/** Shows a short notice in a page; does nothing where the browser lets nobody in. */
export async function showNoticeInPage(tabId: number, text: string, tone: 'done' | 'problem'): Promise<void> {
  await inPage(tabId, showNotice, text, tone, 3500).catch(() => undefined);
}

type Script =
  | '/page-signs.js'
  | '/site-reader.js'
  | '/clipper.js'
  | '/by-hand.js'
  | '/picker.js'
  | '/highlighter.js'
  | '/second-look.js';

/** A tab's page: its scripts run when it has loaded, unless at once. */
type Where = { target: { tabId: number }; injectImmediately?: true };
const now = (tabId: number): Where => ({ target: { tabId }, injectImmediately: true });

/** Runs scripts of the extension in a page, in order; the value is that of the last. */
async function runFiles(where: Where | number, ...files: Script[]): Promise<unknown> {
  const [result] = await browser.scripting.executeScript({ ...asPlace(where), files });
  return result?.result;
}

async function inPage<Args extends unknown[], Value>(
  where: Where | number,
  func: (...args: Args) => Value,
  ...args: Args
): Promise<Awaited<Value> | null> {
  const [result] = await browser.scripting.executeScript({ ...asPlace(where), func, args });
  return (result?.result as Awaited<Value> | undefined) ?? null;
}

const asPlace = (where: Where | number): Where => (typeof where === 'number' ? { target: { tabId: where } } : where);

function decode({ type, base64 }: Pick<SentImage, 'type' | 'base64'>): ImageBytes {
  const binary = atob(base64);
  const data = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) data[i] = binary.charCodeAt(i);
  return { data, type };
}

/** A page can put an element in the place of any property of its document. */
function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The tab was closed or went elsewhere while it was read. */
function isGone(error: unknown): boolean {
  return /no tab with id|invalid tab id|tab was closed|frame (?:with id \d+ )?was removed|frame.*not found|context.*(?:destroyed|invalidated)/iu.test(
    String(error),
  );
}

function isJoined(value: unknown): value is JoinedPage {
  if (typeof value !== 'object' || value === null) return false;
  const { html, text, images, next } = value as Partial<JoinedPage>;
  return typeof html === 'string' && typeof text === 'string' && Array.isArray(images) && isNext(next);
}

function isLook(value: unknown): value is SecondLook {
  if (typeof value !== 'object' || value === null) return false;
  const { html, text, images, pass, isSure } = value as Partial<SecondLook>;
  const isText = typeof html === 'string' && typeof text === 'string' && Array.isArray(images);
  return isText && typeof isSure === 'boolean' && (pass === 'second-opinion' || pass === 'drop-invisible');
}

function isNext(next: unknown): next is string | null {
  return next === null || (typeof next === 'string' && /^https?:/u.test(next));
}

function isSigns(value: unknown): value is PageSigns {
  if (typeof value !== 'object' || value === null) return false;
  const { wantsLogin, isCut, paragraphs, next, total } = value as Partial<PageSigns>;
  return (
    typeof wantsLogin === 'boolean' &&
    typeof isCut === 'boolean' &&
    typeof paragraphs === 'number' &&
    isNext(next) &&
    total !== undefined
  );
}

function isReading(value: unknown): value is PageReading {
  if (typeof value !== 'object' || value === null) return false;
  const { url, html, text, images, passes, witnesses } = value as Partial<PageReading>;
  const texts = [url, html, text, witnesses?.heading, witnesses?.lines];
  const lists = [images, passes, witnesses?.meta, witnesses?.jsonLd, witnesses?.marks];
  return texts.every((item) => typeof item === 'string') && lists.every(Array.isArray);
}
