/** The size of a picture, by letting the browser decode it. */
import type { ImageBytes } from '../model/clip';

/** Width and height in pixels as shown (turned as its camera says), or null when the browser cannot read it. */
export async function measureImage({ data, type }: ImageBytes): Promise<{ width: number; height: number } | null> {
  try {
    const bitmap = await createImageBitmap(new Blob([data], { type }));
    const { width, height } = bitmap;
    bitmap.close();
    return { width, height };
  } catch {
    return null; // the one way the browser says that this is no picture
  }
}
