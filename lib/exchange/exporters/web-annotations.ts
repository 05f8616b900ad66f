/** Exporter: highlights, notes and quotes as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one page. */
import type { Annotation, HighlightColour, TextSelectors } from '../../model/annotation';
import type { Clip } from '../../model/clip';
import type { ExportEntry, Exporter } from '../exporter';
import { writeJsonList } from '../json-list';

export const webAnnotations: Exporter = {
  id: 'web-annotations',
  label: 'export_format_web_annotations',
  hint: 'export_format_web_annotations_hint',
  icon: 'sticky-note',
  extension: 'jsonld',
  type: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
  needs: { bodies: true, images: false, annotations: true },
  write: (entries, { now }) =>
    writeJsonList(
      `{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:clipsheet:page:${now}","type":"AnnotationPage","items":[`,
      annotationsOf(entries),
      ']}',
    ),
};

async function* annotationsOf(entries: AsyncIterable<ExportEntry>): AsyncGenerator<object> {
  for await (const entry of entries) {
    if (entry.clip.note || entry.clip.tags.length > 0) yield ofClip(entry.clip);
    for (const annotation of entry.annotations) yield ofHighlight(annotation);
    yield* quotesOf(entry);
  }
}

const time = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** What was said of the page as a whole. */
function ofClip({ id, url, language, note, tags, clippedAt, updatedAt }: Clip): object {
  return {
    type: 'Annotation',
    id: `urn:clipsheet:${id}`,
    created: time(clippedAt),
    modified: time(updatedAt),
    ...said(note, tags),
    target: { id: url, type: 'Text', format: 'text/html', ...(language && { language }) },
  };
}

/** Colours as the model has them: a class on what is marked, and the sheet that says how it looks (§4.3.3). */
const hues: Record<HighlightColour, string> = {
  yellow: '#ffe28a',
  green: '#b9e6b0',
  blue: '#b5d8f7',
  pink: '#f9c4dc',
  orange: '#ffd0a1',
};

function ofHighlight({ id, target, note, tags, colour, createdAt, updatedAt }: Annotation): object {
  const styleClass = `highlight-${colour}`;
  return {
    type: 'Annotation',
    id: `urn:clipsheet:${id}`,
    created: time(createdAt),
    modified: time(updatedAt),
    ...said(note, tags),
    stylesheet: { type: 'CssStylesheet', value: `.${styleClass} { background: ${hues[colour]} }` },
    target:
      target.kind === 'image'
        ? { type: 'SpecificResource', source: { id: target.url, type: 'Image' }, scope: target.source, styleClass }
        : { type: 'SpecificResource', source: target.source, selector: selectorsOf(target), styleClass },
  };
}

/** Each selects the same words, the surest first: who cannot follow one takes the next. */
function selectorsOf({ quote, position, range }: TextSelectors): object[] {
  const { type, exact, prefix, suffix } = quote;
  return [
    { type, exact, ...(prefix && { prefix }), ...(suffix && { suffix }) },
    ...(position ? [position] : []),
    ...(range ? [range] : []),
  ];
}

function* quotesOf({ clip, body, quotes }: ExportEntry): Generator<object> {
  for (const [n, { text, comment }] of quotes.entries())
    yield {
      type: 'Annotation',
      id: `urn:clipsheet:${clip.id}:${n + 1}`,
      created: time(clip.clippedAt),
      ...said(comment, []),
      target: { type: 'SpecificResource', source: clip.url, selector: findSelectors(text, body?.text ?? '') },
    };
}

/** Why it was made, and what is said in it; nothing is said by a mark alone. */
function said(note: string, tags: readonly string[]): { motivation: string; body?: object[] } {
  const comment = { type: 'TextualBody', purpose: 'commenting', value: note, format: 'text/plain' };
  const body = [
    ...(note ? [comment] : []),
    ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
  ];
  if (body.length === 0) return { motivation: 'highlighting' };
  return { motivation: note ? 'commenting' : 'tagging', body };
}

/** How much text before and after a quote tells it from others of the same words. */
const around = 32;

/** The words, and where they stand in the clip's text if they stand there once. */
function findSelectors(exact: string, text: string): object[] {
  const at = exact ? text.indexOf(exact) : -1;
  if (at < 0 || text.indexOf(exact, at + 1) >= 0) return [{ type: 'TextQuoteSelector', exact }];
  const end = at + exact.length;
  const [prefix, suffix] = [text.slice(Math.max(0, at - around), at), text.slice(end, end + around)];
  return [
    { type: 'TextQuoteSelector', exact, ...(prefix && { prefix }), ...(suffix && { suffix }) },
    { type: 'TextPositionSelector', start: at, end },
  ];
}
