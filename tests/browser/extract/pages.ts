/** Documents for extraction tests: the fixtures as their sites' servers would send them, and pages made on the spot. */
import { parseHtml } from '../../../lib/sanitize';

const sources = import.meta.glob<string>('../../fixtures/*/source.html', {
  query: '?url&inline',
  import: 'default',
  eager: true,
});

export type Expected = {
  kind: string;
  warnings: string[];
  metadata: {
    title: string;
    byline: string | null;
    siteName: string | null;
    publishedAt: string | null;
    language: string | null;
    canonicalPath: string | null;
  };
  paragraphs: string[];
  images: { file: string; role: string; caption: string; credit: string }[];
};
const expectations = import.meta.glob<Expected>('../../fixtures/*/expected.json', { import: 'default', eager: true });

const nameIn = (path: string): string => path.split('/').at(-2) ?? '';

/** Each fixture with what must come out of it. */
export const fixtures = Object.entries(expectations).map(([path, expected]) => ({ name: nameIn(path), expected }));

/** A fixture's document, decoded as a browser would: by the charset it names. */
export async function openFixture(name: string): Promise<Document> {
  const found = Object.entries(sources).find(([path]) => nameIn(path) === name);
  if (!found) throw new Error(`no fixture ${name}`);
  const bytes = await (await fetch(found[1])).arrayBuffer();
  const charset =
    /charset=["']?([\w-]+)/iu.exec(new TextDecoder('latin1').decode(bytes.slice(0, 1024)))?.[1] ?? 'utf-8';
  return openPage(new TextDecoder(charset).decode(bytes), `/${name}/`);
}

/** `html` as a page at `path` of this server. */
export function openPage(html: string, path = '/page/'): Document {
  const document = parseHtml(html);
  if (!document.querySelector('base')) {
    const base = document.createElement('base');
    base.setAttribute('href', new URL(path, location.origin).href);
    document.head.prepend(base);
  }
  return document;
}

const sentence =
  'The plant ordered new hides for its seats, and the supplier promised to deliver them before the spring. ';

/** An article of some length around `inside`. */
export function openArticle(inside: string, head = ''): Document {
  const paragraphs = Array.from({ length: 4 }, (_, at) => `<p>Part ${at + 1}. ${sentence.repeat(4)}</p>`);
  return openPage(
    `<!doctype html><html lang="en"><head><title>A headline of some length</title>${head}</head><body><main><article>
     <h1>A headline of some length</h1><div class="text">${paragraphs.slice(0, 2).join('')}${inside}${paragraphs.slice(2).join('')}</div>
     </article></main></body></html>`,
  );
}
