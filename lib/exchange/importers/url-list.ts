/** Importer: addresses, one in a line, with or without a title (`address | title` of OneTab, `title address`, Markdown links). */
import type { Importer, Sample, SourceFile } from '../format';
import { makeClip, problem, readLine } from '../reading/fields';
import { readLines } from '../reading/lines';
import { type PlaceAt, readEach } from '../reading/source';

const address = /https?:\/\/[^\s<>"|｜]+/iu;

export const urlList: Importer = {
  id: 'url-list',
  label: 'import_format_url_list',
  hint: 'import_format_url_list_hint',
  recognise,
  async *read(source) {
    yield* readEach(source, () => true, readList);
  },
};

async function* readList(file: SourceFile, at: PlaceAt) {
  for await (const { text, line } of readLines(file.pieces())) {
    const written = readLine(text, 10_000);
    if (written === '' || /^(?:#|\/\/|--)/u.test(written)) continue;
    const found = splitLine(written);
    yield found ? makeClip({ ...found, at: at(line) }) : problem('no-address', at(line), written);
  }
}

/** Any text in which most lines have an address: the last resort. */
function recognise({ heads }: Sample): 'no' | 'possible' {
  const head = heads[0]?.head ?? '';
  if (/^\s*[<[{]/u.test(head)) return 'no';
  const lines = head.split('\n', 200).filter((line) => line.trim() && !line.startsWith('#'));
  const hits = lines.filter((line) => address.test(line)).length;
  return hits > 0 && hits >= lines.length / 2 ? 'possible' : 'no';
}

/** The address and what stands beside it. */
function splitLine(line: string): { url: string; title: string } | null {
  const link = /^(?:[-*+]|\d+[.)])?\s*\[([^\]]*)\]\(\s*<?([^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)>?[^)]*\)/u.exec(line);
  if (link?.[2]) return { url: link[2], title: link[1] ?? '' };
  const found = address.exec(line);
  if (!found) return /^\S+$/u.test(line) ? { url: line, title: '' } : null;
  const around = `${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}`;
  return { url: found[0].replace(/[),.;，。；）]+$/u, (end) => keptEnd(found[0], end)), title: trimTitle(around) };
}

/** A bracket that closes one within the address belongs to it. */
function keptEnd(url: string, end: string): string {
  const opened = url.split('(').length - 1;
  return end.startsWith(')') && opened > 0 ? ')' : '';
}

const trimTitle = (text: string): string => text.replace(/^[\s|｜:：<>\-–—*+]+|[\s|｜:：<>\-–—]+$/gu, '').trim();
