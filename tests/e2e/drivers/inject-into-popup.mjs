// @ts-check
/** Runs a script in each popup before the popup's own scripts, to be as quick as an unlucky user. Chromium only. */

/**
 * From now on each popup that opens runs `script` first, until the returned function is called.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} script
 * @returns {Promise<() => Promise<void>>}
 */
export async function injectIntoPopup(browser, script) {
  const session = await browser.target().createCDPSession();
  // A popup is attached before it has a type or an address: every new page gets the script, which asks where it is.
  const source = `if (location.pathname === '/popup.html') { ${script} }`;
  session.on('Target.attachedToTarget', async ({ sessionId }) => {
    const page = session.connection()?.session(sessionId);
    await page?.send('Page.enable');
    await page?.send('Page.addScriptToEvaluateOnNewDocument', { source });
    await page?.send('Runtime.runIfWaitingForDebugger');
  });
  const filter = [{ type: 'page' }, { type: 'other' }];
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter });
  return () => session.detach();
}
