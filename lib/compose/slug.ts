/** Slugs: the one part of a post's address, folder and file names that every system must accept. */

/** What every slug matches: WordPress, static site generators, URLs and all file systems keep it as it is. */
const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const longestSlug = 60;

/** Names that Windows keeps for devices, with any extension (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/u;
const han = /\p{Script=Han}/u;

/** Letters that Unicode decomposition leaves whole. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};
const germanLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** Whether `slug` can be the name of a post everywhere. */
export function isSlug(slug: string): boolean {
  return slug.length <= longestSlug && slugPattern.test(slug) && !reserved.test(slug);
}

/**
 * The slug of a title: lower-case ASCII words joined by `-`, at most 60 characters, cut between words.
 *
 * - Latin letters lose their marks (`é` → `e`; German `ü` → `ue`), apostrophes vanish, all else separates words.
 * - Chinese is written in pinyin without tones, one syllable a word and `ü` as `v`: 汽车产业 → `qi-che-chan-ye`.
 *   Readings depend on context (重庆 → `chong-qing`, 银行 → `yin-hang`). Han characters in a title of another
 *   language (Japanese) would be misread and are left out.
 * - A name that Windows reserves gets `-post` behind it; a title without any usable letter becomes `post-2026-11-22`.
 *
 * The dictionary of readings is loaded only when a title needs it.
 */
export async function slugify(title: string, language: string, now: number): Promise<string> {
  return (await slugOf(title, language)) || `post-${new Date(now).toISOString().slice(0, 10)}`;
}

/** As `slugify`, but empty when the text has no usable letter. */
export async function slugOf(text: string, language: string, longest = longestSlug): Promise<string> {
  const chinese = han.test(text) && !/^(?:ja|ko)\b/u.test(language);
  const slug = cutAtWord(wordsOf(chinese ? await romanise(text) : text, language), longest);
  return reserved.test(slug) ? `${slug}-post` : slug;
}

/** The slug, or the first of `slug-2`, `slug-3` … that no other post has. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let number = 2, free = slug; ; number++) {
    if (!taken.has(free)) return free;
    const ending = `-${number}`;
    free = slug.slice(0, longestSlug - ending.length).replace(/-+$/u, '') + ending;
  }
}

async function romanise(text: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro');
  const syllables = pinyin(text, { toneType: 'none', type: 'all', v: true });
  return syllables.map(({ isZh, result, origin }) => (isZh ? ` ${result} ` : origin)).join('');
}

function wordsOf(text: string, language: string): string[] {
  const map = /^de\b/u.test(language) ? { ...letters, ...germanLetters } : letters;
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßæœøđðþłıäöü]/gu, (letter) => map[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘ʼ]/gu, '')
    .split(/[^a-z0-9]+/u)
    .filter(Boolean);
}

function cutAtWord(words: readonly string[], longest: number): string {
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word;
    if (longer.length > longest) return slug || word.slice(0, longest);
    slug = longer;
  }
  return slug;
}
