// @ts-check
/** A Chromium in which each page of a set stands at its own address, as a server would have sent it, and runs nothing. */
import puppeteer from 'puppeteer-core';
import { chromiumSwitches, requireBrowser } from '../../../scripts/lib/browsers.mjs';

/** No script of the page and no file that it names; its style sheets in the page are kept. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";
const longest = 120_000;

/**
 * @returns {Promise<{
 *   open: (page: import('./sets.mjs').BenchPage) => Promise<{evaluate: (expression: string) => Promise<any>}>,
 *   trace: (path: string, work: () => Promise<void>) => Promise<void>,
 *   close: () => Promise<void>,
 * }>}
 */
export async function openPageWorld() {
  const browser = await puppeteer.launch({
    executablePath: requireBrowser('chromium'),
    pipe: true,
    headless: true,
    protocolTimeout: longest * 2,
    args: [...chromiumSwitches, '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
  const tab = await browser.newPage();
  const session = await tab.createCDPSession();
  /** @type {Buffer | null} */
  let waiting = null;
  await tab.setRequestInterception(true);
  tab.on('request', (request) => {
    const isPage = request.isNavigationRequest() && request.frame() === tab.mainFrame();
    const body = waiting;
    if (!isPage) return void request.abort();
    waiting = null;
    // A page that wants to lead elsewhere stays: "no content" leaves the one that is there.
    if (!body) return void request.respond({ status: 204 });
    const headers = { 'content-security-policy': policy };
    return void request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers, body });
  });
  return {
    open: async (page) => {
      waiting = page.html();
      await tab.goto(page.url, { waitUntil: 'domcontentloaded', timeout: longest });
      const { frameTree } = await session.send('Page.getFrameTree');
      return { evaluate: (expression) => evaluateIn(session, frameTree.frame.id, expression) };
    },
    trace: async (path, work) => {
      await tab.tracing.start({ path, categories: ['toplevel', 'devtools.timeline', 'blink.user_timing'] });
      await work().finally(() => tab.tracing.stop());
    },
    close: () => browser.close(),
  };
}

/**
 * In a world of its own, as scripts of extensions run.
 * @param {import('puppeteer-core').CDPSession} session
 * @param {string} frameId
 * @param {string} expression
 */
async function evaluateIn(session, frameId, expression) {
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId, worldName: 'bench' });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId: executionContextId,
    returnByValue: true,
    awaitPromise: true,
    timeout: longest,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
