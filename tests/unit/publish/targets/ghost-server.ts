/** Ghost's Admin API under test: it answers as Ghost 6 was seen to answer. */
import { createHmac } from 'node:crypto';
import type { Answer, Server } from './connected';

export const adminKey = `${'a1'.repeat(12)}:${'0f'.repeat(32)}`;
type Stored = {
  id: string;
  title: string;
  html: string;
  slug: string;
  status: string;
  updated_at: string;
  url: string;
  tags: { name: string }[];
};

export function ghostServer() {
  const posts: Stored[] = [];
  const images: string[] = [];
  let ticks = 0;
  const stamp = () => new Date(Date.UTC(2026, 0, 1) + 1000 * ++ticks).toISOString();
  const touch = (post: Stored) => {
    post.updated_at = stamp();
  };
  const error = (status: number, type: string, message: string): Answer => ({
    status,
    json: { errors: [{ type, message, context: null }] },
  });
  const server: Server = ({ method, url, headers, json }) => {
    const path = url.pathname.replace('/ghost/api/admin/', '');
    if (path === 'site/') return { status: 200, json: { site: { title: 'The blog', version: '6.65' } } };
    if (!isSigned(headers.get('Authorization') ?? '')) return error(401, 'UnauthorizedError', 'Invalid token');
    if (path === 'images/upload/') {
      images.push(`https://blog.example/content/images/${images.length + 1}.png`);
      return { status: 201, json: { images: [{ url: images.at(-1), ref: null }] } };
    }
    const id = /^posts\/([^/]+)\/$/.exec(path)?.[1];
    const known = posts.find((post) => post.id === id);
    if (id && !known) return error(404, 'NotFoundError', 'Resource not found error, cannot read post.');
    if (method === 'GET') {
      const tag = /^tag:hash-(.+)$/.exec(url.searchParams.get('filter') ?? '')?.[1];
      const found = known ? [known] : posts.filter(({ tags }) => !tag || tags.some(({ name }) => name === `#${tag}`));
      return { status: 200, json: { posts: found } };
    }
    if (method === 'DELETE') {
      posts.splice(posts.indexOf(known as Stored), 1);
      return { status: 204 };
    }
    const [given] = json<{ posts: Partial<Stored>[] }>().posts;
    if (known) {
      if (!given?.updated_at) return error(422, 'ValidationError', 'Validation error, cannot edit post.');
      if (given.updated_at !== known.updated_at)
        return error(409, 'UpdateCollisionError', 'Saving failed! Someone else is editing this post.');
      Object.assign(known, given, { updated_at: stamp() });
      return { status: 200, json: { posts: [known] } };
    }
    const number = posts.length + 1;
    const slug = posts.some((post) => post.slug === given?.slug) ? `${given?.slug}-2` : `${given?.slug}`;
    const made = {
      id: `p${number}`,
      tags: [],
      title: '',
      html: '',
      status: 'draft',
      ...given,
      slug,
      url: `https://blog.example/${slug}/`,
      updated_at: stamp(),
    };
    posts.push(made);
    return { status: 201, json: { posts: [made] } };
  };
  return { posts, images, server, touch };
}

/** Whether the token is one that Ghost takes: HS256 of the secret, for `/admin/`, good for five minutes at most. */
function isSigned(header: string): boolean {
  const [, head = '', claims = '', signature = ''] = /^Ghost ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(header) ?? [];
  if (!head) return false;
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  const [id, secret = ''] = adminKey.split(':');
  const { iat, exp, aud } = read(claims);
  const wanted = createHmac('sha256', Buffer.from(secret, 'hex')).update(`${head}.${claims}`).digest('base64url');
  return (
    read(head).kid === id && read(head).alg === 'HS256' && aud === '/admin/' && exp - iat <= 300 && signature === wanted
  );
}
