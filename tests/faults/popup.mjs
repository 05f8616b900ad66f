// @ts-check
/** The popup is closed 2 ms and 40 ms after each kind of edit: what was edited must be stored. */
import { see, toQuery, until } from '../e2e/drivers/driver.mjs';
import { locate } from '../e2e/drivers/locate.mjs';
import { addTags, clipPage } from '../e2e/journeys/clip.mjs';
import { readStore } from '../e2e/read-store.mjs';
import { serveArticles } from '../e2e/serve-articles.mjs';
import { makeProfile, start } from './extension.mjs';

/** @typedef {import('../e2e/drivers/driver.mjs').View} View */

/**
 * Each kind: what gets the popup ready, the event after which the clock runs, the edit, and how it shows on disk.
 * @type {Record<string, {ready?: (popup: View) => Promise<void>, event: string, edit: (popup: View) => Promise<void>, shows: (clip: any) => boolean}>}
 */
const kinds = {
  tag: {
    ready: (popup) => typeInto(popup, { role: 'combobox', name: 'Tags' }, 'leather'),
    event: 'keydown',
    edit: (popup) => popup.press('Enter'),
    shows: ({ tags }) => tags.includes('leather'),
  },
  'tag being typed': {
    ready: (popup) => typeInto(popup, { role: 'combobox', name: 'Tags' }, 'leathe'),
    event: 'input',
    edit: (popup) => popup.press('r'),
    shows: ({ tags }) => tags.includes('leather'),
  },
  note: {
    ready: (popup) => typeInto(popup, { role: 'textbox', name: 'Note' }, 'for the newslette'),
    event: 'input',
    edit: (popup) => popup.press('r'),
    shows: ({ note }) => note === 'for the newsletter',
  },
  'tag taken off': {
    ready: (popup) => addTags(popup, ['leather', 'mills']),
    event: 'click',
    edit: (popup) => popup.click({ role: 'button', name: 'Remove “leather”' }),
    shows: ({ tags }) => tags.join() === 'mills',
  },
  headline: {
    ready: (popup) => typeInto(popup, { role: 'textbox', name: 'Headline' }, ', agai'),
    event: 'input',
    edit: (popup) => popup.press('n'),
    shows: ({ title, sourceTitle }) => title === `${sourceTitle}, again`,
  },
  status: {
    ready: (popup) => popup.focus({ role: 'radio', name: 'Inbox' }),
    event: 'change',
    edit: (popup) => popup.press('ArrowRight'),
    shows: ({ status }) => status === 'kept',
  },
  star: {
    event: 'click',
    edit: (popup) => popup.click({ role: 'button', name: 'Star' }),
    shows: ({ starred }) => starred === true,
  },
  undo: {
    event: 'click',
    edit: (popup) => popup.click({ role: 'button', name: 'Undo' }),
    shows: ({ deletedAt }) => deletedAt !== null,
  },
  'undo taken back': {
    ready: async (popup) => {
      await popup.click({ role: 'button', name: 'Undo' });
      await see(popup, { role: 'button', name: 'Restore' });
    },
    event: 'click',
    edit: (popup) => popup.click({ role: 'button', name: 'Restore' }),
    shows: ({ deletedAt }) => deletedAt === null,
  },
};

/**
 * Types at the end of a field and waits until it is there: Firefox hands the keys to a popup later than they are pressed,
 * and the clock is to run from the edit, not from a letter before it.
 * @param {View} popup
 * @param {import('../e2e/drivers/driver.mjs').Target} field
 * @param {string} text
 */
async function typeInto(popup, field, text) {
  await popup.focus(field);
  await popup.press('End');
  await popup.type(text);
  await until('the text to be typed', async () =>
    String(await popup.evaluate(locate, toQuery(field), 'value')).endsWith(text),
  );
}

/** @type {import('./experiment.mjs').Experiment} */
export const experiment = {
  name: 'popup',
  browsers: ['chromium', 'firefox'],
  what: 'popup closed 2 ms and 40 ms after each kind of edit',
  async run({ extension, short }) {
    const rounds = short ? 1 : 15;
    const profile = makeProfile();
    const site = await serveArticles();
    const driver = await start(extension, profile.path);
    /** @type {Record<string, string>} */
    const counts = {};
    let all = true;
    try {
      for (const [kind, { ready, event, edit, shows }] of Object.entries(kinds))
        for (const delay of [2, 40]) {
          let stored = 0;
          /** @type {unknown} */
          let why = '';
          for (let round = 0; round < rounds; round++) {
            const path = `${kind.replaceAll(' ', '-')}-${delay}-${round}`;
            try {
              const popup = await clipPage(driver, `${site.url}/${path}`);
              await ready?.(popup);
              await popup.evaluate(closeAfter, event, delay);
              await edit(popup).catch(() => undefined); // it may be gone before the key is up again
              await until('the popup to close', async () => !(await popup.isOpen()));
              await until('the edit on disk', async () =>
                (await readStore(driver, 'clips')).some((clip) => clip.url.endsWith(`/${path}`) && shows(clip)),
              );
              stored++;
            } catch (error) {
              why = ` (${error instanceof Error ? error.message : String(error)})`;
            }
            await driver.closeTabs();
          }
          counts[`${kind}, ${delay} ms`] = `${stored} of ${rounds}${why}`;
          all &&= stored === rounds;
        }
    } finally {
      await driver.close();
      await site.close();
      profile.remove();
    }
    return { counts, holds: all };
  },
};

/**
 * Runs in the popup: the next event of this kind starts the clock.
 * @param {string} event
 * @param {number} delay
 */
function closeAfter(event, delay) {
  addEventListener(event, () => setTimeout(() => window.close(), delay), { capture: true, once: true });
}
