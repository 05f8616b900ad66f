/** What a person can set, with the defaults and a reader that forgives anything stored. */

import { type ClipStatus, clipStatuses } from './clip';

export type Settings = {
  /** `auto` follows the browser. */
  language: 'auto' | 'en' | 'zh-CN';
  theme: 'auto' | 'light' | 'dark';
  density: 'comfortable' | 'compact';
  /** Keep the bytes of an article's images with the clip. */
  keepImages: boolean;
  /** Load images that are not kept when a clip is opened, which tells their sites that it is read; needs access to all sites. */
  loadImages: boolean;
  /** Paint the highlights of every page that is visited; needs access to all sites. */
  paintVisits: boolean;
  /** Above this share of a source's text a post shows a warning. Per cent. */
  quoteLimit: number;
  /** Name under the headline of new posts. */
  author: string;
  /** Where exported posts usually live: `https://blog.example.com/news/`; empty when unknown. */
  blogUrl: string;
  /** Id of the template that new posts are made with; empty for the usual first draft. */
  newPostTemplate: string;
  /** Id of the format that was exported to last. */
  exportFormat: string;
  /** Id of the publisher that a post went out by last; empty for the first time. */
  lastPublisher: string;
  /** How the last import was asked to come in; `tagged`: with a tag for all of it. */
  importing: { status: ClipStatus | 'as-is'; foldersAsTags: boolean; tagged: boolean };
  /** Copies of the library in the downloads folder; `keep` of them. */
  backup: { every: 'never' | 'daily' | 'weekly'; keep: number };
  reader: { font: 'serif' | 'sans'; size: number; width: 'narrow' | 'normal' | 'wide' };
};

export const defaultSettings: Settings = {
  language: 'auto',
  theme: 'auto',
  density: 'comfortable',
  keepImages: true,
  loadImages: false,
  paintVisits: false,
  quoteLimit: 25,
  author: '',
  blogUrl: '',
  newPostTemplate: '',
  exportFormat: 'archive',
  lastPublisher: '',
  importing: { status: 'as-is', foldersAsTags: true, tagged: true },
  backup: { every: 'never', keep: 5 },
  reader: { font: 'serif', size: 18, width: 'normal' },
};

const oneOf = <T extends string>(value: unknown, choices: readonly T[], otherwise: T): T =>
  choices.find((choice) => choice === value) ?? otherwise;
const within = (value: unknown, least: number, most: number, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : otherwise;
const flag = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);
const text = (value: unknown, otherwise: string): string =>
  typeof value === 'string' ? value.slice(0, 2000) : otherwise;

/** Settings from stored data of any shape: what is missing or wrong takes its default. */
export function readSettings(stored: unknown): Settings {
  const from = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const part = (value: unknown) =>
    (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const [reader, backup, importing] = [part(from.reader), part(from.backup), part(from.importing)];
  const base = defaultSettings;
  return {
    language: oneOf(from.language, ['auto', 'en', 'zh-CN'], base.language),
    theme: oneOf(from.theme, ['auto', 'light', 'dark'], base.theme),
    density: oneOf(from.density, ['comfortable', 'compact'], base.density),
    keepImages: flag(from.keepImages, base.keepImages),
    loadImages: flag(from.loadImages, base.loadImages),
    paintVisits: flag(from.paintVisits, base.paintVisits),
    quoteLimit: within(from.quoteLimit, 1, 100, base.quoteLimit),
    author: text(from.author, base.author),
    blogUrl: text(from.blogUrl, base.blogUrl),
    newPostTemplate: text(from.newPostTemplate, base.newPostTemplate),
    exportFormat: text(from.exportFormat, base.exportFormat),
    lastPublisher: text(from.lastPublisher, base.lastPublisher),
    importing: {
      status: oneOf(importing.status, ['as-is', ...clipStatuses], base.importing.status),
      foldersAsTags: flag(importing.foldersAsTags, base.importing.foldersAsTags),
      tagged: flag(importing.tagged, base.importing.tagged),
    },
    backup: {
      every: oneOf(backup.every, ['never', 'daily', 'weekly'], base.backup.every),
      keep: within(backup.keep, 1, 50, base.backup.keep),
    },
    reader: {
      font: oneOf(reader.font, ['serif', 'sans'], base.reader.font),
      size: within(reader.size, 14, 28, base.reader.size),
      width: oneOf(reader.width, ['narrow', 'normal', 'wide'], base.reader.width),
    },
  };
}

/**
 * What an archive holds of the settings: how a person likes to work. Backups belong to one computer, and what opens
 * other systems is never in an archive; a setting that is added is left out until it is named here.
 */
export function archivedSettings(settings: Settings): Partial<Settings> {
  const { language, theme, density, keepImages, quoteLimit, author, blogUrl, newPostTemplate, reader } = settings;
  return { language, theme, density, keepImages, quoteLimit, author, blogUrl, newPostTemplate, reader };
}
