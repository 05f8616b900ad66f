/** The shape of every record that an archive may hold. Sizes are far above what people make, far below what hurts. */

import type { ArchiveRecords, ClipRecord } from '../../model/archive';
import type { ArticlePages, Body, CaptureReport, CaptureWarning, FactSource } from '../../model/clip';
import { clipStatuses } from '../../model/clip';
import type { ClipId, ImageId, StoryId } from '../../model/ids';
import type { Asset } from '../../model/post';
import type { SavedSearch } from '../../model/saved-search';
import { type Tag, tagColours } from '../../model/tag';
import {
  type Check,
  count,
  flag,
  id,
  list,
  number,
  oneOf,
  optional,
  orNull,
  record,
  type Shape,
  text,
  time,
  wrong,
} from './shape';

/** Bytes that are a file of the archive: its name is the SHA-256 of what it holds. */
export type FileReference = { file: string; type: string };
/** A record as it stands in a line. */
export type Wired<T> = T extends { bytes: infer Bytes }
  ? Omit<T, 'bytes'> & { bytes: FileReference | Extract<Bytes, null> }
  : T;

const line = text(100_000);
const passage = text(5_000_000);
/** An absolute address that runs nothing when it is followed. */
const address: Check<string> = (value) => {
  const protocol = typeof value === 'string' && value.length <= 1_000_000 ? URL.parse(value)?.protocol : undefined;
  return protocol && !/^(javascript|vbscript|data|blob):$/u.test(protocol) ? (value as string) : wrong;
};
const times = { createdAt: time, updatedAt: time };
const hexDigest: Check<string> = (value) => {
  const read = text(64)(value);
  return typeof read === 'string' && /^[0-9a-f]{64}$/u.test(read) ? read : wrong;
};
const file = record<FileReference>({ file: hexDigest, type: text(100) });

/** Every doubt by name: one that is added to the model and not here does not compile. */
const warnings: Record<CaptureWarning, true> = {
  empty: true,
  short: true,
  paywall: true,
  'browser-page': true,
  'extension-store': true,
  pdf: true,
  media: true,
  'no-access': true,
  'link-not-opened': true,
  interrupted: true,
  failed: true,
  'not-stored': true,
  login: true,
  incomplete: true,
  'more-pages': true,
  unsure: true,
};

const sourceFacts = {
  byline: orNull(line),
  siteName: orNull(line),
  publishedAt: orNull(text(100)),
  language: orNull(text(100)),
};
const changedAt = optional(time) as Check<number>;

const sources = optional(list<FactSource>(oneOf('rule', 'visible', 'structured', 'meta'), 20)) as Check<FactSource[]>;
/** All of them, so that a new one cannot be forgotten here: what is not known is not restored. */
const engines: Record<CaptureReport['engine'], true> = {
  readability: true,
  rule: true,
  selection: true,
  block: true,
  page: true,
  import: true,
  none: true,
};

const capture = record<CaptureReport>({
  state: oneOf('pending', 'done'),
  engine: oneOf(...(Object.keys(engines) as CaptureReport['engine'][])),
  passes: list(text(100), 200),
  warnings: list(oneOf(...(Object.keys(warnings) as CaptureWarning[])), 50),
  durationMs: count,
  rule: optional(record({ name: line, used: flag })),
  sources: optional(
    record<NonNullable<CaptureReport['sources']>>({ title: sources, byline: sources, publishedAt: sources }),
  ),
  pages: optional(record<ArticlePages>({ joined: list(line, 1000), next: orNull(line), total: orNull(count) })),
});

export const clip: Shape<ClipRecord> = {
  id,
  url: address,
  canonicalUrl: orNull(address),
  key: line,
  kind: oneOf('article', 'selection', 'bookmark'),
  title: line,
  sourceTitle: line,
  ...sourceFacts,
  excerpt: passage,
  length: record({ words: count, characters: count }),
  leadImage: orNull<ImageId>(id),
  imageCount: count,
  tags: list(text(1000), 1000),
  note: passage,
  status: oneOf(...clipStatuses),
  starred: flag,
  capture,
  clippedAt: time,
  textUpdatedAt: orNull(time),
  ...times,
  deletedAt: orNull(time),
  facts: optional(
    record<NonNullable<ClipRecord['facts']>>({
      modifiedAt: optional(text(100)),
      section: optional(line),
      licence: optional(line),
    }),
  ),
  story: optional<StoryId>(id),
  readAt: optional(time),
  keys: list(line, 1000),
  found: record(sourceFacts),
  changed: record<ClipRecord['changed']>({
    title: changedAt,
    tags: changedAt,
    note: changedAt,
    status: changedAt,
    starred: changedAt,
    byline: changedAt,
    siteName: changedAt,
    publishedAt: changedAt,
    language: changedAt,
    deletedAt: changedAt,
  }),
};

export const body: Shape<Body> = {
  clipId: id,
  // Text until it has been sanitised: see `restoreArchive`.
  html: text(20_000_000) as Check<string> as Check<Body['html']>,
  text: text(20_000_000),
  ...times,
};

export const image: Shape<Wired<ArchiveRecords['images']>> = {
  id,
  clipId: id,
  url: address,
  role: oneOf('lead', 'body', 'gallery'),
  caption: passage,
  credit: passage,
  alt: passage,
  rights: passage,
  width: orNull(number(0, 1e6)),
  height: orNull(number(0, 1e6)),
  position: number(-1e6, 1e6),
  bytes: orNull(file),
  withheld: optional<true>((value) => (value === true ? value : wrong)),
  ...times,
};

export const tag: Shape<Tag> = {
  key: text(1000),
  name: text(1000),
  count,
  lastUsedAt: time,
  colour: optional(oneOf(...tagColours)),
  description: optional(line),
};

export const storyApart: Shape<ArchiveRecords['storyApart']> = {
  pair: text(200),
  clips: ((value) => {
    const read = list<ClipId>(id, 2)(value);
    return Array.isArray(read) && read.length === 2 ? (read as [ClipId, ClipId]) : wrong;
  }) as Check<[ClipId, ClipId]>,
  at: time,
};

export const search: Shape<SavedSearch> = {
  id,
  name: line,
  query: line,
  place: line,
  position: number(0, 1e6),
  ...times,
};

export const asset: Shape<Wired<Asset>> = {
  id,
  name: line,
  bytes: file as Check<FileReference>,
  width: number(0, 1e6),
  height: number(0, 1e6),
  createdAt: time,
};
