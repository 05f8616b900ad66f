/** The shape of annotations in archives. */
import { type Annotation, highlightColours, type RangeSelector, type XPathSelector } from '../../model/annotation';
import { type Check, id, list, number, oneOf, orNull, record, type Shape, text, time, variant } from './shape';

const words = text(1_000_000);
const address = text(1_000_000);
const place = number(0, Number.MAX_SAFE_INTEGER);
const position = record({ type: oneOf('TextPositionSelector'), start: place, end: place });
const point = record<XPathSelector>({ type: oneOf('XPathSelector'), value: text(100_000), refinedBy: position });
const range = record<RangeSelector>({ type: oneOf('RangeSelector'), startSelector: point, endSelector: point });

type TargetOf<Kind> = Extract<Annotation['target'], { kind: Kind }>;
const targets = {
  text: record<TargetOf<'text'>>({
    kind: oneOf('text'),
    source: address,
    quote: record({ type: oneOf('TextQuoteSelector'), exact: words, prefix: words, suffix: words }),
    position: orNull(position),
    range: orNull(range),
  }),
  image: record<TargetOf<'image'>>({ kind: oneOf('image'), source: address, url: address }),
};

export const annotation: Shape<Annotation> = {
  id,
  clipId: id,
  target: variant<Annotation['target']>('kind', targets as Record<string, Check<Annotation['target']>>),
  note: words,
  tags: list(text(1000), 1000),
  colour: oneOf(...highlightColours),
  createdAt: time,
  updatedAt: time,
};
