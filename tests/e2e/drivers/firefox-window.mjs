// @ts-check
/** What the Firefox driver runs in the browser's own window. Each function closes over nothing. */

/** @param {string} widget */
export function pinToToolbar(widget) {
  const { CustomizableUI } = /** @type {any} */ (globalThis).ChromeUtils.importESModule(
    'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs',
  );
  CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR);
}

export function isPopupOpen() {
  const popup = /** @type {any} */ (document.querySelector('.webextension-popup-browser'));
  return Boolean(popup?.currentURI.schemeIs('moz-extension'));
}

/** Keys go to the element of the window that has the focus, and only then on to the document in it. */
export function focusPopup() {
  /** @type {any} */ (document.querySelector('.webextension-popup-browser')).focus();
}

/**
 * Ends the background page, with whatever it is doing.
 * @param {string} addOn
 */
export async function stopBackground(addOn) {
  const { WebExtensionPolicy } = /** @type {any} */ (globalThis);
  await WebExtensionPolicy.getByID(addOn).extension.terminateBackground({ disableResetIdleForTest: true });
}

export function closePopups() {
  for (const panel of document.querySelectorAll('panel')) /** @type {any} */ (panel).hidePopup();
}

/**
 * @param {string} script
 * @param {unknown[]} args
 */
export async function runInPopup(script, args) {
  const popup = /** @type {any} */ (document.querySelector('.webextension-popup-browser'));
  const actor = popup.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  const options = { sandboxName: null, newSandbox: false, timeout: 10_000, filename: 'driver', line: 0 };
  const result = await actor.executeScript(script, args, options);
  return JSON.parse(JSON.stringify(result ?? null));
}

/** The popup as base64 of a PNG, at twice its size. */
export async function drawPopup() {
  const popup = /** @type {any} */ (document.querySelector('.webextension-popup-browser'));
  const { width, height } = popup.getBoundingClientRect();
  const area = new DOMRect(0, 0, width, height);
  const bitmap = await popup.browsingContext.currentWindowGlobal.drawSnapshot(area, 2, 'white');
  const canvas = /** @type {any} */ (document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas'));
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
}

export function readClipboard() {
  const { Cc, Ci, Services } = /** @type {any} */ (globalThis);
  const read = (/** @type {string} */ type) => {
    const transferable = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
    transferable.init(null);
    transferable.addDataFlavor(type);
    Services.clipboard.getData(transferable, Services.clipboard.kGlobalClipboard);
    const data = {};
    try {
      transferable.getTransferData(type, data);
    } catch {
      return '';
    }
    return /** @type {any} */ (data).value.QueryInterface(Ci.nsISupportsString).data;
  };
  return { html: read('text/html'), text: read('text/plain') };
}

/**
 * Chooses an entry of the extension from the context menu that is open; its entries are in a submenu when there are
 * several.
 * @param {string} label
 */
export async function chooseMenuEntry(label) {
  const menu = /** @type {any} */ (document.getElementById('contentAreaContextMenu'));
  const isOpen = (/** @type {any} */ item) => !item.hidden && item.closest('menupopup').state === 'open';
  const find = () => [...menu.querySelectorAll('menuitem')].find((item) => item.label === label && isOpen(item));
  for (const submenu of menu.querySelectorAll('menu[ext-type]')) {
    if (find()) break;
    submenu.openMenu(true);
    await new Promise((resolve) => submenu.addEventListener('popupshown', resolve, { once: true }));
  }
  const item = find();
  if (!item) return false;
  item.closest('menupopup').activateItem(item);
  return true;
}

export function isContextMenuOpen() {
  return /** @type {any} */ (document.getElementById('contentAreaContextMenu'))?.state === 'open';
}

/**
 * Presses a button of the question whether an extension may have a permission; whether the question was there.
 * @param {boolean} allow
 */
export function pressPermissionButton(allow) {
  const question = /** @type {any} */ (document.getElementById('addon-webext-permissions-notification'));
  if (question?.parentNode?.state !== 'open') return false;
  (allow ? question.button : question.secondaryButton).click();
  return true;
}

/** How many frames the tab in front has. */
export function countFrames() {
  return /** @type {any} */ (globalThis).gBrowser.selectedBrowser.browsingContext.children.length;
}

/** Runs in the browser's window: puts the cursor into an empty address bar. */
export function focusAddressBar() {
  const { gURLBar } = /** @type {any} */ (globalThis).window;
  gURLBar.focus();
  gURLBar.select();
}

/** Runs in the browser's window: what is under the address bar, a line each, and the line that Enter would open. */
export function readAddressBar() {
  const { gURLBar } = /** @type {any} */ (globalThis).window;
  const rows = [...gURLBar.view.panel.querySelectorAll('.urlbarView-row')];
  const chosen = rows.find((row) => row.hasAttribute('selected') || row.querySelector('[selected]'));
  return { lines: rows.map((row) => row.textContent), chosen: chosen?.textContent ?? '' };
}
