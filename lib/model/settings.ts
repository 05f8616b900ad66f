/** What a person can set, with the defaults and a reader that forgives anything stored. */

export type Settings = {
  /** `auto` follows the browser. */
  language: 'auto' | 'en' | 'zh-CN';
  theme: 'auto' | 'light' | 'dark';
  density: 'comfortable' | 'compact';
  /** Keep the bytes of an article's images with the clip. */
  keepImages: boolean;
  /** Above this share of a source's text a post shows a warning. Per cent. */
  quoteLimit: number;
  /** Name under the headline of new posts. */
  author: string;
  /** Where exported posts usually live: `https://blog.example.com/news/`; empty when unknown. */
  blogUrl: string;
  reader: { font: 'serif' | 'sans'; size: number; width: 'narrow' | 'normal' | 'wide' };
};

export const defaultSettings: Settings = {
  language: 'auto',
  theme: 'auto',
  density: 'comfortable',
  keepImages: true,
  quoteLimit: 25,
  author: '',
  blogUrl: '',
  reader: { font: 'serif', size: 18, width: 'normal' },
};

const oneOf = <T extends string>(value: unknown, choices: readonly T[], otherwise: T): T =>
  choices.find((choice) => choice === value) ?? otherwise;
const within = (value: unknown, least: number, most: number, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : otherwise;
const text = (value: unknown, otherwise: string): string =>
  typeof value === 'string' ? value.slice(0, 2000) : otherwise;

/** Settings from stored data of any shape: what is missing or wrong takes its default. */
export function readSettings(stored: unknown): Settings {
  const from = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const reader = (typeof from.reader === 'object' && from.reader !== null ? from.reader : {}) as Record<
    string,
    unknown
  >;
  const base = defaultSettings;
  return {
    language: oneOf(from.language, ['auto', 'en', 'zh-CN'], base.language),
    theme: oneOf(from.theme, ['auto', 'light', 'dark'], base.theme),
    density: oneOf(from.density, ['comfortable', 'compact'], base.density),
    keepImages: typeof from.keepImages === 'boolean' ? from.keepImages : base.keepImages,
    quoteLimit: within(from.quoteLimit, 1, 100, base.quoteLimit),
    author: text(from.author, base.author),
    blogUrl: text(from.blogUrl, base.blogUrl),
    reader: {
      font: oneOf(reader.font, ['serif', 'sans'], base.reader.font),
      size: within(reader.size, 14, 28, base.reader.size),
      width: oneOf(reader.width, ['narrow', 'normal', 'wide'], base.reader.width),
    },
  };
}
