// @ts-check
/** Keeps outside of the browser what the extension has said to be stored: a plain server that is told each id. */
import { createServer } from 'node:http';

/**
 * @param {string[]} ids each that is acknowledged is added
 * @returns {Promise<{address: string, close: () => Promise<void>}>} `address/<id>` acknowledges
 */
export async function keepAcknowledgements(ids) {
  const server = createServer((request, response) => {
    ids.push((request.url ?? '').slice(1));
    response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
