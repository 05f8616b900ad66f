/**
 * All that leaves of a post or of clips, as those who get it would open it: every publisher, every target and every
 * exporter of the registries. One that is new and whose files nobody here knows how to open fails.
 */
import { strFromU8, unzipSync } from 'fflate';
import type { ExportEntry } from '../../lib/exchange/exporter';
import { exporters } from '../../lib/exchange/exporters';
import type { AnnotationId } from '../../lib/model/annotation';
import type { ResolvedPost } from '../../lib/model/resolved-post';
import type { FieldValues, Target } from '../../lib/model/target';
import { publishers } from '../../lib/publish/registry';
import { targets } from '../../lib/publish/targets/registry';
import { createRendering } from '../../lib/render/rendering';
import { exportedBytes } from '../unit/exchange/exporters/entries';
import { desk } from '../unit/publish/desk';
import { type Asked, attempts, connection, effectsFor, type Server } from '../unit/publish/targets/connected';
import { forgeServer } from '../unit/publish/targets/forge-server';
import { adminKey, ghostServer } from '../unit/publish/targets/ghost-server';
import { wordpressServer } from './wordpress-server';

/** `as`: by what it is opened. Plain text, tables and data are not: nobody runs them. */
export type Body = { place: string; as: 'html' | 'markdown'; text: string };

/** What each publisher and each target makes of the post; more than one where it gives several forms. */
export async function bodiesOfPost(post: ResolvedPost): Promise<Body[]> {
  const all: Body[] = [];
  for (const publisher of publishers) {
    const given = desk();
    const done = await publisher.publish(post, createRendering(post), given);
    if (!done.ok) throw new Error(`${publisher.id}: ${JSON.stringify(done.failure)}`);
    const made = [
      ...given.clipboard.map(({ html }) => ({ as: 'html' as const, text: html })),
      ...given.files.flatMap(({ name, data }) => open(name, data)),
    ];
    all.push(...named(publisher.id, made));
  }
  for (const target of targets) all.push(...named(target.id, await sentTo(target, post)));
  return all;
}

/** What each exporter makes of the clips, where it is more than data. */
export async function bodiesOfClips(entries: readonly ExportEntry[]): Promise<Body[]> {
  const all: Body[] = [];
  for (const exporter of exporters.filter(({ id }) => !isData.has(id))) {
    const made = open(`clips.${exporter.extension}`, await exportedBytes(exporter, entries));
    all.push(...named(exporter.id, made));
  }
  return all;
}

/** Exporters of tables and of data, whose texts are text. */
const isData: ReadonlySet<string> = new Set(['csv', 'highlights-csv', 'csl', 'web-annotations']);

type Opened = Omit<Body, 'place'>;
const html = (text: string): Opened => ({ as: 'html', text });
const markdown = (text: string): Opened => ({ as: 'markdown', text: text.replace(/^---\n[\s\S]*?\n---\n/, '') });

function named(place: string, made: readonly Opened[]): Body[] {
  if (!made.some(({ text }) => text.trim())) throw new Error(`${place} gave nothing that can be opened`);
  return made.map((one) => ({ place, ...one }));
}

/** What is to be opened of a file. */
function open(name: string, data: Uint8Array): Opened[] {
  if (/\.html?$/.test(name)) return [html(withoutPolicy(strFromU8(data)))];
  if (/\.mdx?$|\.markdown$/.test(name)) return [markdown(strFromU8(data))];
  if (name.endsWith('.zip')) return Object.entries(unzipSync(data)).flatMap(([path, file]) => open(path, file));
  if (name.endsWith('.eml')) return [html(htmlOfMail(strFromU8(data)))];
  if (name.endsWith('.wordpress.xml'))
    return ['title', 'content:encoded', 'excerpt:encoded'].flatMap((tag) => elementsOf(strFromU8(data), tag).map(html));
  if (name.endsWith('.json'))
    return JSON.parse(strFromU8(data)).clips.map((clip: { html: string | null }) =>
      html(withoutSources(clip.html ?? '')),
    );
  if (/\.(png|jpe?g|gif|webp|avif|txt)$/.test(name)) return [];
  throw new Error(`nobody has said how ${name} is opened`);
}

/** What an exported page holds must be harmless without the policy that it brings. */
const withoutPolicy = (page: string): string => page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');

/** Data for scripts keeps the addresses of images, which nobody shows from there; all else of them stays. */
const withoutSources = (text: string): string => text.replace(/\ssrc="https?:[^"]*"/g, ' src=""');

