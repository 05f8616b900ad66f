/** Templates in a file, for colleagues: see docs/templates.md. */
import { fail, ok, type Result } from '../model/result';
import type { Template } from '../model/template';
import { template } from './archive/post-shapes';
import { readShape, record } from './archive/shape';

const format = 'clipsheet-templates';
const version = 1;
/** Bytes; thousands of templates. */
const largest = 20_000_000;

export const templateFileType = 'application/json';

export function writeTemplates(templates: readonly Template[]): string {
  return `${JSON.stringify({ format, version, templates }, null, 2)}\n`;
}

export type TemplatesRead = {
  templates: Template[];
  /** Which entries are no templates, counted from 1. */
  wrong: number[];
};

/**
 * The templates of a file's text, each made anew of what belongs to one. Fails with `templates-unreadable`: what is
 * wrong with the file as a whole, with what the JSON reader says of it.
 */
export function readTemplates(text: string): Result<TemplatesRead> {
  if (text.length > largest) return fail({ kind: 'templates-unreadable', reason: 'too-large', detail: '' });
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    return fail({
      kind: 'templates-unreadable',
      reason: 'not-json',
      detail: error instanceof Error ? error.message : '',
    });
  }
  const has = (name: string) => typeof file === 'object' && file !== null && Object.hasOwn(file, name);
  const fields = file as Record<string, unknown>;
  if (!has('format') || fields.format !== format || !has('templates') || !Array.isArray(fields.templates))
    return fail({ kind: 'templates-unreadable', reason: 'not-templates', detail: '' });
  if (typeof fields.version === 'number' && fields.version > version)
    return fail({ kind: 'templates-unreadable', reason: 'newer', detail: '' });
  const read = fields.templates.map((entry: unknown) => readShape(record(template), entry));
  const wrong = read.flatMap((one, i) => (one?.name.trim() ? [] : [i + 1]));
  if (read.length > 0 && wrong.length === read.length)
    return fail({ kind: 'templates-unreadable', reason: 'not-templates', detail: '' });
  return ok({ templates: read.flatMap((one) => (one?.name.trim() ? [withPlainBreaks(one)] : [])), wrong });
}

/** Lines end as they do in the editor. */
function withPlainBreaks(read: Template): Template {
  const plain = (text: string) => text.replace(/\r\n?/gu, '\n');
  const { title, standfirst, tags, body } = read;
  return { ...read, title: plain(title), standfirst: plain(standfirst), tags: plain(tags), body: plain(body) };
}
