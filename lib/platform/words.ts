/** Interface texts for the background, which has no views and keeps nothing: read when they are needed. */
import type { Settings } from '../model/settings';
import { browserLanguage, browserMessage, loadMessages } from './i18n';

/** The text for a key; that of `otherwise` when there is none. */
export type Words = (key: string, otherwise?: string) => string;

/** Texts in the language the person has chosen; a file is read only for one that is not the browser's. */
export async function wordsIn(setting: Settings['language']): Promise<Words> {
  const isChinese = (tag: string) => /^zh\b/iu.test(tag);
  const isBrowsers = setting === 'auto' || isChinese(setting) === isChinese(browserLanguage());
  const messages = isBrowsers ? null : await loadMessages(setting === 'zh-CN' ? 'zh_CN' : 'en');
  const textOf = (key: string) => (messages ? (messages[key]?.message ?? '') : browserMessage(key, []));
  return (key, otherwise = '') => textOf(key) || textOf(otherwise);
}
