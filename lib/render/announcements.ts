/** What a post says of itself before its text: that it was corrected or retracted, and its versions in other languages. */
import type { Element, ElementContent } from 'hast';
import type { ResolvedPost } from '../model/resolved-post';
import { webAddress } from './address';
import { h, nodes } from './html';
import { directionOf, knownLanguage, type Labels, langOf } from './labels';
import { time } from './source-card';

/** "Correction, 3 March 2024: …", newest first, as people must see it before they read on. */
export function notices(post: ResolvedPost, labels: Labels): Element[] {
  return (post.notices ?? []).map(({ kind, text, at }) =>
    h('p', { className: ['origin', 'notice'] }, [
      h(
        'strong',
        { lang: langOf(labels, post.language) },
        kind === 'correction' ? labels.correction : labels.retraction,
      ),
      ...nodes([labels.separator, time(at, post.language), `${labels.separator}${text}`]),
    ]),
  );
}

/** "Also in 中文", each language by its own name; null when there is no other version with an address. */
export function versionsLine(post: ResolvedPost, labels: Labels): Element | null {
  const links = (post.versions ?? []).flatMap(({ language, url, title }): ElementContent[] => {
    const lang = knownLanguage(language);
    const href = webAddress(url);
    const at = lang && href && { href, hrefLang: lang, lang, dir: directionOf(lang), rel: ['alternate'], title };
    return lang && at ? [h('a', at, nameOf(lang))] : [];
  });
  if (links.length === 0) return null;
  const joined = links.flatMap((link, index) => nodes([index > 0 && labels.separator, link]));
  return h('p', { className: ['facts'] }, [
    h('span', { lang: langOf(labels, post.language) }, labels.alsoIn),
    ...nodes([' ']),
    ...joined,
  ]);
}

/** A language by its own name: English, 中文. */
function nameOf(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language', languageDisplay: 'standard' }).of(language) ?? language;
}

/** `<link>`s by which machines know the versions of each other, this one among them (https://html.spec.whatwg.org/#rel-alternate). */
export function versionLinks(post: ResolvedPost): Element[] {
  const own = { language: post.language, url: post.canonicalUrl };
  const others = post.versions ?? [];
  if (others.length === 0) return [];
  return [own, ...others].flatMap(({ language, url }) => {
    const lang = knownLanguage(language);
    const href = webAddress(url);
    return lang && href ? [h('link', { rel: ['alternate'], hrefLang: lang, href })] : [];
  });
}
