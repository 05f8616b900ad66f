/** WordPress's REST API under test: posts, media and tags as a real site was seen to answer. */
import type { Answer, Server } from './connected';

type Stored = { id: number; status: string; slug: string; modified_gmt: string } & Record<
  'title' | 'content' | 'excerpt',
  { raw: string }
>;
type Media = { id: number; slug: string; source_url: string };

export const wordpressSecret = { password: 'abcd efgh ijkl mnop' };

export function wordpressServer() {
  const posts: Stored[] = [];
  const media: Media[] = [];
  const tags: { id: number; name: string }[] = [];
  let number = 10;
  const shown = (post: Stored) => ({
    ...post,
    link: `https://wp.example/${post.status === 'publish' ? `${post.slug}/` : `?p=${post.id}`}`,
    permalink_template: 'https://wp.example/%postname%/',
    generated_slug: post.slug,
  });
  const change = (post: Stored, body: Record<string, unknown>) => {
    for (const [field, value] of Object.entries(body))
      Object.assign(post, { [field]: ['title', 'content', 'excerpt'].includes(field) ? { raw: value } : value });
  };
  const error = (status: number, code: string): Answer => ({ status, json: { code, message: code, data: {} } });

  const server: Server = async ({ method, url, headers, body, json }) => {
    const path = url.pathname.replace('/wp-json/wp/v2/', '');
    const parameter = (name: string) => url.searchParams.get(name) ?? '';
    if (headers.get('Authorization') !== `Basic ${btoa(`ann:${wordpressSecret.password}`)}`)
      return error(401, 'rest_not_logged_in');
    if (path === 'media' && method === 'GET') {
      const ids = parameter('include').split(',').map(Number);
      return { status: 200, json: media.filter(({ id, slug }) => ids.includes(id) || slug === parameter('slug')) };
    }
    if (path === 'media') {
      const type = headers.get('Content-Type') ?? '';
      const form = await new Response(body as Uint8Array<ArrayBuffer>, {
        headers: { 'Content-Type': type },
      }).formData();
      const slug = String(form.get('slug'));
      media.push({ id: ++number, slug, source_url: `https://wp.example/files/${slug}.png` });
      return { status: 201, json: media.at(-1) };
    }
    if (path === 'tags' && method === 'GET')
      return { status: 200, json: tags.filter(({ name }) => name.includes(parameter('search'))) };
    if (path === 'tags') {
      tags.push({ id: ++number, name: json<{ name: string }>().name });
      return { status: 201, json: tags.at(-1) };
    }
    if (path === 'posts' && method === 'GET') {
      const found = posts.filter(
        ({ content, status }) => status !== 'trash' && content.raw.includes(parameter('search')),
      );
      return { status: 200, json: found.map(shown) };
    }
    if (path === 'posts') {
      const empty = { raw: '' };
      const made = {
        id: ++number,
        status: 'draft',
        slug: '',
        modified_gmt: '',
        title: empty,
        content: empty,
        excerpt: empty,
      };
      change(made, json());
      posts.push(made);
      return { status: 201, json: shown(made) };
    }
    const post = posts.find(({ id }) => path === `posts/${id}`);
    if (!post) return error(404, 'rest_post_invalid_id');
    if (method === 'DELETE') post.status = 'trash';
    if (method === 'POST') change(post, json());
    return { status: 200, json: shown(post) };
  };
  return { posts, media, tags, server };
}
