/** A WordPress for the built extension to publish to, over HTTP: what is tested of it in memory, and its page for signing in. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { wordpressSecret, wordpressServer } from '../unit/publish/targets/wordpress-server';

/** What becomes of a request: it is answered, the line is cut before or after it was done, or it gets this status. */
type Fate = 'answer' | 'break' | 'cut' | number;
type Asked = { method: string; path: string };

export type BlogSite = {
  /** With a slash at its end. */
  url: string;
  posts: ReturnType<typeof wordpressServer>['posts'];
  media: ReturnType<typeof wordpressServer>['media'];
  /** Decides over each request; `null`: all are answered. It may wait. */
  fate: (next: ((asked: Asked) => Fate | Promise<Fate>) | null) => void;
  close: () => Promise<void>;
};

const name = 'Mingxin Leather News';
const categories = ['Industry news', 'Company', 'Sustainability', '行业动态'].map((text, id) => ({
  id: id + 1,
  name: text,
}));

export async function serveWordpress(role: 'editor' | 'contributor' = 'editor'): Promise<BlogSite> {
  const { posts, media, server } = wordpressServer();
  const may = { edit_posts: true, publish_posts: role === 'editor', upload_files: role === 'editor' };
  let fate: Parameters<BlogSite['fate']>[0] = null;
  let url = '';

  /** What the server in memory leaves to others. */
  const known = (path: string): unknown => {
    const page = `${url}wp-admin/authorize-application.php`;
    const authentication = { 'application-passwords': { endpoints: { authorization: page } } };
    switch (path) {
      case '/wp-json/':
        return { name, home: url, url, namespaces: ['wp/v2'], authentication };
      case '/wp-json/wp/v2/users/me':
        return { id: 1, name: 'Ann Chen', roles: [role], capabilities: may };
      case '/wp-json/wp/v2/categories':
        return categories;
      case '/wp-json/wp/v2/users':
        return [];
      case '/wp-json/wp/v2/users/me/application-passwords/introspect':
        return { uuid: 'one' };
      case '/wp-json/wp/v2/users/me/application-passwords/one':
        return { deleted: true };
    }
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const asked = new URL(request.url ?? '/', url);
    const method = request.method ?? 'GET';
    const body = new Uint8Array(Buffer.concat(await request.toArray()));
    const decided = (await fate?.({ method, path: asked.pathname })) ?? 'answer';
    if (decided === 'break') return response.destroy();
    if (typeof decided === 'number') return response.writeHead(decided, { 'Retry-After': '30' }).end('{}');
    if (asked.pathname === '/wp-admin/authorize-application.php') return response.end(authorisePage(asked, url));
    const simple = known(asked.pathname);
    const headers = new Headers(request.headers as Record<string, string>);
    const json = <T>() => JSON.parse(new TextDecoder().decode(body)) as T;
    const answered =
      simple === undefined ? await server({ method, url: asked, headers, body, json }) : { status: 200, json: simple };
    if (decided === 'cut' || !answered) return response.destroy();
    const text = JSON.stringify(answered.json).replaceAll('https://wp.example/', url);
    return response.writeHead(answered.status, { 'Content-Type': 'application/json' }).end(text);
  };

  const http = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  url = `http://localhost:${typeof address === 'object' && address ? address.port : 0}/`;
  return {
    url,
    posts,
    media,
    fate: (next) => {
      fate = next;
    },
    close: () => {
      http.closeAllConnections();
      return new Promise((resolve) => http.close(() => resolve()));
    },
  };
}

/** The page on which a person says whether an application gets a password. */
function authorisePage(asked: URL, site: string): string {
  const back = new URL(asked.searchParams.get('success_url') ?? site);
  const { password } = wordpressSecret;
  for (const [field, value] of Object.entries({ site_url: site, user_login: 'ann', password }))
    back.searchParams.set(field, value);
  const no = asked.searchParams.get('reject_url') ?? site;
  const link = (id: string, to: string, text: string) =>
    `<a id="${id}" href="${to.replaceAll('&', '&amp;')}">${text}</a>`;
  return `<!doctype html><meta charset="utf-8"><title>Authorize Application</title>
<h1>${asked.searchParams.get('app_name')}</h1><p>${link('approve', back.href, 'Yes')} ${link('reject', no, 'No')}</p>`;
}
