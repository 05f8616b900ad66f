// @ts-check
/** The articles of a folder of real pages whose true text is known, and what else stands on those pages. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** @typedef {{id: string, site: string, language: string, title: string, text: string, chrome: string[]}} Article */

/** Shorter texts are not compared by the product either. */
const least = 500;

/**
 * Every text of the sets in `folder` (`<set>/truth.json`, `<set>/html/<id>.html.gz`), one for each address and wording.
 * @param {string} folder
 * @returns {Article[]}
 */
export function readArticles(folder) {
  /** @type {Map<string, Article>} */
  const articles = new Map();
  for (const set of readdirSync(folder).sort()) {
    const truth = join(folder, set, 'truth.json');
    if (!existsSync(truth)) continue;
    for (const [id, page] of Object.entries(JSON.parse(readFileSync(truth, 'utf8')))) {
      const text = String(page.text ?? '');
      if (text.length < least || !URL.canParse(page.url ?? '')) continue;
      const start = text.replace(/\s/g, '').slice(0, 80);
      if (articles.has(start)) continue; // one page in two sets
      articles.set(start, {
        id: `${set}/${id}`,
        site: new URL(page.url).hostname,
        language: page.lang,
        title: String(page.title ?? ''),
        text,
        chrome: chromeOf(join(folder, set, 'html', `${id}.html.gz`), text),
      });
    }
  }
  return [...articles.values()];
}

/**
 * Which half an article is in: parameters are chosen on one, figures reported of the other.
 * @param {Article} article
 * @returns {'choose' | 'report'}
 */
export function halfOf({ id }) {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0 ? 'choose' : 'report';
}

/**
 * The lines of a page that are none of its text: menus, teasers, notices. Crude, as boilerplate is.
 * @param {string} file
 * @param {string} text
 */
function chromeOf(file, text) {
  if (!existsSync(file)) return [];
  const html = gunzipSync(readFileSync(file)).toString('utf8');
  const own = text.replace(/\s/g, '');
  return html
    .replace(/<(script|style|head|svg|template)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, '\n')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&[a-z#0-9]+;/gi, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= 25 && !own.includes(line.replace(/\s/g, '')));
}
