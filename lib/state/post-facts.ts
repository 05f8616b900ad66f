/** The choices and checks behind a post's facts. */
import { isSlug } from '../compose/slug';

/** Whether a text can be the slug of a post everywhere. */
export const isSlugText: (text: string) => boolean = isSlug;

/** Languages of industry blogs, the most likely first; any other a clip brings joins them. */
const languages = [
  'en',
  'zh-CN',
  'zh-TW',
  'de',
  'es',
  'fr',
  'it',
  'ja',
  'ko',
  'pt',
  'ru',
  'vi',
  'th',
  'id',
  'ar',
  'hi',
];

/** Languages by their own names, with `current` among them. Names of an unknown tag are the tag itself. */
export function languageOptions(interfaceLanguage: string, current: string): { value: string; label: string }[] {
  const known = languages.includes(current) ? languages : [current, ...languages];
  return known.map((value) => ({ value, label: nameOf(value, interfaceLanguage) }));
}

function nameOf(tag: string, interfaceLanguage: string): string {
  try {
    return new Intl.DisplayNames([interfaceLanguage], { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;
  } catch {
    return tag; // not a well-formed tag: pages write anything
  }
}
