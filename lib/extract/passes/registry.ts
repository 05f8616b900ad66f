/** Every extraction pass, in the order in which they run. */
import { chooseBlocks } from './choose-blocks';
import { cutOverlays } from './cut-overlays';
import { dropTeaserImages } from './drop-teaser-images';
import { keepCaptions } from './keep-captions';
import type { ArticlePass, PagePass } from './pass';
import { recoverFigures } from './recover-figures';
import { recoverNoscript } from './recover-noscript';
import { resolveLazyImages } from './resolve-lazy-images';
import { unhideSlides } from './unhide-slides';

export const pagePasses: readonly PagePass[] = [
  // First what must not be taken for the article.
  cutOverlays,
  // Copies in <noscript> know the real address of an image that the next pass would have to guess.
  recoverNoscript,
  resolveLazyImages,
  // Needs images with real addresses: a slide is only brought back for the picture on it.
  unhideSlides,
  // Last: it looks for images beside their captions, wherever the passes above have put them.
  keepCaptions,
];

export const articlePasses: readonly ArticlePass[] = [
  // Before figures are added, so that it sees only text that Readability kept.
  chooseBlocks,
  dropTeaserImages,
  recoverFigures,
];