/** The HTML part of a message as mail programs decode it. */
function htmlOfMail(mail: string): string {
  const part = /Content-Type: text\/html[^\r]*\r\nContent-Transfer-Encoding: ([\w-]+)\r\n\r\n([\s\S]*?)\r\n--/.exec(
    mail,
  );
  const [, coding, body = ''] = part ?? [];
  if (coding === 'base64') return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

/** What an importer finds in the elements of this name, CDATA put together again. */
function elementsOf(xml: string, tag: string): string[] {
  return [...xml.matchAll(new RegExp(`<${tag}>((?:<!\\[CDATA\\[[\\s\\S]*?\\]\\]>)+)</${tag}>`, 'g'))].map(
    ([, data = '']) => data.replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1'),
  );
}

/** How each target is reached under test, and what of its requests is opened by somebody. */
const reached: Record<
  string,
  {
    server: () => Server;
    fields: FieldValues;
    secrets: FieldValues;
    opens: (asked: Asked) => Opened[] | Promise<Opened[]>;
  }
> = {
  wordpress: {
    server: wordpressServer,
    fields: { root: 'https://blog.example/wp-json/', address: 'https://blog.example/', user: 'editor' },
    secrets: { password: 'abcd efgh' },
    opens: async ({ method, url, headers, body, json }) => {
      if (method !== 'POST' || url.pathname.endsWith('/tags')) return [];
      if (!url.pathname.endsWith('/media')) {
        const { title = '', content = '', excerpt = '' } = json<Record<string, string>>();
        return [title, content, excerpt].map(html);
      }
      const form = await new Response(body as BodyInit, { headers }).formData();
      return ['title', 'caption'].map((field) => html(String(form.get(field) ?? '')));
    },
  },
  ghost: {
    server: () => ghostServer().server,
    fields: { address: 'https://blog.example/' },
    secrets: { key: adminKey },
    opens: ({ method, url, json }) =>
      method === 'POST' && url.pathname.endsWith('/posts/')
        ? json<{ posts: { html: string }[] }>().posts.map((post) => html(post.html))
        : [],
  },
  github: forge('github', 'https://github.com/o/site'),
  gitlab: forge('gitlab', 'https://gitlab.com/o/site'),
  gitea: forge('gitea', 'https://codeberg.org/o/site'),
  webhook: {
    server: () => () => ({ status: 200, json: {} }),
    fields: { address: 'https://hooks.example/in' },
    secrets: { key: 'a secret' },
    opens: ({ json }) => {
      const { data } = json<{ data: { html: string; markdown: string } }>();
      return [html(data.html), markdown(data.markdown)];
    },
  },
};

function forge(name: 'github' | 'gitlab' | 'gitea', address: string) {
  return {
    server: () => forgeServer()[name],
    fields: { address, branch: 'main', folder: '', generator: 'jekyll' },
    secrets: { token: 't0ken' },
    opens: ({ method, json }: Asked) => {
      if (method === 'GET') return [];
      type File = { content?: string };
      const { content, actions = [], files = [] } = json<File & { actions?: File[]; files?: File[] }>();
      const texts = [content, ...[...actions, ...files].map((file) => file.content)];
      return texts
        .map((text) => Buffer.from(text ?? '', 'base64').toString())
        .filter((text) => text.startsWith('---\n'))
        .map(markdown);
    },
  };
}

async function sentTo(target: Target, post: ResolvedPost): Promise<Opened[]> {
  const way = reached[target.id];
  if (!way) throw new Error(`nobody has said how what is sent to ${target.id} is opened`);
  const effects = effectsFor(way.server());
  const run = attempts(post);
  const place = connection(target, way.fields, way.secrets);
  const done = await target.publish(run.job(), place, run.reports, effects);
  if (!done.ok) throw new Error(`${target.id}: ${JSON.stringify(done.failure)}`);
  return (await Promise.all(effects.asked.map(way.opens))).flat();
}

/** The entry with a highlight of these words, which are its note and its tag as well. */
export function marked(entry: ExportEntry, words: string): ExportEntry {
  const quote = { type: 'TextQuoteSelector' as const, exact: words, prefix: words, suffix: words };
  const target = { kind: 'text' as const, source: entry.clip.url, quote, position: null, range: null };
  const [clipId, id] = [entry.clip.id, `${entry.clip.id}-1` as AnnotationId];
  const annotation = { id, clipId, target, note: words, tags: [words], colour: 'pink' as const };
  return { ...entry, annotations: [{ ...annotation, createdAt: 1, updatedAt: 1 }] };
}

/** JSON of the harness's page, its bytes bytes again. */
export function unpacked<T>(json: string): T {
  return JSON.parse(json, (_key, value) =>
    typeof value?.base64 === 'string' ? Uint8Array.from(Buffer.from(value.base64, 'base64')) : value,
  );
}
