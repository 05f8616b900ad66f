/** A post on its way out: what it needs is collected, it is rendered and delivered, and the receipt is kept. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { embargoOf } from '../compose/embargo';
import { imagesToFetch, type Materials } from '../compose/materials';
import { imagesWithoutRights } from '../compose/rights';
import type { ClipImage } from '../model/clip';
import { unexpected } from '../model/failure';
import { newId } from '../model/ids';
import type { Post, Receipt } from '../model/post';
import { isPublicAddress } from '../model/public-address';
import type { Delivery, PublishEffects, Publisher } from '../model/publisher';
import { fail, ok, type Result } from '../model/result';
import { writeClipboard } from '../platform/clipboard';
import { fetchBytes } from '../platform/fetch-image';
import { originPattern, requestSites } from '../platform/permissions';
import { saveFile } from '../platform/save-file';
import { createRendering } from '../render/rendering';
import { attempt } from '../store/failures';
import { addReceipt } from '../store/posts';
import { db } from './db';
import { type PrepareOptions, preparePost } from './prepare-post';

export { publishers } from '../publish/registry';

export type ExportOptions = PrepareOptions & {
  /** The person says that images without a note on rights may go out; it is noted in the receipt. */
  rightsConfirmed?: boolean;
};

export type ExportProgress = { publisher: Publisher; step: 'images' | 'delivery'; done: number; total: number };

/** What an export does to the world; replaced in tests. */
export type ExportEffects = Pick<PublishEffects, 'saveFile' | 'writeClipboard'> & {
  fetchBytes: (url: string, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer> | null>;
};

const realEffects: ExportEffects = { saveFile, writeClipboard, fetchBytes };

const underWay = signal<ExportProgress | null>(null);
/** The export that runs in this page, if one does. */
export const exportProgress: ReadonlySignal<ExportProgress | null> = underWay;
let stopper: AbortController | null = null;

/** Stops the running export at the next step; nothing is delivered and no receipt is written. */
export function cancelExport(): void {
  stopper?.abort();
}

/** The images an export would have to fetch first, and the sites they are on. */
export function neededImages(post: Post, materials: Materials): { images: ClipImage[]; sites: string[] } {
  const images = imagesToFetch(post, materials);
  const reachable = images.filter((image) => isPublicAddress(image.url));
  const sites = reachable.map((image) => originPattern(image.url).replace(/^https?:\/\/|\/\*$/gu, ''));
  return { images, sites: [...new Set(sites)] };
}

/** Asks for access to the sites of these images; call it in the click itself. */
export function allowImages(images: readonly ClipImage[]): Promise<boolean> {
  const urls = images.map((image) => image.url).filter(isPublicAddress);
  return urls.length > 0 ? requestSites(urls) : Promise.resolve(false);
}

/**
 * Exports a post through one publisher and notes the receipt. Can be repeated; one runs at a time. Fails with
 * `source-incomplete`, `image-unavailable` and `rights-missing` unless the options say to go on, and with whatever the
 * publisher fails with.
 */
export async function exportPost(
  post: Post,
  publisher: Publisher,
  options: ExportOptions = {},
  effects: ExportEffects = realEffects,
): Promise<Result<Receipt>> {
  cancelExport();
  const control = new AbortController();
  stopper = control;
  const progress = (step: ExportProgress['step']) => (done: number, total: number) => {
    if (stopper === control) underWay.value = { publisher, step, done, total };
  };
  progress('delivery')(0, 1);
  try {
    const delivered = await deliver(post, publisher, options, { effects, signal: control.signal, progress });
    return delivered.ok ? await note(post, publisher, delivered.value) : delivered;
  } catch (error) {
    return fail(unexpected(error));
  } finally {
    if (stopper === control) {
      stopper = null;
      underWay.value = null;
    }
  }
}

type Run = {
  effects: ExportEffects;
  signal: AbortSignal;
  progress: (step: ExportProgress['step']) => (done: number, total: number) => void;
};

type Delivered = Delivery & Pick<Receipt, 'rightsConfirmed'>;

async function deliver(post: Post, publisher: Publisher, options: ExportOptions, run: Run): Promise<Result<Delivered>> {
  const { effects, signal, progress } = run;
  const held = embargoOf(post, publisher, Date.now());
  if (held) return fail(held);
  const prepared = await preparePost(post, options, {
    fetchBytes: effects.fetchBytes,
    signal,
    progress: progress('images'),
  });
  if (!prepared.ok) return prepared;
  // Every publisher copies the bytes of images, into a file or onto the clipboard.
  const unsaid = imagesWithoutRights(prepared.value);
  const confirmed = new Set(post.receipts.flatMap(({ rightsConfirmed = [] }) => rightsConfirmed));
  if (!options.rightsConfirmed && unsaid.some((name) => !confirmed.has(name)))
    return fail({ kind: 'rights-missing', images: unsaid });
  const delivered = await publisher.publish(prepared.value, createRendering(prepared.value), {
    saveFile: effects.saveFile,
    writeClipboard: effects.writeClipboard,
    progress: progress('delivery'),
    signal,
  });
  if (!delivered.ok || unsaid.length === 0) return delivered;
  return ok({ ...delivered.value, rightsConfirmed: unsaid });
}

async function note(post: Post, publisher: Publisher, delivery: Delivered): Promise<Result<Receipt>> {
  const receipt: Receipt = { id: newId(), publisher: publisher.id, at: Date.now(), ...delivery };
  const noted = await attempt(db, () => addReceipt(db, post.id, receipt));
  return noted.ok ? ok(receipt) : noted;
}
