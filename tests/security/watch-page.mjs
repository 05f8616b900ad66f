// @ts-check
/** Watches a page for what a payload may do in it, and provokes it. The functions for pages close over nothing. */

/**
 * @typedef {'execution' | 'blocked script' | 'navigation' | 'hang' | 'throw' | 'connection' | 'not clipped' | 'reached'} Harm
 * @typedef {{harm: Harm, where: string, payloads: string[], detail: string}} Finding
 */

/** Runs first in a page of ours: every way by which payloads show that they ran, and what the policy stopped. */
export function listen() {
  /** @type {{ran: string[], blocked: string[]}} */
  const seen = { ran: [], blocked: [] };
  Object.defineProperty(globalThis, 'clipsheetSeen', { value: seen });
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'hit'])
    Object.defineProperty(globalThis, name, { value: () => seen.ran.push(name) });
  addEventListener('securitypolicyviolation', (event) => {
    // Pictures and frames that the policy keeps out are connections that are not made; scripts are what must not be there.
    if (/script/.test(event.effectiveDirective)) seen.blocked.push(`${event.blockedURI} ${event.sample}`);
  });
}

/** Runs first in a page of a hostile site: it may run what it likes, but not hold up the test. */
export function mute() {
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'hit', 'open', 'close'])
    Object.defineProperty(globalThis, name, { value: () => undefined });
}

/** What a reader might set off: every handler that is left, every link with a script, every form and disclosure. */
function provoke() {
  for (const element of document.querySelectorAll('*')) {
    for (const { name } of [...element.attributes])
      if (name.startsWith('on')) element.dispatchEvent(new Event(name.slice(2)));
    const address = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '';
    const scheme = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).protocol : '';
    if (/^(?:javascript|vbscript|data):$/.test(scheme))
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    if (element instanceof HTMLFormElement && element.hasAttribute('action')) element.requestSubmit();
  }
}

/** @returns {{ran: string[], blocked: string[]}} what `listen` has seen */
function tell() {
  const { clipsheetSeen } = /** @type {any} */ (globalThis);
  const { ran = ['not watched'], blocked = [] } = clipsheetSeen ?? {};
  return { ran: ran.splice(0), blocked: blocked.splice(0) };
}

/**
 * A page of ours under watch.
 * @param {import('puppeteer-core').Page} page
 * @param {number} patience milliseconds it may be busy before it hangs
 */
export async function watchPage(page, patience) {
  /** @type {Finding[]} */
  const findings = [];
  let home = '';
  let where = '';
  /** @type {string[]} */
  let payloads = [];
  const add = (/** @type {Harm} */ harm, /** @type {string} */ detail) =>
    findings.push({ harm, where, payloads, detail: detail.slice(0, 300) });
  page.on('pageerror', (error) => add('throw', String(error)));
  page.on('dialog', (dialog) => {
    add('execution', `a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => {
    const at = withoutHash(frame.url());
    if (frame === page.mainFrame() && home && at !== home) add('navigation', at);
  });
  page.on('console', (message) => {
    if (/Blocked script execution/.test(message.text())) add('blocked script', message.text());
  });
  await page.evaluateOnNewDocument(listen);

  /** @type {<A extends unknown[], R>(fn: (...args: A) => R, ...args: A) => Promise<Awaited<R> | undefined>} */
  const inTime = async (fn, ...args) => {
    const late = Symbol('late');
    const answer = await Promise.race([
      page.evaluate(/** @type {any} */ (fn), ...args),
      new Promise((resolve) => setTimeout(resolve, patience, late)),
    ]);
    if (answer === late) add('hang', `no answer for ${patience} ms`);
    return answer === late ? undefined : answer;
  };
  return {
    findings,
    /**
     * Opens an address and stays there: leaving it is a finding.
     * @param {string} url
     */
    open: async (url) => {
      home = '';
      await page.goto(url, { waitUntil: 'load' });
      home = withoutHash(url);
    },
    /**
     * Provokes what is shown, in every frame, and writes down what came of it.
     * @param {string} place
     * @param {string[]} shown ids of the payloads that are shown
     */
    look: async (place, shown) => {
      [where, payloads] = [place, shown];
      if ((await inTime(provoke)) === null) return;
      await new Promise((resolve) => setTimeout(resolve, 30));
      for (const frame of page.frames()) {
        const seen =
          frame === page.mainFrame() ? await inTime(tell) : await frame.evaluate(tell).catch(() => undefined);
        for (const name of seen?.ran ?? []) add('execution', name);
        for (const script of seen?.blocked ?? []) add('blocked script', script);
      }
    },
  };
}

/** @param {string} url */
function withoutHash(url) {
  return url.replace(/#.*$/, '');
}
