/** A template: how a team's posts are built, with text that is filled in from clips. */

import type { StandingId, TemplateId } from './ids';
import type { ClipUse } from './post';

/** How the clips of a digest are put together. */
export const digestGroupings = ['tag', 'outlet', 'none'] as const;
export type DigestGrouping = (typeof digestGroupings)[number];

/**
 * A part of the post to be. Texts are written in the template language of `lib/compose/template`: `{{ title }}`,
 * `{{ date | date: "long" }}`, `{% for clip in clips %} … {% endfor %}`.
 */
export type TemplatePart =
  | { kind: 'commentary'; text: string }
  /** One part for each clip; `quotes` takes its highlights with their notes. */
  | { kind: 'clips'; use: ClipUse }
  /** `comment` is filled in for each clip. */
  | { kind: 'digest'; grouping: DigestGrouping; comment: string }
  /** `fromClips`: the images of the clips; `caption` is filled in for each image without one of its own. */
  | { kind: 'gallery'; title: string; fromClips: boolean; caption: string }
  | { kind: 'standing'; standingId: StandingId }
  | { kind: 'source' }
  | { kind: 'share' };

export type TemplatePartKind = TemplatePart['kind'];

export type PostTemplate = {
  id: TemplateId;
  name: string;
  /** What it is for, in a line. */
  description: string;
  /** BCP 47; empty: that of the clips. */
  language: string;
  title: string;
  standfirst: string;
  parts: TemplatePart[];
  createdAt: number;
  updatedAt: number;
};
