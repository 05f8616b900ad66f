/** The least of a WordPress site that publishing goes all its way with: it takes what it is sent, as editors' posts are. */
import type { Server } from '../unit/publish/targets/connected';

type Stored = { id: number; title: string; content: string; excerpt: string; slug: string; status: string };

export function wordpressServer(): Server {
  const posts: Stored[] = [];
  let terms = 0;
  let media = 0;
  const shown = ({ id, title, content, excerpt, slug, status }: Stored) => ({
    ...{ id, slug, status, link: `https://blog.example/?p=${id}`, modified_gmt: '2026-03-05T09:00:00' },
    ...{ title: { raw: title }, content: { raw: content }, excerpt: { raw: excerpt } },
  });
  return ({ method, url, json }) => {
    const path = url.pathname.replace('/wp-json/wp/v2/', '');
    if (method === 'GET') return { status: 200, json: path === 'posts' ? posts.map(shown) : [] };
    if (path === 'media')
      return { status: 201, json: { id: ++media, source_url: `https://blog.example/${media}.png` } };
    if (path === 'tags') return { status: 201, json: { id: ++terms, name: json<{ name: string }>().name } };
    const id = Number(path.replace('posts', '').replace('/', ''));
    const known = posts.find((post) => post.id === id);
    const made = known ?? { id: posts.length + 1, title: '', content: '', excerpt: '', slug: '', status: 'draft' };
    Object.assign(made, json<Partial<Stored>>());
    if (!known) posts.push(made);
    return { status: known ? 200 : 201, json: shown(made) };
  };
}
