// @ts-check
/** SQLite FTS5 in a worker, in the origin's private file system: Chinese in pairs, prefixes of three letters, BM25. */

import { createCorpus } from './corpus.mjs';

/** Served by `peers.mjs`. */
const program = '/sqlite/sqlite3.mjs';

/** @type {any} */
let db;
/** @type {ReturnType<typeof createCorpus> | undefined} */
let story;

/** @param {string} text */
const pairs = (text) =>
  text.replace(/[\u3400-\u9fff]+/gu, (run) => {
    const out = [];
    for (let i = 0; i < run.length; i++) out.push(run.slice(i, i + 2));
    return ` ${out.join(' ')} `;
  });

const acts = {
  async open() {
    if (db) return;
    const { default: start } = await import(program);
    const sqlite = await start();
    db = new sqlite.oo1.OpfsDb('/library.db', 'c');
    db.exec(
      "create virtual table if not exists t using fts5(title, body, content='', tokenize='unicode61', prefix='3')",
    );
  },
  /** @param {number} from @param {number} to */
  async fill(from, to) {
    story ??= createCorpus();
    const insert = db.prepare('insert into t(rowid, title, body) values (?, ?, ?)');
    db.exec('begin');
    for (let n = from; n < to; n++) {
      const { title, text, tags, site } = story(n);
      insert.bind([n + 1, pairs(`${title} ${tags.join(' ')} ${site}`), pairs(text)]).step();
      insert.reset();
    }
    db.exec('commit');
    insert.finalize();
  },
  /** @param {string} match @param {number} rounds */
  async query(match, rounds) {
    const times = [];
    let found = [];
    for (let round = 0; round < rounds; round++) {
      const started = performance.now();
      found = db.exec({
        sql: 'select rowid from t where t match ? order by rank limit 50',
        bind: [match],
        rowMode: 0,
        returnValue: 'resultRows',
      });
      times.push(performance.now() - started);
    }
    return { times, found: found.map((/** @type {number} */ rowid) => rowid - 1) };
  },
};

addEventListener('message', async ({ data: [id, name, ...args] }) => {
  const act = /** @type {any} */ (acts)[name];
  try {
    postMessage([id, await act(...args), null]);
  } catch (error) {
    postMessage([id, null, String(error)]);
  }
});
