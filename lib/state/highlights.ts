/** The highlights of one clip as the reader shows them: found in its text, painted, made, edited and taken back. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { describeSpan } from '../annotate/describe';
import { type AnnotatedDocument, readForAnnotations } from '../annotate/find-annotation';
import { highlightAt, type Painted, paintHighlights } from '../annotate/paint';
import { rangesOf, spanOf } from '../annotate/ranges';
import type { Annotation, AnnotationId, AnnotationPatch, HighlightColour } from '../model/annotation';
import type { ClipId } from '../model/ids';
import { newId } from '../model/ids';
import { deleteAnnotation, editAnnotation, listAnnotations, putAnnotation } from '../store/annotations';
import { failureOf } from '../store/failures';
import { db } from './db';
import { describeFailure } from './failures';
import { t } from './i18n';
import { live } from './live';
import { showToast } from './toasts';
import { offerUndo } from './undo';

/** A highlight and whether its words are still in the text. */
export type ShownHighlight = { annotation: Annotation; quote: string; isFound: boolean };

export type Highlights = {
  all: ReadonlySignal<readonly ShownHighlight[]>;
  /** The one that was pressed, in the text or in the list. */
  active: ReadonlySignal<AnnotationId | null>;
  /** The text has been put into this element, or anew. */
  read(root: HTMLElement): void;
  /** Highlights what a range holds; null when that is nothing of the text. */
  add(range: AbstractRange, colour: HighlightColour, source: string): Promise<AnnotationId | null>;
  edit(id: AnnotationId, patch: AnnotationPatch): Promise<void>;
  remove(id: AnnotationId): Promise<void>;
  activate(id: AnnotationId | null): void;
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
  return {
    all: computed(() => {
      const found = new Set(painted.value.map(({ id }) => id));
      return stored.value.flatMap((annotation) =>
        annotation.target.kind === 'text'
          ? [{ annotation, quote: annotation.target.quote.exact, isFound: found.has(annotation.id) }]
          : [],
      );
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
    edit: async (id, patch) => {
      await told(() => editAnnotation(db, id, patch, Date.now()));
    },
    remove: async (id) => {
      await told(async () => {
        const before = await deleteAnnotation(db, id);
        if (active.peek() === id) active.value = null;
        if (before) offerUndo(t('reader_highlight_deleted'), () => told(() => putAnnotation(db, before)));
      });
    },
    activate: (id) => {
      active.value = id;
    },
    at: (x, y) => highlightAt(document, painted.peek(), x, y),
    boxOf: (id) => boxOf(rangesFor(id)),
    scrollTo: (id) => {
      active.value = id;
      const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
      rangesFor(id)[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior });
    },
    dispose: () => {
      stop();
      paintHighlights(document, [], null);
    },
  };
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
