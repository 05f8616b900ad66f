/** The one script of an exported page: small, the same for every post, and nothing to read or share depends on it. */

/**
 * What it adds: share links once the page is on the web when its address was not known before, "copy link" and the
 * system's share sheet where the browser has them, and Escape and arrow keys for enlarged images.
 */
export const pageScript = `(() => {
  const share = document.querySelector('.share');
  const known = document.querySelector('link[rel=canonical]')?.href;
  const address = known ?? (/^https?:/.test(location.protocol) ? location.href.split('#')[0] : '');
  const button = (name, does, act) => {
    const found = share?.querySelector('[data-do=' + name + ']');
    if (!found || !address || !does) return;
    found.hidden = false;
    found.parentElement.hidden = false;
    found.addEventListener('click', () => act(found));
  };
  if (share && address && !known) {
    for (const link of share.querySelectorAll('[data-to]'))
      link.href = link.dataset.to.replaceAll('PAGE_ADDRESS', encodeURIComponent(address));
    share.querySelector('.waits')?.remove();
  }
  button('copy', true, async (found) => {
    try {
      await navigator.clipboard.writeText(address);
      share.querySelector('[role=status]').textContent = found.dataset.done;
    } catch {
      prompt(found.textContent, address);
    }
  });
  button('system', navigator.share, () => navigator.share({ title: document.title, url: address }).catch(() => null));
  addEventListener('keydown', (event) => {
    const name = { Escape: '.close', ArrowLeft: '.previous', ArrowRight: '.next' }[event.key];
    const link = name && document.querySelector(':target ' + name);
    if (!link || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    link.click();
  });
})();`;

/** For the page's content security policy: base64 of the SHA-256 of the script's text. */
export const pageScriptHash = 'sha256-m978WYkfpyRuPAPSMQ/CrEXyLswSsn9dQJ+ohoLEjTE=';
