/** What is annotated in one clip as the reader shows it: found in its text, painted, made, edited and taken back. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { describeSpan } from '../annotate/describe';
import { type AnnotatedDocument, readForAnnotations } from '../annotate/find-annotation';
import { highlightAt, paintHighlights } from '../annotate/paint';
import type { Painted } from '../annotate/painted';
import { rangesOf, spanOf } from '../annotate/ranges';
import { selectWordAt } from '../annotate/word-at';
import type { Annotation, AnnotationId, AnnotationPatch, HighlightColour } from '../model/annotation';
import type { ClipId } from '../model/ids';
import { newId } from '../model/ids';
import { deleteAnnotation, editAnnotation, listAnnotations, putAnnotation } from '../store/annotations';
import { failureOf } from '../store/failures';
import { db } from './db';
import { describeFailure } from './failures';
import { t } from './i18n';
import { live } from './live';
import { bringIntoSight } from './scroll';
import { showToast } from './toasts';
import { offerUndo } from './undo';

/** A highlight or a note on an image, and whether its words or its image are still there. */
export type ShownHighlight = {
  annotation: Annotation;
  /** The words; of an image what it is called, empty when it has no name. */
  quote: string;
  isFound: boolean;
};

export type Highlights = {
  all: ReadonlySignal<readonly ShownHighlight[]>;
  /** The one that was pressed, in the text or in the list. */
  active: ReadonlySignal<AnnotationId | null>;
  /** The text has been put into this element, or anew. */
  read(root: HTMLElement): void;
  /** Highlights what a range holds; null when that is nothing of the text. */
  add(range: AbstractRange, colour: HighlightColour, source: string): Promise<AnnotationId | null>;
  /** Says something of an image, for the first time or again. */
  annotateImage(url: string, patch: AnnotationPatch, source: string): Promise<void>;
  edit(id: AnnotationId, patch: AnnotationPatch): Promise<void>;
  remove(id: AnnotationId): Promise<void>;
  activate(id: AnnotationId | null): void;
  /** Selects the Chinese word at a point of the window, after a double click; leaves what is selected elsewhere. */
  selectWord(x: number, y: number): void;
  /** The highlight at a point of the window. */
  at(x: number, y: number): AnnotationId | null;
  /** Where a highlight is in the window; null for an orphan. */
  boxOf(id: AnnotationId): DOMRect | null;
  scrollTo(id: AnnotationId): void;
  dispose(): void;
};

