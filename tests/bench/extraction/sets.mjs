// @ts-check
/** Sets of real pages with what is true of them: `<set>/html/<id>.html.gz` and `<set>/truth.json`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** @typedef {{url?: string, urls?: string[], cover?: boolean, caption?: string, alt?: string}} TrueImage */
/**
 * What is true of a page; a set leaves out what it does not know.
 * @typedef {{
 *   url?: string, lang?: string, text?: string, title?: string | null, authors?: string[], date?: string | null,
 *   source?: string, images?: TrueImage[], with?: string[], without?: string[],
 * }} Truth
 */
/** @typedef {{id: string, url: string, truth: Truth, html: () => Buffer}} BenchPage */
/** @typedef {{name: string, splitsWide: boolean, pages: BenchPage[]}} BenchSet */

/** Its published table counts words between spaces in every language. */
const countedByWords = ['scrapinghub'];

/**
 * @param {string | null} folder one set or a folder of sets; null for the project's own fixtures
 * @param {{set?: string | undefined, limit?: number | undefined}} choice one set by name; only so many pages of each
 * @returns {BenchSet[]}
 * @throws when there is none
 */
export function readSets(folder, { set, limit }) {
  const sets = folder === null ? [readFixtures()] : setFolders(folder).map(readSet);
  const chosen = sets.filter(({ name }) => set === undefined || name === set);
  if (chosen.length === 0) throw new Error(`no set${set ? ` named ${set}` : ''} in ${folder ?? 'the fixtures'}`);
  return chosen.map((it) => ({ ...it, pages: it.pages.slice(0, limit) }));
}

/** @param {string} folder */
function setFolders(folder) {
  const isSet = (/** @type {string} */ path) => existsSync(join(path, 'truth.json'));
  if (isSet(folder)) return [folder];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter(isSet);
}

/**
 * @param {string} folder
 * @returns {BenchSet}
 */
function readSet(folder) {
  const name = basename(folder);
  /** @type {Record<string, Truth>} */
  const truths = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
  const pages = Object.entries(truths).map(([id, truth]) => ({
    id,
    truth,
    url: addressOf(truth.url) ?? `https://${name.toLowerCase()}.example/${encodeURIComponent(id)}`,
    html: () => gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))),
  }));
  return { name, splitsWide: !countedByWords.includes(name), pages };
}

/** @param {string | undefined} written */
function addressOf(written) {
  return written && URL.canParse(written) && /^https?:/.test(written) ? written : null;
}

/** @returns {BenchSet} */
function readFixtures() {
  const folder = fileURLToPath(new URL('../../fixtures/', import.meta.url));
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'expected.json')));
  const pages = names.map((name) => {
    const { metadata, paragraphs, images } = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8'));
    const bytes = readFileSync(join(folder, name, 'source.html'));
    const charset = /charset=["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 1024))?.[1] ?? 'utf-8';
    /** @type {Truth} */
    const truth = {
      text: paragraphs.join('\n'),
      title: metadata.title,
      authors: metadata.byline ? [metadata.byline] : [],
      date: metadata.publishedAt,
      images: images.map((/** @type {{file: string, caption: string}} */ { file, caption }) => ({
        url: file,
        caption,
      })),
    };
    const html = () => Buffer.from(new TextDecoder(charset).decode(bytes));
    return { id: name, truth, url: `https://fixtures.example/${name}/`, html };
  });
  return { name: 'fixtures', splitsWide: true, pages };
}
