// @ts-check
/** Importing: a file is dropped or chosen, looked at, brought in, stopped or taken back. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { see, until } from '../drivers/driver.mjs';

/** @typedef {import('../drivers/driver.mjs').View} View */

/**
 * Drops a file on whatever the page shows: in Chromium a file of the disk, dragged in through the browser as from the
 * desktop; Firefox has no command for that, so there the page gets the event alone.
 * @param {import('../drivers/driver.mjs').Driver | import('../drivers/chromium.mjs').ChromiumDriver} driver
 * @param {View} view
 * @param {string} name
 * @param {string} text
 */
export async function dropFile(driver, view, name, text) {
  if (!('pageOf' in driver)) return view.evaluate(sendDrop, name, text);
  const file = join(driver.downloads, name); // it goes with the profile: the page may read it for long
  writeFileSync(file, text);
  await dragIn(driver.pageOf(view), file);
}

/** @param {import('puppeteer-core').Page} page @param {string} file */
async function dragIn(page, file) {
  const session = await page.createCDPSession();
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  /** @param {'dragEnter' | 'dragOver' | 'drop'} type */
  const drag = (type) => session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  await drag('dragEnter');
  // People let go of a file when the page says that it takes it.
  await until('the page to take the file', async () => {
    await drag('dragOver');
    return page.evaluate(() => (document.body.textContent ?? '').includes('Drop to import'));
  });
  await drag('drop');
  await session.detach();
}

/** In the page. @param {string} name @param {string} text */
function sendDrop(name, text) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  for (const type of ['dragover', 'drop'])
    document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
}

/**
 * Chooses a file in the import view, as the browser's own dialog does.
 * @param {View} view
 * @param {string} name
 * @param {string} text
 */
export async function chooseFile(view, name, text) {
  await see(view, { role: 'button', name: 'Choose files…' });
  await view.evaluate(
    (name, text) => {
      const input = document.querySelector('input[type=file]');
      if (!(input instanceof HTMLInputElement)) throw new Error('no input for files');
      const chosen = new DataTransfer();
      chosen.items.add(new File([text], name));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    text,
  );
}

/**
 * An export of Pocket with `count` pages; every fifth is Chinese, each with two tags.
 * @param {number} count
 */
export function pocketFile(count) {
  const rows = Array.from({ length: count }, (_, i) => {
    const title = i % 5 === 0 ? `汽车皮革出口同比增长 ${i}%` : `Hides, grain maps and ${i} seats`;
    return `"${title}",https://news-${i % 97}.example/story/${i},${1_600_000_000 + i * 60},leather|tag-${i % 40},${i % 3 ? 'unread' : 'archive'}`;
  });
  return ['title,url,time_added,tags,status', ...rows, ''].join('\n');
}
