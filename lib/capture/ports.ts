/** What capture needs of the world; given by the background, so that the flow can be tested without a browser. */
import type { CaptureWarning, Clip, ClipDraft, ClipImage, ImageBytes, ImageDraft } from '../model/clip';
import type { ClipId, ImageId } from '../model/ids';
import type { JoinedPage, SecondLook } from '../model/page-reading';
import type { ClipOutcome } from '../model/requests';
import type { Result } from '../model/result';

export type Tab = { id: number; url: string; title: string };

/** What of a page is read: the article, what is selected, the block that was pointed at, or all of it. */
export type CaptureMode = 'page' | 'selection' | 'block' | 'whole';

/** `from`: where it came from in the end, when it was led on from the address that was asked for. */
export type FetchedImage = { bytes: ImageBytes; width: number; height: number; from?: string };

/** `withheld` where its site refuses it or sends something else; null where it cannot be had for another reason. */
export type ImageAnswer = FetchedImage | 'withheld' | null;

export type CapturePorts = {
  store: {
    find(key: string): Promise<Clip | null>;
    get(id: ClipId): Promise<Clip | null>;
    saveStub(clip: Clip, another: boolean): Promise<ClipOutcome>;
    finish(id: ClipId, draft: ClipDraft): Promise<Clip | null>;
    update(id: ClipId, draft: ClipDraft): Promise<Clip | null>;
    /** Undoes the last `update`. */
    restore(id: ClipId): Promise<Clip | null>;
    /** What a clip holds, as the draft it would be made of. */
    draft(id: ClipId): Promise<ClipDraft | null>;
    settle(id: ClipId, warning: CaptureWarning): Promise<Clip | null>;
    /** Removes for good a clip that should never have been. */
    discard(id: ClipId): Promise<void>;
    images(id: ClipId): Promise<ClipImage[]>;
    addImage(id: ClipId, image: ImageDraft): Promise<ClipImage | null>;
    setImageBytes(id: ImageId, image: FetchedImage): Promise<void>;
    withholdImage(id: ImageId): Promise<void>;
  };
  page: {
    /** Reads the page in a tab; a failure says what to tell the person. May take as long as the page lets it. */
    read(tab: Tab, mode: CaptureMode): Promise<Result<ClipDraft, CaptureWarning>>;
    /** The text with that of the next page, which the page itself fetches; null when it cannot be had. */
    readNext(tab: Tab, url: string, html: string): Promise<JoinedPage | null>;
    /** What would be better than the stored text; null when that is as good, or the page out of reach. */
    lookAgain(tab: Tab, asked: { html: string; isDoubtful: boolean }): Promise<SecondLook | null>;
    /** Fetches images from within the page, in their order; rejects when the page is out of reach. */
    fetchImages(tabId: number, urls: readonly string[], mostBytes: number): Promise<ImageAnswer[]>;
    /** What the page says of an image it shows. */
    describeImage(tabId: number, url: string): Promise<Partial<ImageDraft>>;
  };
  tabs: {
    /** Opens a page behind the others and waits until it has loaded; null when it does not. */
    openBehind(url: string): Promise<Tab | null>;
    close(tabId: number): Promise<void>;
  };
  /** Whether the person has given lasting access to an address. */
  mayOpen(url: string): Promise<boolean>;
  /** Whether images' bytes are kept with clips. */
  keepsImages(): Promise<boolean>;
  now(): number;
  /** Milliseconds a page may take to be read. */
  patience: number;
};
