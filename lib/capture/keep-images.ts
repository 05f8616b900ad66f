/** Keeps the bytes of a clip's images, fetched by the page that shows them. */
import type { ClipImage } from '../model/clip';
import type { ClipId } from '../model/ids';
import { isPublicAddress } from '../model/public-address';
import { hostOf } from '../model/url';
import type { CapturePorts, FetchedImage, Tab } from './ports';

const mostImages = 40;
const mostBytes = 30 * 1024 * 1024;
const mostBytesEach = 5 * 1024 * 1024;
/** Images in one answer of the page: few enough that their bytes travel well. */
const slice = 4;

/**
 * Fetches what is missing of a clip's images, in order, until there are enough or the page is gone. An image that
 * cannot be had stays without bytes. Returns how many were kept.
 */
export async function keepImages(ports: CapturePorts, tab: Tab, id: ClipId): Promise<number> {
  if (!(await ports.keepsImages())) return 0;
  const wanted = (await ports.store.images(id)).filter((image) => !image.bytes && mayFetch(image.url, tab.url));
  return fetchInto(ports, tab, wanted.slice(0, mostImages));
}

/** Fetches these images now, whatever the settings. Returns how many were kept. */
export async function fetchInto(ports: CapturePorts, tab: Tab, images: readonly ClipImage[]): Promise<number> {
  let kept = 0;
  let left = mostBytes;
  for (let at = 0; at < images.length && left > 0; at += slice) {
    const some = images.slice(at, at + slice);
    const urls = some.map((image) => image.url);
    const fetched = await ports.page.fetchImages(tab.id, urls, Math.min(left, mostBytesEach)).catch(() => null);
    if (!fetched) break; // the page has gone, and with it the permission to read it
    for (const [i, image] of some.entries()) {
      const got = fetched[i];
      if (!got || (got !== 'withheld' && got.from && !mayFetch(got.from, tab.url))) continue;
      if (got === 'withheld' || isStandIn(got, image)) {
        await ports.store.withholdImage(image.id);
        continue;
      }
      if (got.bytes.data.byteLength > left) continue;
      left -= got.bytes.data.byteLength;
      await ports.store.setImageBytes(image.id, got);
      kept++;
    }
  }
  return kept;
}

/** Next to nothing, or a fraction of what the page gives the picture room for. */
function isStandIn({ width, height }: FetchedImage, image: ClipImage): boolean {
  return Math.min(width, height) <= 2 || ((image.width ?? 0) >= 200 && width * 8 <= (image.width ?? 0));
}

/** Only what the page itself could show from the open web, or from where it came from itself. */
export function mayFetch(url: string, pageUrl: string): boolean {
  if (isPublicAddress(url)) return true;
  return /^https?:\/\//u.test(url) && !/^https?:\/\/[^/?#]*@/u.test(url) && hostOf(url) === hostOf(pageUrl);
}
