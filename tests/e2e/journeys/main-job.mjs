// @ts-check
/** The main job from end to end, as one person does it: page → clip → tags and note → post → exports. */
import { readFileSync } from 'node:fs';
import { addTags, clipPage, waitForImages, waitForText, writeNote } from './clip.mjs';
import { exportFile, exportRichText, makePost, openClip, useFullText, writePost } from './post.mjs';

/** The article every other file of the tests talks about, as `tests/fixtures` expects it to be read. */
const expected = JSON.parse(
  readFileSync(new URL('../../fixtures/baic-wordpress/expected.json', import.meta.url), 'utf8'),
);

export const sample = {
  path: '/baic-wordpress/',
  title: /** @type {string} */ (expected.metadata.title),
  images: /** @type {unknown[]} */ (expected.images).length,
  tags: ['automotive leather', 'BAIC'],
  note: 'Quote this in the supplier newsletter.',
  headline: 'What openness means for leather suppliers',
  standfirst: 'Lower tariffs bring more car makers to China, and each of them needs seats.',
};

/**
 * @typedef {{name: string, data: Buffer}} SavedFile
 * @typedef {{page: SavedFile, markdown: SavedFile, copied: {html: string, text: string}}} Exports
 */

/**
 * Does it all with the sample article.
 * @param {import('../drivers/driver.mjs').Driver} driver
 * @param {string} site where the fixtures are served, without a slash at the end
 * @param {object} [options]
 * @param {<T>(name: string, run: () => Promise<T>) => Promise<T>} [options.step] wraps each step, to time it
 * @param {(view: import('../drivers/driver.mjs').View, name: string) => Promise<void>} [options.show] a moment to keep as a picture
 * @returns {Promise<Exports>}
 */
export async function doMainJob(driver, site, { step = (_name, run) => run(), show = async () => undefined } = {}) {
  const popup = await step('clip the article', () => clipPage(driver, site + sample.path));
  await step('tag and annotate it', async () => {
    await waitForText(popup);
    await addTags(popup, sample.tags);
    await writeNote(popup, sample.note);
    await show(popup, 'popup');
    await popup.close();
  });
  const composer = await step('find it in the library', async () => {
    await waitForImages(driver, sample.images);
    const library = await openClip(driver, sample.title);
    await show(library, 'library');
    return library;
  });
  await step('make a post of it', async () => {
    await makePost(composer);
    await writePost(composer, sample);
    await useFullText(composer, sample.images);
    await show(composer, 'composer');
  });
  return {
    page: await step('export a web page', () => exportFile(driver, composer, 'Web page')),
    markdown: await step('export Markdown', () => exportFile(driver, composer, 'Markdown')),
    copied: await step('copy rich text', () => exportRichText(driver, composer)),
  };
}
