/** The shape of templates, in archives and in files of their own. */
import { digestGroupings, type PostTemplate, type TemplatePart, type TemplatePartKind } from '../../model/template';
import { flag, id, list, oneOf, record, type Shape, text, time, variant } from './shape';

const line = text(10_000);
const words = text(200_000);

type PartOf<Kind extends TemplatePartKind> = Extract<TemplatePart, { kind: Kind }>;
const parts: { [Kind in TemplatePartKind]: Shape<PartOf<Kind>> } = {
  commentary: { kind: oneOf('commentary'), text: words },
  clips: { kind: oneOf('clips'), use: oneOf('excerpt', 'quotes', 'full') },
  digest: { kind: oneOf('digest'), grouping: oneOf(...digestGroupings), comment: words },
  gallery: { kind: oneOf('gallery'), title: words, fromClips: flag, caption: words },
  standing: { kind: oneOf('standing'), standingId: id },
  source: { kind: oneOf('source') },
  share: { kind: oneOf('share') },
};

export const template: Shape<PostTemplate> = {
  id,
  name: line,
  description: line,
  language: text(100),
  title: words,
  standfirst: words,
  parts: list(
    variant<TemplatePart>(
      'kind',
      Object.fromEntries(Object.entries(parts).map(([kind, shape]) => [kind, record(shape as Shape<TemplatePart>)])),
    ),
    1000,
  ),
  createdAt: time,
  updatedAt: time,
};
