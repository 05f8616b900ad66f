/** The browser's own texts and language. */
import { browser } from 'wxt/browser';

export type MessageTable = Record<string, { message: string }>;

/** The text for `key` in the browser's language; `''` when there is none. At most nine substitutions. */
export function browserMessage(key: string, substitutions: string[]): string {
  return browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], substitutions);
}

/** BCP 47 of the browser's interface. */
export function browserLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** The texts of one language from the extension's own files: for a language that is not the browser's. */
export async function loadMessages(folder: 'en' | 'zh_CN'): Promise<MessageTable> {
  const answer = await fetch(browser.runtime.getURL(`/_locales/${folder}/messages.json`));
  return (await answer.json()) as MessageTable;
}
