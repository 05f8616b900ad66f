/** The address bar's keyword: what is suggested there and what choosing opens (https://developer.chrome.com/docs/extensions/reference/api/omnibox). */
import { browser } from 'wxt/browser';

/** A text in parts, those that answer what was typed marked. */
export type OmniboxSuggestion = {
  /** What the address bar holds when the suggestion is pointed at, and what `open` gets. */
  content: string;
  title: readonly { text: string; marked: boolean }[];
  /** Said behind the title, fainter. */
  source: string;
};

export type OmniboxHandlers = {
  /** At most a handful; later answers to earlier texts are dropped. */
  suggest: (text: string) => Promise<OmniboxSuggestion[]>;
  /** The address within the extension that chosen or typed text leads to. */
  addressOf: (text: string) => Promise<string>;
  /** What stands first in the list; `%s` is what is typed. */
  defaultText: () => Promise<string>;
};

/** Answers the keyword, where the browser has one. To be called while the worker starts. */
export function answerOmnibox({ suggest, addressOf, defaultText }: OmniboxHandlers): void {
  const { omnibox } = browser;
  if (!omnibox) return; // Firefox for Android
  const markup = !('getBrowserInfo' in browser.runtime); // Firefox shows descriptions as they are
  let asked = 0;
  omnibox.onInputStarted.addListener(async () => {
    omnibox.setDefaultSuggestion({ description: describe([{ text: await defaultText(), marked: false }], '', markup) });
  });
  omnibox.onInputChanged.addListener(async (text, show) => {
    const turn = ++asked;
    const found = await suggest(text);
    if (turn !== asked) return;
    show(
      found
        .filter(({ content }, i) => content !== text && found.findIndex((other) => other.content === content) === i)
        .map(({ content, title, source }) => ({ content, description: describe(title, source, markup) })),
    );
  });
  omnibox.onInputEntered.addListener(async (text, disposition) => {
    const url = browser.runtime.getURL('/') + (await addressOf(text));
    if (disposition === 'currentTab') await browser.tabs.update({ url });
    else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}

/** A line of the list: XML in Chromium, which refuses all of them when one is not well-formed; else plain text. */
export function describe(title: OmniboxSuggestion['title'], source: string, markup: boolean): string {
  const plain = (text: string) => text.replace(unfit, ' ').replace(loneSurrogate, '\ufffd');
  if (!markup) return plain([title.map(({ text }) => text).join(''), source].filter(Boolean).join(' — '));
  const words = title.map(({ text, marked }) => {
    const escaped = escapeXml(plain(text));
    return marked && escaped ? `<match>${escaped}</match>` : escaped;
  });
  return words.join('') + (source ? ` <dim>— ${escapeXml(plain(source))}</dim>` : '');
}

/** What XML 1.0 cannot hold, line ends too. */
const unfit = /[\p{Cc}\ufffe\uffff]+/gu;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escapeXml = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
