/** The shape of posts, and of the parts kept for them, in archives. */
import type { ClipId, ImageId, VersionsId } from '../../model/ids';
import type {
  Block,
  DigestEntry,
  DigestGroup,
  Embargo,
  Post,
  PostImage,
  PostNotice,
  Quote,
  Receipt,
  SharedPost,
  StandingBlock,
} from '../../model/post';
import { postStatuses, type StatusStep } from '../../model/post-status';
import type { Template, TemplateId } from '../../model/template';
import { count, flag, id, list, oneOf, optional, orNull, record, type Shape, text, time, variant } from './shape';

const line = text(100_000);
const passage = text(5_000_000);

const postImage = record<PostImage>({
  id,
  from: variant<PostImage['from']>('kind', {
    clip: record<Extract<PostImage['from'], { kind: 'clip' }>>({ kind: oneOf('clip'), imageId: id, clipId: id }),
    asset: record<Extract<PostImage['from'], { kind: 'asset' }>>({ kind: oneOf('asset'), assetId: id }),
  }),
  caption: passage,
  credit: passage,
  alt: passage,
  rights: passage,
});

const quote = record<Quote>({
  id,
  text: passage,
  comment: passage,
  from: optional(record<NonNullable<Quote['from']>>({ annotationId: id, prefix: line, suffix: line })),
});
const clipIds = optional(list<ClipId>(id, 1000));
const entry = record<DigestEntry>({ id, clipId: id, comment: passage, also: clipIds });
const group = record<DigestGroup>({ id, title: line, entries: list(entry, 10_000) });

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;
const blocks: { [Kind in Block['kind']]: Shape<BlockOf<Kind>> } = {
  commentary: { id, kind: oneOf('commentary'), markdown: passage },
  clip: {
    id,
    kind: oneOf('clip'),
    clipId: id,
    use: oneOf('excerpt', 'quotes', 'full'),
    quotes: list(quote, 10_000),
    inlineImages: list<ImageId>(id, 10_000),
  },
  digest: { id, kind: oneOf('digest'), groups: list(group, 1000) },
  gallery: { id, kind: oneOf('gallery'), title: line, images: list(postImage, 10_000) },
  standing: { id, kind: oneOf('standing'), standingId: id },
  source: { id, kind: oneOf('source'), clips: clipIds, also: clipIds },
  share: { id, kind: oneOf('share') },
};
const block = variant<Block>(
  'kind',
  Object.fromEntries(Object.entries(blocks).map(([kind, shape]) => [kind, record(shape as Shape<Block>)])),
);

export const post: Shape<Post> = {
  id,
  title: line,
  slug: line,
  slugEdited: flag,
  language: text(100),
  author: line,
  standfirst: passage,
  tags: list(text(1000), 1000),
  canonicalUrl: line,
  blocks: list(block, 10_000),
  status: oneOf(...postStatuses),
  steps: optional(list(record<StatusStep>({ at: time, to: oneOf(...postStatuses), by: line, note: passage }), 10_000)),
  notBefore: optional(record<Embargo>({ at: time, zone: text(100) })),
  notices: optional(
    list(record<PostNotice>({ kind: oneOf('correction', 'retraction'), text: passage, at: time }), 1000),
  ),
  versions: optional<VersionsId>(id),
  template: optional<TemplateId>(id),
  receipts: list(
    record<Receipt>({
      id: text(100),
      publisher: text(100),
      at: time,
      target: line,
      hash: text(200),
      bytes: count,
      rightsConfirmed: optional(list(line, 10_000)),
      waits: optional(flag),
    }),
    10_000,
  ),
  createdAt: time,
  updatedAt: time,
  deletedAt: orNull(time),
};

export const shared: Shape<SharedPost> = { postId: id, post: record(post), at: time };

export const standing: Shape<StandingBlock> = {
  id,
  name: line,
  markdown: passage,
  images: list(postImage, 10_000),
  createdAt: time,
  updatedAt: time,
};

/** Longer than any that is used: what is longer is no template of ours. */
const templateText = text(100_000);

export const template: Shape<Template> = {
  id,
  name: text(1000),
  language: text(100),
  title: templateText,
  standfirst: templateText,
  tags: templateText,
  body: templateText,
  createdAt: time,
  updatedAt: time,
};
