/** Every target with a system of its kind in memory: what the tests that must hold of all of them need. */
import { createHash } from 'node:crypto';
import type { OpenConnection } from '../../../../lib/model/target';
import { targets } from '../../../../lib/publish/targets/registry';
import { baicPost } from '../../render/posts';
import { type Asked, connection, type Server } from './connected';
import { forgeServer } from './forge-server';
import { adminKey, ghostServer } from './ghost-server';
import { wordpressSecret, wordpressServer } from './wordpress-server';

export type World = {
  place: OpenConnection;
  server: Server;
  /** How often each image arrived whole. */
  images(): number[];
  /** How many posts there are. */
  posts(): number;
  /** What readers would find, in a form to compare. */
  shown(): unknown;
  /** The system has no way to look for an image whose answer was lost: that one may arrive a second time. */
  imagesCannotBeFound?: true;
};

const of = (id: string) => targets.find((target) => target.id === id) as (typeof targets)[number];
const times = (list: readonly string[]): number[] =>
  [...new Set(list)].map((one) => list.filter((x) => x === one).length);
const site = { branch: 'main', folder: '', generator: 'hugo' };

function forgeWorld(name: 'github' | 'gitlab' | 'gitea', host: string): World {
  const server = forgeServer();
  const sent: string[] = [];
  const files = () => server.branches.main?.files ?? {};
  const pictures = new Set(baicPost().images.map(({ bytes }) => Buffer.from(bytes.data).toString('base64')));
  const note = (asked: Asked) => {
    const sending = asked.url.pathname.endsWith('/git/blobs') ? asked.json<{ content: string }>().content : '';
    if (pictures.has(sending)) sent.push(sending);
  };
  return {
    place: connection(of(name), { address: `https://${host}/o/site`, ...site }, { token: 't0ken' }),
    server: async (asked) => {
      const answer = await server[name](asked);
      if (answer && answer.status < 300) note(asked);
      return answer;
    },
    images: () => times(sent),
    posts: () => (server.branches.main?.commits.length ?? 1) - 1,
    shown: () => Object.entries(files()).map(([path, data]) => [path, createHash('sha1').update(data).digest('hex')]),
    imagesCannotBeFound: true,
  };
}

/** By the id of the target: a new one needs its line here. */
export const worlds: Record<string, () => World> = {
  wordpress: () => {
    const { server, posts, media, tags } = wordpressServer();
    const place = connection(of('wordpress'), { root: 'https://wp.example/wp-json/', user: 'ann' }, wordpressSecret);
    const there = () => posts.filter(({ status }) => status !== 'trash');
    const names = () => tags.map(({ name }) => name);
    return {
      place,
      server,
      images: () => times(media.map(({ slug }) => slug)),
      posts: () => there().length,
      // Numbers are given as things arrive.
      shown: () => [
        there().map(({ title, content, status }) => [title, withoutNumbers(content.raw), status]),
        names().sort(),
      ],
    };
  },
  ghost: () => {
    const { server, posts, images } = ghostServer();
    return {
      place: connection(of('ghost'), { address: 'https://blog.example/' }, { key: adminKey }),
      server,
      images: () => images.map(() => 1),
      posts: () => posts.length,
      shown: () => posts.map(({ title, html, status }) => [title, withoutNumbers(html), status]),
      imagesCannotBeFound: true,
    };
  },
  github: () => forgeWorld('github', 'github.com'),
  gitlab: () => forgeWorld('gitlab', 'gitlab.example'),
  gitea: () => forgeWorld('gitea', 'gitea.example'),
  webhook: () => {
    const taken = new Map<string, string>();
    return {
      place: connection(of('webhook'), { address: 'https://hooks.example/' }, { key: 'k' }),
      server: ({ headers, body }) => {
        taken.set(headers.get('webhook-id') ?? '', createHash('sha1').update(body).digest('hex'));
        return { status: 200, json: { id: 7, url: 'https://blog.example/7' } };
      },
      images: () => [],
      posts: () => taken.size,
      shown: () => taken.size,
    };
  },
};

const withoutNumbers = (markup: string): string => markup.replace(/\d+/g, '#');
