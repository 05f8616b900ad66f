/** Adds or changes one interface text in every language: `node scripts/message.mjs <key> "<English>" "<简体中文>"`. Keys stay sorted. */
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [key, ...texts] = process.argv.slice(2);
const languages = ['en', 'zh_CN'];
if (!key || !/^[a-z0-9_]+$/.test(key) || texts.length !== languages.length) {
  console.error('usage: node scripts/message.mjs <key> "<English>" "<简体中文>"');
  process.exit(2);
}
const lock = 'public/_locales/.lock';
for (let tries = 0; ; tries++) {
  try {
    mkdirSync(lock);
    break;
  } catch (error) {
    if (tries > 200) throw error;
    await sleep(25);
  }
}
try {
  languages.forEach((language, i) => {
    const path = `public/_locales/${language}/messages.json`;
    const messages = { ...JSON.parse(readFileSync(path, 'utf8')), [key]: { message: texts[i] } };
    const sorted = Object.fromEntries(Object.entries(messages).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(path, `${JSON.stringify(sorted, null, 2)}\n`);
  });
} finally {
  rmdirSync(lock);
}
