// @ts-check
/** A line to a server that can be cut: the request arrives and is done, the answer does not come back. */
import { createServer, request } from 'node:http';

/** @typedef {(request: { method: string, path: string }) => 'answer' | 'cut' | number} Fate a number: that status instead */

/**
 * @param {() => { hostname: string, port: number }} target
 * @returns {Promise<{ url: string, port: number, fate: (next: Fate | null) => void, seen: string[], close: () => Promise<void> }>}
 */
export async function startProxy(target) {
  /** @type {Fate | null} */
  let fate = null;
  /** @type {string[]} */
  const seen = [];
  const server = createServer((asked, answer) => {
    const [method, path] = [asked.method ?? 'GET', asked.url ?? '/'];
    seen.push(`${method} ${path}`);
    const decided = fate?.({ method, path }) ?? 'answer';
    if (typeof decided === 'number') {
      asked.resume();
      asked.on('end', () => answer.writeHead(decided, { 'Retry-After': '7' }).end('{"message":"by the test"}'));
      return;
    }
    const onward = request({ ...target(), method, path, headers: asked.headers }, (answered) => {
      if (decided === 'cut') {
        // WordPress has done it all by now.
        answered.resume();
        answered.on('end', () => answer.destroy());
        return;
      }
      answer.writeHead(answered.statusCode ?? 500, answered.headers);
      answered.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://localhost:${port}`,
    port,
    seen,
    fate: (next) => {
      fate = next;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
