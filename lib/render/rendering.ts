/** A post in every form that a publisher may ask for; pure, the same in a worker, a page and Node. */
import type { Rendering } from '../model/publisher';
import type { Part, ResolvedPost } from '../model/resolved-post';
import { h, toHtml } from './html';
import { pageStyle } from './page-style';

/** The post rendered, each form made when it is asked for. */
export function createRendering(post: ResolvedPost): Rendering {
  const words = post.parts.map((part) => plain(part)).join('\n\n');
  return {
    page: () =>
      `<!doctype html>\n${toHtml([
        h('html', { lang: post.language }, [
          h('head', {}, h('meta', { charSet: 'utf-8' }), h('title', {}, post.title), h('style', {}, pageStyle)),
          h('body', {}, h('main', {}, h('h1', {}, post.title), h('p', {}, words))),
        ]),
      ])}\n`,
    fragment: () => toHtml([h('p', {}, words)]),
    text: () => `${post.title}\n\n${words}\n`,
    markdown: () => `# ${post.title}\n\n${words}\n`,
  };
}

function plain(part: Part): string {
  if (part.kind === 'commentary' || part.kind === 'standing') return part.markdown;
  if (part.kind === 'excerpt') return part.text;
  if (part.kind === 'quotes') return part.quotes.map((quote) => quote.text).join('\n');
  return part.kind === 'text' ? part.html.replace(/<[^>]*>/g, ' ') : '';
}
