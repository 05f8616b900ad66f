// @ts-check
/** A proxy that refuses everything and writes down who was asked for: what a browser connects to, past its own reports. */
import { createServer } from 'node:http';

/**
 * @returns {Promise<{address: string, hosts: () => string[], close: () => Promise<void>}>} `hosts` are those that were
 *   asked for so far, each as often as it was
 */
export async function countConnections() {
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(hostOf(request.url ?? ''));
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    asked.push((request.url ?? '').replace(/:\d+$/, ''));
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}`,
    hosts: () => [...asked],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param {string} url */
function hostOf(url) {
  return URL.canParse(url) ? new URL(url).hostname : url;
}
