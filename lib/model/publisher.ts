/** The contract between a post and the places it goes to: one publisher, one file in `lib/publish`. */
import type { Failure } from './failure';
import type { MarkdownStyle } from './markdown-style';
import type { ResolvedPost } from './resolved-post';
import type { Result } from './result';

/** The post rendered, each form made when it is asked for. */
export type Rendering = {
  /** A whole HTML document whose images are `images/…` beside it. */
  page(): string;
  /** The same document for the `srcdoc` of a frame: no script in it, its images where `imageUrl` says. */
  preview(imageUrl: (path: string) => string): string;
  /**
   * The body as HTML for another system's editor, without the headline; `imageUrl` says where an image of the post is
   * found, an empty string that it is not to be had: its caption stays.
   */
  fragment(imageUrl: (path: string) => string): string;
  /** A whole HTML document for a message, styles on every element. */
  mail(imageUrl: (path: string) => string): string;
  /** Headline and body with the same styles, to paste into a message. */
  mailFragment(imageUrl: (path: string) => string): string;
  /** The body for WeChat's editor: links as numbered notes, images as places for the files that `fileName` names. */
  wechat(fileName: (path: string) => string): string;
  /** The post as plain text, headline first. */
  text(): string;
  /** Markdown with YAML front matter; images are `images/…` beside it unless `style` says otherwise. */
  markdown(style?: MarkdownStyle): string;
  /**
   * The body as WordPress block markup, without the headline; `images` says where an uploaded image is, null that it is
   * not there: its caption stays. `marker` becomes the class of one block.
   */
  blocks(images: BlockImages, marker: string): string;
  /** What the post is about, in a sentence or two. */
  description(): string;
};

/** Where an image of the post is in the media library of a WordPress site. */
export type BlockImages = (path: string) => { id: number; url: string } | null;

export type Delivery = { target: string; hash: string; bytes: number };

/** The effects a publisher may use; given, never imported. */
export type PublishEffects = {
  /** Offer a file to the user. */
  saveFile(name: string, type: string, data: Uint8Array<ArrayBuffer>): Promise<Result<null>>;
  /** Put both forms on the clipboard at once. */
  writeClipboard(html: string, text: string): Promise<Result<null>>;
  /** `done` of `total` steps. */
  progress(done: number, total: number): void;
  signal: AbortSignal;
};

export type Publisher = {
  id: string;
  /** Keys of its name and its one-line explanation in `_locales`. */
  label: string;
  hint: string;
  /** Lucide icon name used by the export menu. */
  icon: string;
  /**
   * What it does with a post that may not be public yet; without this it is never given one. `here`: what it makes
   * stays on this computer. `schedules`: the target holds the post back until `post.notBefore`.
   */
  embargo?: 'here' | 'schedules';
  /** Where it stands in the export menu: what is pasted, what is a file, what goes into a site's source. */
  group: 'copy' | 'file' | 'site';
  publish(post: ResolvedPost, rendering: Rendering, effects: PublishEffects): Promise<Result<Delivery, Failure>>;
};
