/** The highlighter on a page of a test, with a library in memory; and ways into what it keeps to itself. */
import axe from 'axe-core';
import { describeSpan } from '../../../lib/annotate/describe';
import type { Ask } from '../../../lib/annotate/page/ask';
import { type Highlighter, startHighlighter } from '../../../lib/annotate/page/highlighter';
import type { HighlighterMode } from '../../../lib/annotate/page/mode';
import { type HighlighterWords, highlighterWords } from '../../../lib/annotate/page/words';
import { readText } from '../../../lib/annotate/text-model';
import { type AnnotationId, highlightColours } from '../../../lib/model/annotation';
import type { HighlighterRequests, PageHighlight } from '../../../lib/model/requests';
import english from '../../../public/_locales/en/messages.json';
import chinese from '../../../public/_locales/zh_CN/messages.json';
import { partOfPage } from '../../axe-options';

/** Shadow roots by the name of their host: the highlighter's are closed, so the test is there when they are made. */
const roots = new Map<string, ShadowRoot>();
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  const root = attach.call(this, init);
  roots.set(this.localName, root);
  return root;
};

/** The frames of bar and panel. */
export function frames(): { bar: HTMLIFrameElement; panel: HTMLIFrameElement } {
  const [panel, bar] = roots.get('clipsheet-highlighter')?.querySelectorAll('iframe') ?? [];
  if (!bar || !panel) throw new Error('the highlighter shows nothing');
  return { bar, panel };
}

/** The boxes that are painted where the browser has no highlights of its own. */
export function paintedBoxes(): DOMRect[] {
  const root = roots.get('clipsheet-marks');
  return root?.host.isConnected ? [...root.children].map((box) => box.getBoundingClientRect()) : [];
}

let running: Highlighter | null = null;

type Given = {
  mode?: HighlighterMode;
  language?: 'en' | 'zh-CN';
  isDark?: boolean;
  highlights?: readonly PageHighlight[];
  tags?: readonly string[];
};

/** Starts on the document as it is; gives the library that it asks. */
export async function start({ mode = 'start', language = 'en', isDark = false, highlights = [], tags = [] }: Given) {
  const stored = new Map(highlights.map((one) => [one.id, one]));
  const answers: { [Name in keyof HighlighterRequests]: (input: never) => unknown } = {
    'list-highlights': () => ({ highlights: [...stored.values()] }),
    'put-highlight': ({ highlight }: { highlight: PageHighlight }) => {
      stored.set(highlight.id, highlight);
      return highlight;
    },
    'edit-highlight': ({ id, patch }: { id: AnnotationId; patch: object }) => {
      const edited = { ...(stored.get(id) as PageHighlight), ...patch };
      stored.set(id, edited);
      return edited;
    },
    'delete-highlight': ({ id }: { id: AnnotationId }) => {
      stored.delete(id);
      return null;
    },
    'suggest-tags': ({ typed, except }: { typed: string; except: string[] }) => ({
      tags: tags.filter((tag) => tag.includes(typed) && !except.includes(tag)),
    }),
  };
  const ask = (async (name: keyof HighlighterRequests, input: never) => ({
    ok: true,
    value: answers[name](input),
  })) as Ask;
  running = await startHighlighter(
    document,
    { mode, words: wordsIn(language), isDark, colour: 'yellow' },
    { ask, shadowRootOf: (element) => element.shadowRoot, now: () => performance.now() },
  );
  return stored;
}

export function stop(): void {
  running?.stop();
  running = null;
  document.body.replaceChildren();
}

function wordsIn(language: 'en' | 'zh-CN'): HighlighterWords {
  const texts: Record<string, { message: string }> = language === 'en' ? english : chinese;
  const said = [
    ...highlighterWords.map((name) => [name, texts[`highlighter_${name}`]?.message]),
    ...highlightColours.map((name) => [name, texts[`reader_colour_${name}`]?.message]),
  ];
  return Object.fromEntries(said) as HighlighterWords;
}

/** Highlights of these words, one after another in every colour, as if they had been made on this page. */
export function highlightsOf(all: readonly string[]): PageHighlight[] {
  const model = readText(document.body);
  return all.map((words, at) => {
    const begin = model.text.indexOf(words);
    if (begin < 0) throw new Error(`the page has no "${words}" but: ${model.text}`);
    return {
      id: `${at}`.padStart(26, '0') as AnnotationId,
      target: describeSpan(model, { start: begin, end: begin + words.length }),
      note: at === 0 ? 'Ask their sales people' : '',
      tags: at === 0 ? ['hides'] : [],
      colour: highlightColours[at % highlightColours.length] ?? 'yellow',
      createdAt: 1,
    };
  });
}

/** What axe finds in a frame, which is a page of its own. */
export async function violationsIn({ contentWindow }: HTMLIFrameElement): Promise<string[]> {
  const view = contentWindow as Window & typeof globalThis & { axe?: typeof axe };
  if (!view.axe) view.eval(axe.source);
  const { violations } = await (view.axe as typeof axe).run(view.document, partOfPage);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target} ${any[0]?.message ?? ''}`),
  );
}
