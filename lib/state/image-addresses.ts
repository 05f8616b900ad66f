/** `blob:` addresses of images at hand: one for each image, given back when the image is no longer there. */
import type { ImageBytes } from '../model/clip';

export type ImageAddresses = {
  /** The address of these bytes; the same bytes (the object) have one address. */
  of(bytes: ImageBytes): string;
  /** Takes back the addresses of all other bytes, once what shows them has had time to change. */
  keepOnly(images: readonly (ImageBytes | null)[]): void;
  /** Takes all addresses back. */
  release(): void;
};

const timeToChange = 5000;

export function createImageAddresses(): ImageAddresses {
  const addresses = new Map<Uint8Array, string>();
  const drop = (data: Uint8Array) => {
    const url = addresses.get(data);
    addresses.delete(data);
    if (url) setTimeout(() => URL.revokeObjectURL(url), timeToChange);
  };
  return {
    of({ data, type }) {
      const known = addresses.get(data);
      if (known) return known;
      const made = URL.createObjectURL(new Blob([data], { type }));
      addresses.set(data, made);
      return made;
    },
    keepOnly(images) {
      const kept = new Set(images.map((image) => image?.data));
      for (const data of [...addresses.keys()]) if (!kept.has(data as ImageBytes['data'])) drop(data);
    },
    release() {
      for (const data of [...addresses.keys()]) drop(data);
    },
  };
}
