/** Exporter: notes and quotes as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one collection. */
import type { ExportEntry, Exporter } from '../exporter';
import { writeJsonList } from '../json-list';

export const webAnnotations: Exporter = {
  id: 'web-annotations',
  label: 'export_format_web_annotations',
  hint: 'export_format_web_annotations_hint',
  icon: 'sticky-note',
  extension: 'jsonld',
  type: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
  needs: { bodies: true, images: false },
  write: (entries) =>
    writeJsonList(
      '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[',
      annotationsOf(entries),
      ']}',
    ),
};

async function* annotationsOf(entries: AsyncIterable<ExportEntry>): AsyncGenerator<object> {
  for await (const { clip, body, quotes } of entries) {
    const source = {
      id: clip.url,
      type: 'Text',
      format: 'text/html',
      ...(clip.language && { language: clip.language }),
    };
    const made = { type: 'Annotation', created: new Date(clip.clippedAt).toISOString() };
    const tags = clip.tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }));
    if (clip.note || tags.length > 0)
      yield {
        ...made,
        id: `urn:clipsheet:${clip.id}`,
        motivation: clip.note ? 'commenting' : 'tagging',
        body: [...(clip.note ? [comment(clip.note)] : []), ...tags],
        target: source,
      };
    for (const [n, quote] of quotes.entries())
      yield {
        ...made,
        id: `urn:clipsheet:${clip.id}:${n + 1}`,
        motivation: quote.comment ? 'commenting' : 'highlighting',
        ...(quote.comment && { body: [comment(quote.comment)] }),
        target: { source: clip.url, selector: selectors(quote.text, body?.text ?? '') },
      };
  }
}

const comment = (value: string) => ({ type: 'TextualBody', purpose: 'commenting', value, format: 'text/plain' });

/** How much text before and after a quote tells it from others of the same words. */
const around = 32;

/** The words, and where they stand in the clip's text if they stand there once. */
function selectors(exact: string, text: string): object[] {
  const at = exact ? text.indexOf(exact) : -1;
  if (at < 0 || text.indexOf(exact, at + 1) >= 0) return [{ type: 'TextQuoteSelector', exact }];
  const end = at + exact.length;
  const [prefix, suffix] = [text.slice(Math.max(0, at - around), at), text.slice(end, end + around)];
  return [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    { type: 'TextPositionSelector', start: at, end },
  ];
}
