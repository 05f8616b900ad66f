// @ts-check
/** The peers as they run in an ordinary page: MiniSearch and FlexSearch in memory, kept in IndexedDB; SQLite in a worker. */
import { createCorpus } from './corpus.mjs';

/** Served by `peers.mjs`. @param {string} address @returns {Promise<any>} */
const served = async (address) => (await import(address)).default;
const [FlexSearch, MiniSearch] = await Promise.all(['/flexsearch.mjs', '/minisearch.mjs'].map(served));

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** @param {string} text */
const words = (text) =>
  (text.toLowerCase().match(/[\u3400-\u9fff]+|[a-z0-9]+/gu) ?? []).flatMap((run) =>
    run.charCodeAt(0) < 0x3400 ? run : [...segmenter.segment(run)].map(({ segment }) => segment),
  );

/** @returns {Promise<IDBDatabase>} */
const store = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('peers', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('saved');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const save = async (/** @type {string} */ key, /** @type {unknown} */ value) =>
  answer((await store()).transaction('saved', 'readwrite').objectStore('saved').put(value, key));
const load = async (/** @type {string} */ key) =>
  answer((await store()).transaction('saved').objectStore('saved').get(key));

const miniOptions = { fields: ['title', 'text'], idField: 'n', tokenize: words };

const engines = {
  minisearch: {
    make: () => new MiniSearch(miniOptions),
    add: (/** @type {any} */ engine, /** @type {any} */ doc) => engine.add(doc),
    save: (/** @type {any} */ engine) => save('minisearch', JSON.stringify(engine)),
    load: async () => MiniSearch.loadJSON(/** @type {string} */ (await load('minisearch')), miniOptions),
    ask: (/** @type {any} */ engine, /** @type {any} */ { kind, words: asked }) =>
      engine
        .search(asked.join(' '), { combineWith: 'AND', prefix: kind === 'prefix', fuzzy: kind === 'typo' ? 1 : false })
        .slice(0, 50)
        .map((/** @type {any} */ { id }) => id),
  },
  flexsearch: {
    make: () => new FlexSearch.Index({ tokenize: 'strict', encode: words }),
    add: (/** @type {any} */ engine, /** @type {any} */ { n, title, text }) => engine.add(n, `${title} ${text}`),
    save: async (/** @type {any} */ engine) => {
      /** @type {[string, unknown][]} */
      const parts = [];
      await engine.export((/** @type {string} */ key, /** @type {unknown} */ data) => void parts.push([key, data]));
      await save('flexsearch', parts);
    },
    load: async () => {
      const engine = new FlexSearch.Index({ tokenize: 'strict', encode: words });
      for (const [key, data] of /** @type {any} */ (await load('flexsearch'))) engine.import(key, data);
      return engine;
    },
    ask: (/** @type {any} */ engine, /** @type {any} */ { words: asked }) =>
      engine.search(asked.join(' '), { limit: 50 }),
  },
};

/** @type {Record<string, any>} */
const loaded = {};

/** @type {Worker | undefined} */
let worker;
let calls = 0;
/** @param {...unknown} call */
const sqlite = (...call) =>
  new Promise((resolve, reject) => {
    worker ??= new Worker('/library/sqlite-worker.mjs', { type: 'module' });
    const id = ++calls;
    const hear = (/** @type {MessageEvent} */ { data }) => {
      if (data[0] !== id) return;
      worker?.removeEventListener('message', hear);
      if (data[2] === null) resolve(data[1]);
      else reject(new Error(data[2]));
    };
    worker.addEventListener('message', hear);
    worker.addEventListener('error', ({ message }) => reject(new Error(message || 'the worker did not start')));
    worker.postMessage([id, ...call]);
  });

/** @param {{kind: string, words: string[]}} query in the language of FTS5 */
function matchOf({ kind, words: asked }) {
  const parts = asked.flatMap((word) => {
    if (!/[\u3400-\u9fff]/u.test(word)) return `"${word}"`;
    return [...word].slice(1).map((character, i) => `"${[...word][i]}${character}"`);
  });
  return parts.join(' AND ') + (kind === 'prefix' ? '*' : '');
}

/** @type {any} */ (globalThis).peers = {
  /** @param {'minisearch' | 'flexsearch'} name @param {number} size */
  async build(name, size) {
    const engine = engines[name].make();
    const story = createCorpus();
    for (let n = 0; n < size; n++) {
      const { title, text } = story(n);
      engines[name].add(engine, { n, title, text });
    }
    await engines[name].save(engine);
    loaded[name] = engine;
  },
  /** @param {'minisearch' | 'flexsearch'} name @param {any[]} queries @param {number} rounds */
  async query(name, queries, rounds) {
    loaded[name] ??= await engines[name].load();
    const engine = loaded[name];
    return queries.map((query) => {
      const times = [];
      let found = [];
      for (let round = 0; round < rounds; round++) {
        const started = performance.now();
        found = engines[name].ask(engine, query);
        times.push(performance.now() - started);
      }
      return { times, found };
    });
  },
  /** @param {number} from @param {number} to */
  async fillSqlite(from, to) {
    await sqlite('open');
    for (let n = from; n < to; n += 1000) await sqlite('fill', n, Math.min(to, n + 1000));
  },
  /** @param {any[]} queries @param {number} rounds */
  async querySqlite(queries, rounds) {
    await sqlite('open');
    const results = [];
    for (const query of queries) results.push(await sqlite('query', matchOf(query), rounds));
    return results;
  },
  /** The first answer of a page that has just been opened. @param {string} name @param {any} query */
  async firstAnswer(name, query) {
    if (name === 'sqlite') await /** @type {any} */ (globalThis).peers.querySqlite([query], 1);
    else await /** @type {any} */ (globalThis).peers.query(name, [query], 1);
    return { at: performance.now() };
  },
};
