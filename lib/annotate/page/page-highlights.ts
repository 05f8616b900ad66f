/**
 * The highlights of a live page: found in its text, painted, and found anew when the page changes. What has lost its
 * words is unpainted before the next frame is drawn; looking for it again waits, and takes a small share of the time.
 */
import type { AnnotationId } from '../../model/annotation';
import type { PageHighlight } from '../../model/requests';
import { paintHighlights } from '../paint';
import type { Painted } from '../painted';
import { rangesOf } from '../ranges';
import type { PageText } from './page-text';

/** Milliseconds without a change before words are looked for again, and at most from the first change on. */
const calm = 250;
const patience = 2000;
/** After a search comes a pause this many times as long. */
const rest = 20;
/** Milliseconds of searching before the page gets a turn. */
const slice = 12;

type Found = Painted & { words: readonly string[] };

export type PageHighlightsPorts = {
  text: PageText;
  /** Milliseconds that only go forward. */
  now(): number;
  /** The list, or what of it is found, is another. */
  onChange(): void;
};

export type PageHighlights = {
  all(): readonly { highlight: PageHighlight; isFound: boolean }[];
  get(id: AnnotationId): PageHighlight | null;
  /** In the place of all that there were; resolves when they have been looked for. */
  set(highlights: readonly PageHighlight[]): Promise<void>;
  put(highlight: PageHighlight): Promise<void>;
  drop(id: AnnotationId): void;
  activate(id: AnnotationId | null): void;
  rangesOf(id: AnnotationId): readonly Range[];
  painted(): readonly Painted[];
  /** The page has changed. */
  pageChanged(): void;
  stop(): void;
};

export function createPageHighlights({ text, now, onChange }: PageHighlightsPorts): PageHighlights {
  const highlights = new Map<AnnotationId, PageHighlight>();
  const places = createPlaces(text);
  const { search, stop: stopSearch } = createSearch({ highlights, places, now, onChange });
  const pace = createPace(now, async () => {
    places.dropStale();
    await search();
  });
  let frame = 0;
  return {
    all: () => [...highlights.values()].map((highlight) => ({ highlight, isFound: places.has(highlight.id) })),
    get: (id) => highlights.get(id) ?? null,
    set: async (all) => {
      highlights.clear();
      places.clear();
      for (const highlight of all) highlights.set(highlight.id, highlight);
      await search();
    },
    put: async (highlight) => {
      highlights.set(highlight.id, highlight);
      places.recolour(highlight);
      await search();
    },
    drop: (id) => {
      highlights.delete(id);
      places.drop(id);
      places.paint();
      onChange();
    },
    activate: places.activate,
    rangesOf: places.rangesOf,
    painted: places.painted,
    pageChanged: () => {
      if (highlights.size === 0) return;
      if (frame === 0)
        frame = requestAnimationFrame(() => {
          frame = 0;
          if (places.dropStale()) places.paint();
        });
      pace.touch();
    },
    stop: () => {
      stopSearch();
      pace.stop();
      cancelAnimationFrame(frame);
      highlights.clear();
      places.clear();
      places.paint();
    },
  };
}

type Places = ReturnType<typeof createPlaces>;

/** Where highlights are in the page. */
function createPlaces(text: PageText) {
  const found = new Map<AnnotationId, Found>();
  let active: AnnotationId | null = null;
  const paint = () => {
    const all = [...found.values()];
    for (const document of text.documents()) paintHighlights(document, all, active);
  };
  return {
    paint,
    has: (id: AnnotationId) => found.has(id),
    rangesOf: (id: AnnotationId) => found.get(id)?.ranges ?? [],
    painted: () => [...found.values()],
    clear: () => found.clear(),
    drop: (id: AnnotationId) => void found.delete(id),
    recolour: ({ id, colour }: PageHighlight) => {
      const known = found.get(id);
      if (known) found.set(id, { ...known, colour });
    },
    activate: (id: AnnotationId | null) => {
      active = id;
      paint();
    },
    /** Looks for the words of a highlight, and remembers where they are. */
    find: ({ id, colour, target }: PageHighlight) => {
      const { model, find } = text.read();
      const place = find(target);
      const ranges = place ? rangesOf(model, place) : [];
      if (ranges.length > 0) found.set(id, { id, colour, ranges, words: ranges.map(String) });
    },
    /** Forgets places whose words are no longer there; whether there were any. */
    dropStale: (): boolean => {
      const stale = [...found.values()].filter((one) => !isIntact(one));
      for (const { id } of stale) found.delete(id);
      return stale.length > 0;
    },
  };
}

type Search = {
  highlights: ReadonlyMap<AnnotationId, PageHighlight>;
  places: Places;
  now(): number;
  onChange(): void;
};

/** Looks for all that is not found, a slice at a time; asked while it does, it goes on with what has been added. */
function createSearch({ highlights, places, now, onChange }: Search) {
  let isStopped = false;
  let running: Promise<void> | null = null;
  const all = async () => {
    let begun = now();
    const tried = new Set<PageHighlight>();
    const next = () => [...highlights.values()].find((one) => !places.has(one.id) && !tried.has(one));
    for (let wanted = next(); wanted && !isStopped; wanted = next()) {
      tried.add(wanted);
      places.find(wanted);
      if (now() - begun < slice) continue;
      places.paint();
      await new Promise((resolve) => setTimeout(resolve, 0));
      begun = now();
    }
    if (isStopped) return;
    places.paint();
    onChange();
  };
  return {
    search: () => {
      running ??= all().finally(() => {
        running = null;
      });
      return running;
    },
    stop: () => {
      isStopped = true;
    },
  };
}

function isIntact({ ranges, words }: Found): boolean {
  return ranges.every((range, at) => range.startContainer.isConnected && String(range) === words[at]);
}

/** Runs `work` when touches have ceased, or after a time although they have not, and rests by what it took. */
function createPace(now: () => number, work: () => Promise<void>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first: number | null = null;
  let free = 0;
  const run = async () => {
    timer = undefined;
    first = null;
    const begun = now();
    await work();
    free = now() + (now() - begun) * rest;
  };
  return {
    touch: () => {
      first ??= now();
      const at = Math.max(free, Math.min(now() + calm, first + patience));
      clearTimeout(timer);
      timer = setTimeout(() => void run(), at - now());
    },
    stop: () => clearTimeout(timer),
  };
}
