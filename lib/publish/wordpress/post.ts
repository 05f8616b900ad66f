/** Posts on a WordPress site: found again by the class that marks ours, compared, written. */
import type { RemoteText } from '../../model/failure';
import { ok, type Result } from '../../model/result';
import type { RemotePost } from '../../model/target';
import { sha256 } from '../hash';
import { plain } from './account';
import { plainHtml } from './plain-html';
import type { Ask } from './site';

/** A post as the site gives it in the context `edit`. */
export type SitePost = {
  id: number;
  status: string;
  link: string;
  slug: string;
  generated_slug?: string;
  permalink_template?: string;
  modified_gmt: string;
  title: { raw: string };
  content: { raw: string };
  excerpt: { raw: string };
};

const fields = 'id,status,link,slug,generated_slug,permalink_template,modified_gmt,title,content,excerpt';
const everywhere = 'publish,future,draft,pending,private';

export const markerOf = (key: string): string => `clipsheet-${key}`;

/** The post by its number; null when it was deleted for good. One in the bin has the status `trash`. */
export async function readPost(id: string, ask: Ask): Promise<Result<SitePost | null>> {
  const found = await ask<SitePost>(`posts/${encodeURIComponent(id)}`, {
    parameters: { context: 'edit', _fields: fields },
    expected: [404, 410],
  });
  if (!found.ok) return found;
  return ok(found.value.answer.status === 200 ? found.value.value : null);
}

/** Every post that carries the marker, the oldest first: more than one when an answer was lost on the way. */
export async function findPosts(marker: string, ask: Ask): Promise<Result<SitePost[]>> {
  const parameters = {
    search: marker,
    status: everywhere,
    context: 'edit',
    per_page: '100',
    orderby: 'id',
    order: 'asc',
    _fields: fields,
  };
  const found = await ask<SitePost[]>('posts', { parameters });
  if (!found.ok) return found;
  return ok(found.value.value.filter((post) => post.content.raw.includes(marker)));
}

export type PostFields = Record<string, string | number | number[] | null>;

/** Writes a new post, or changes the one of this number. */
export async function writePost(id: string | null, body: PostFields, ask: Ask): Promise<Result<SitePost>> {
  const path = id === null ? 'posts' : `posts/${encodeURIComponent(id)}`;
  const written = await ask<SitePost>(path, { method: 'POST', body, parameters: { _fields: fields } });
  return written.ok ? ok(written.value.value) : written;
}

/** Puts a post into the bin. */
export async function binPost(id: string, ask: Ask): Promise<Result<null>> {
  const binned = await ask(`posts/${encodeURIComponent(id)}`, { method: 'DELETE', expected: [404, 410] });
  return binned.ok ? ok(null) : binned;
}

/** Where a post is or will be found by readers; drafts have no such address yet, but it is known. */
export function addressOf({ status, link, slug, generated_slug, permalink_template }: SitePost): string {
  if (status === 'publish' || status === 'private') return link;
  const name = slug || generated_slug || '';
  const made = permalink_template?.replace(/%(pagename|postname)%/g, name);
  return made && name && URL.canParse(made) ? made : link;
}

/** What we keep of a post: how to come back to it, and by what to see that somebody changed it. */
export async function remoteOf(post: SitePost, root: string): Promise<RemotePost> {
  return {
    remoteId: String(post.id),
    url: addressOf(post),
    editUrl: editAddress(root, post.id),
    status: post.status,
    fingerprint: await fingerprintOf(post),
  };
}

/** Of what the site stores, never of what it shows: themes and versions change that. */
export function fingerprintOf({
  title,
  content,
  excerpt,
}: Pick<SitePost, 'title' | 'content' | 'excerpt'>): Promise<string> {
  return sha256([title.raw, content.raw, excerpt.raw].join('\u0000'));
}

/** The page on which a post is edited. The REST routes begin where the site does. */
function editAddress(root: string, id: number): string {
  const url = new URL(root);
  url.search = '';
  url.pathname = `${url.pathname.replace(/(wp-json\/?|index\.php\/?)*$/, '')}wp-admin/post.php`;
  url.searchParams.set('post', String(id));
  url.searchParams.set('action', 'edit');
  return url.href;
}

/** What a post says there, to be read beside what would replace it. */
export function remoteText({
  title,
  content,
  modified_gmt,
}: Pick<SitePost, 'title' | 'content' | 'modified_gmt'>): RemoteText {
  const modifiedAt = Date.parse(`${modified_gmt}Z`);
  return {
    title: plain(title.raw),
    text: textOf(content.raw),
    modifiedAt: Number.isNaN(modifiedAt) ? null : modifiedAt,
  };
}

/** Block markup as plain text, paragraphs parted by an empty line. */
function textOf(markup: string): string {
  return plain(
    markup
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<br\s*\/?>/gi, '\n')
      .replace(/<\/(p|h[1-6]|li|figcaption|tr|cite|pre)>/gi, '\n\n'),
  )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const correction = /<!-- wp:paragraph \{"className":"clipsheet-correction"\} -->[\s\S]*?<!-- \/wp:paragraph -->\s*/g;

/** The notices at the top of a post that say what was corrected. */
export const correctionsIn = (markup: string): string => (markup.match(correction) ?? []).join('');

/** A notice of what was corrected. Plain text: nothing in it is markup. */
export function correctionBlock(text: string): string {
  // No shortcode either.
  const escaped = plainHtml(text.trim()).replaceAll('[', '&#091;');
  const lines = escaped.split(/\n+/).join('<br>');
  return `<!-- wp:paragraph {"className":"clipsheet-correction"} -->\n<p class="clipsheet-correction"><strong>${lines}</strong></p>\n<!-- /wp:paragraph -->\n\n`;
}
