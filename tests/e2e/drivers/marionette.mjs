// @ts-check
/** A client of Firefox's remote protocol: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html. */
import net from 'node:net';

/** Connects to the port on this machine and opens a session. */
export class Marionette {
  #socket;
  #received = Buffer.alloc(0);
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  #waiting = new Map();
  #lastId = 0;
  /** @type {(hello: unknown) => void} */
  #greeted = () => undefined;

  /** @param {number} port */
  static async connect(port) {
    const socket = net.connect(port, '127.0.0.1');
    const client = new Marionette(socket);
    await new Promise((resolve, reject) => {
      client.#greeted = resolve;
      socket.once('error', reject);
    });
    return client;
  }

  /** @param {net.Socket} socket */
  constructor(socket) {
    this.#socket = socket;
    socket.on('data', (data) => this.#receive(data));
    socket.on('close', () => this.#fail(new Error('Firefox closed the connection')));
    socket.on('error', (error) => this.#fail(error));
  }

  /**
   * Sends a command and gives its result.
   * @param {string} name
   * @param {Record<string, unknown>} [parameters]
   * @returns {Promise<any>}
   */
  send(name, parameters = {}) {
    const id = ++this.#lastId;
    const message = JSON.stringify([0, id, name, parameters]);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }

  close() {
    this.#socket.destroy();
  }

  /** Messages are `length:json`; several may come in one piece, or one in several. */
  #receive(/** @type {Buffer} */ data) {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.subarray(0, colon).toString());
      if (this.#received.length < end) return;
      const message = JSON.parse(this.#received.subarray(colon + 1, end).toString());
      this.#received = this.#received.subarray(end);
      this.#handle(message);
    }
  }

  #handle(/** @type {unknown} */ message) {
    if (!Array.isArray(message)) return this.#greeted(message);
    const [, id, error, result] = message;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(result);
  }

  #fail(/** @type {Error} */ error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
