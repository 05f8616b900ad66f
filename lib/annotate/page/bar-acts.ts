/** The bar at work: opened at words, and what its buttons do. */
import type { AnnotationId, AnnotationPatch, HighlightColour } from '../../model/annotation';
import { longestQuote } from '../../model/highlight-schema';
import { newId } from '../../model/ids';
import type { PageHighlight } from '../../model/requests';
import { describeSpan } from '../describe';
import type { BarActions, BarPart } from './bar';
import { boxOf } from './boxes';
import { removeHighlight } from './list-acts';
import { clearSelection, selectedIn } from './selected';
import { complain, type Session } from './session';

/** Opens the bar for what is selected; whether anything is. `focus`: the person asked by key. */
export function offerBar(session: Session, focus: boolean): boolean {
  session.text.read(); // finds shadow trees and frames in which words may be selected
  const selected = selectedIn(session.text);
  if (selected) openBar(session, { selected, id: null }, focus);
  return selected !== null;
}

export function openBar(session: Session, at: NonNullable<Session['now']['at']>, focus: boolean): void {
  session.edits.flush();
  session.now.at = at;
  session.now.part = 'none';
  session.highlights.activate(at.id);
  void showBar(session, focus);
}

export function closeBar({ edits, highlights, surface, now }: Session): void {
  edits.flush();
  now.at = null;
  now.part = 'none';
  highlights.activate(null);
  surface.hideBar();
}

function showBar({ highlights, surface, view, now }: Session, focus: boolean): Promise<void> {
  const box = () => {
    const ranges = now.at?.selected?.ranges ?? (now.at?.id ? highlights.rangesOf(now.at.id) : []);
    return boxOf(ranges, view);
  };
  return surface.showBar(now.at?.id ? highlights.get(now.at.id) : null, now.part, box, focus);
}

/** Makes the words at the bar a highlight of this colour, or gives the highlight at the bar this colour. */
export async function mark(session: Session, colour: HighlightColour): Promise<AnnotationId | null> {
  const { ask, highlights, surface, text, words, now } = session;
  if (now.at?.id) return edit(session, { colour });
  if (!now.at?.selected) return null;
  const target = describeSpan(text.read().model, now.at.selected.span);
  if (target.quote.exact.length > longestQuote) return complain(session, words.too_long);
  const id = newId<AnnotationId>();
  const highlight: PageHighlight = { id, target, note: '', tags: [], colour, createdAt: Date.now() };
  now.colour = colour;
  now.at = { selected: null, id };
  clearSelection(text);
  highlights.activate(id);
  await highlights.put(highlight);
  await showBar(session, false);
  surface.tell(`${words.highlighted}: ${words[colour]}`, 'done');
  const answer = await ask('put-highlight', { highlight });
  if (answer.ok) return id;
  highlights.drop(id);
  closeBar(session);
  return complain(session, answer.text);
}

function edit(session: Session, patch: AnnotationPatch): AnnotationId | null {
  const { edits, highlights, surface, words, now } = session;
  const before = now.at?.id ? highlights.get(now.at.id) : null;
  if (!before) return null;
  if (patch.colour) {
    now.colour = patch.colour;
    surface.tell(words[patch.colour], 'done');
  }
  void highlights.put({ ...before, ...patch });
  edits.edit(before.id, patch);
  // What is being typed is shown already.
  if (patch.note === undefined) void showBar(session, false);
  return before.id;
}

async function openPart(session: Session, part: Exclude<BarPart, 'none'>): Promise<void> {
  const { now } = session;
  if (now.at?.id) now.part = now.part === part ? 'none' : part;
  else if (await mark(session, now.colour)) now.part = part;
  if (now.at) await showBar(session, false);
}

function copy({ highlights, surface, text, words, now }: Session): void {
  const span = now.at?.selected?.span;
  const quote = now.at?.id ? highlights.get(now.at.id)?.target.quote.exact : undefined;
  const copied = span ? text.read().model.text.slice(span.start, span.end) : quote;
  if (copied) surface.copy(copied, words.copied);
}

/** What the bar's buttons do. */
export function barActions(session: () => Session): BarActions {
  return {
    paint: (colour) => void mark(session(), colour),
    open: (part) => void openPart(session(), part),
    note: (note) => edit(session(), { note }),
    tags: (tags) => edit(session(), { tags }),
    suggest: async (typed, except) => {
      const answer = await session().ask('suggest-tags', { typed, except: [...except] });
      return answer.ok ? answer.value.tags : [];
    },
    copy: () => copy(session()),
    remove: () => {
      const { at } = session().now;
      if (at?.id) void removeHighlight(session(), at.id, () => closeBar(session()));
    },
    close: () => closeBar(session()),
  };
}
