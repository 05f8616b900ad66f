// @ts-check
/** Runs a script in each popup before the popup's own scripts, to be as quick as an unlucky user. Chromium only. */

/**
 * From now on each popup that opens runs `script` first, until `stop` is called. `closed` resolves when a popup that
 * opened after its call has gone.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} script
 * @returns {Promise<{closed: () => Promise<void>, stop: () => Promise<void>}>}
 */
export async function injectIntoPopup(browser, script) {
  const session = await browser.target().createCDPSession();
  // A popup is attached before it has a type or an address: every new page gets the script, which asks where it is.
  const source = `if (location.pathname === '/popup.html') { ${script} }`;
  /** Popups that are open, by session. @type {Set<string>} */
  const popups = new Set();
  /** @type {(() => void)[]} */
  let waiting = [];
  session.on('Target.attachedToTarget', async ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'other') popups.add(sessionId);
    const page = session.connection()?.session(sessionId);
    await page?.send('Page.enable');
    await page?.send('Page.addScriptToEvaluateOnNewDocument', { source });
    await page?.send('Runtime.runIfWaitingForDebugger');
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => {
    if (!popups.delete(sessionId)) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  });
  const filter = [{ type: 'page' }, { type: 'other' }];
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter });
  return { closed: () => new Promise((resolve) => waiting.push(resolve)), stop: () => session.detach() };
}