export function createHighlights(clipId: ClipId): Highlights {
  const stored = live<readonly Annotation[]>(() => listAnnotations(db, clipId), []);
  const text = signal<{ root: HTMLElement; found: AnnotatedDocument } | null>(null);
  const active = signal<AnnotationId | null>(null);
  const painted = computed<readonly Painted[]>(() => (text.value ? findAll(stored.value, text.value.found) : []));
  const stop = effect(() => paintHighlights(document, painted.value, active.value));
  const rangesFor = (id: AnnotationId) => painted.peek().find((one) => one.id === id)?.ranges ?? [];
  const imageOf = (id: AnnotationId) => {
    const target = stored.peek().find((one) => one.id === id)?.target;
    const root = text.peek()?.root;
    return target?.kind === 'image' && root ? imageIn(root, target.url) : null;
  };
  const imageNotes = createImageNotes(clipId, stored);
  return {
    all: computed(() => {
      const found = new Set(painted.value.map(({ id }) => id));
      return stored.value.map((annotation) => {
        const { target } = annotation;
        if (target.kind === 'text') return { annotation, quote: target.quote.exact, isFound: found.has(annotation.id) };
        const image = text.value && imageIn(text.value.root, target.url);
        return { annotation, quote: image ? nameOfImage(image) : '', isFound: image !== null };
      });
    }),
    active,
    read: (root) => {
      text.value = { root, found: readForAnnotations(root) };
    },
    add: async (range, colour, source) => {
      const model = text.peek()?.found.model;
      const span = model && spanOf(model, range);
      if (!span) return null;
      const now = Date.now();
      const id = newId<AnnotationId>();
      const target = { kind: 'text' as const, source, ...describeSpan(model, span) };
      const annotation = { id, clipId, target, note: '', tags: [], colour, createdAt: now, updatedAt: now };
      const isStored = await told(() => putAnnotation(db, annotation));
      if (isStored) active.value = id;
      return isStored ? id : null;
    },
    annotateImage: (url, patch, source) => imageNotes.edit(url, patch, source),
    edit: async (id, patch) => {
      await told(() => editAnnotation(db, id, patch, Date.now()));
    },
    remove: async (id) => {
      await told(async () => {
        const before = await deleteAnnotation(db, id);
        if (before?.target.kind === 'image') imageNotes.forget(before.target.url);
        if (active.peek() === id) active.value = null;
        if (before)
          offerUndo(t(before.target.kind === 'image' ? 'reader_image_note_deleted' : 'reader_highlight_deleted'), () =>
            told(() => putAnnotation(db, before)),
          );
      });
    },
    activate: (id) => {
      active.value = id;
    },
    selectWord: (x, y) => {
      const model = text.peek()?.found.model;
      if (model) selectWordAt(document, model, { x, y });
    },
    at: (x, y) => highlightAt(document, painted.peek(), x, y),
    boxOf: (id) => boxOf(rangesFor(id)) ?? imageOf(id)?.getBoundingClientRect() ?? null,
    scrollTo: (id) => {
      active.value = id;
      bringIntoSight(rangesFor(id)[0]?.startContainer.parentElement ?? imageOf(id), 'center');
    },
    dispose: () => {
      stop();
      paintHighlights(document, [], null);
    },
  };
}

/** Notes on images, made by the first word that is typed. */
function createImageNotes(clipId: ClipId, stored: ReadonlySignal<readonly Annotation[]>) {
  // Whoever types on before the first word is stored edits the same one.
  const fresh = new Map<string, AnnotationId>();
  return {
    async edit(url: string, patch: AnnotationPatch, source: string): Promise<void> {
      const known = stored.peek().find(({ target }) => target.kind === 'image' && target.url === url)?.id;
      const id = known ?? fresh.get(url);
      const now = Date.now();
      if (id) return void (await told(() => editAnnotation(db, id, patch, now)));
      const made = newId<AnnotationId>();
      fresh.set(url, made);
      const target = { kind: 'image' as const, source, url };
      const words = { note: '', tags: [], colour: 'yellow' as const, ...patch };
      await told(() => putAnnotation(db, { id: made, clipId, target, ...words, createdAt: now, updatedAt: now }));
    },
    /** It was deleted: the next word makes a new one. */
    forget: (url: string) => fresh.delete(url),
  };
}

/** The image of this address, in the text or beside it. */
function imageIn(root: Element, url: string): Element | null {
  return (root.closest('article') ?? root).querySelector(`[data-image="${CSS.escape(url)}"]`);
}

function nameOfImage(image: Element): string {
  const caption = image.closest('figure')?.querySelector('figcaption')?.textContent;
  return (caption ?? image.getAttribute('alt') ?? image.getAttribute('aria-label') ?? '').replace(/\s+/gu, ' ').trim();
}

function findAll(annotations: readonly Annotation[], { model, find }: AnnotatedDocument): Painted[] {
  return annotations.flatMap(({ id, colour, target }) => {
    const place = target.kind === 'text' ? find(target) : null;
    return place ? [{ id, colour, ranges: rangesOf(model, place) }] : [];
  });
}

function boxOf(ranges: readonly Range[]): DOMRect | null {
  const boxes = ranges.flatMap((range) => [...range.getClientRects()]).filter(({ width }) => width > 0);
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

/** Says it when the database refuses; whether it did not. */
async function told(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    showToast({ text: describeFailure(failureOf(error, db)), tone: 'problem' });
    return false;
  }
}
