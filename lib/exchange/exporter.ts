/** What exporters are given and what they give: the one contract of every format that clips leave in. */
import type { Annotation } from '../model/annotation';
import type { Body, Clip, ClipImage } from '../model/clip';

/** A clip on its way out. */
export type ExportEntry = {
  clip: Clip;
  /** Null for bookmarks, and where the exporter does not ask for texts. */
  body: Body | null;
  /** In the order of the article; none where the exporter does not ask for images. */
  images: readonly ClipImage[];
  /** Highlights, in the order of their words; none where the exporter does not ask for them. */
  annotations: readonly Annotation[];
  /** Passages that were quoted in posts, with what was said of them. */
  quotes: readonly { text: string; comment: string }[];
};

export type ExportFacts = {
  /** Milliseconds since the epoch. */
  now: number;
  /** A clip's text as Markdown; `imagePath` says where an image of this address is, null that it is not there. */
  markdown(entry: ExportEntry, imagePath: (url: string) => string | null): string;
};

export type Exporter = {
  /** The name of its file. */
  id: string;
  /** Keys of its name, and of what it is good for. */
  label: `export_format_${string}`;
  hint: `export_format_${string}_hint`;
  /** Lucide icon name. */
  icon: string;
  /** Of the file, without a dot. */
  extension: string;
  /** Media type of the file. */
  type: string;
  needs: { bodies: boolean; images: boolean; annotations?: boolean };
  /**
   * The file, piece by piece as the entries come: never all of them in memory. Throws only what `entries` throws.
   */
  write(entries: AsyncIterable<ExportEntry>, facts: ExportFacts): AsyncIterable<string | Uint8Array<ArrayBuffer>>;
};
