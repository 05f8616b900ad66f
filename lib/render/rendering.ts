/** A post in every form that a publisher may ask for; pure, the same in a worker, a page and Node. */
import type { Rendering } from '../model/publisher';
import type { ResolvedPost } from '../model/resolved-post';
import { renderBlocks } from './blocks';
import { descriptionOf } from './description';
import { renderFragment } from './fragment';
import { renderMail, renderMailFragment } from './mail';
import { renderMarkdown } from './markdown';
import { renderPage, renderPreview } from './page';
import { renderText } from './text';
import { renderWechat } from './wechat';

/** The post rendered, each form made when it is asked for. */
export function createRendering(post: ResolvedPost): Rendering {
  return {
    page: () => renderPage(post),
    preview: (imageUrl) => renderPreview(post, imageUrl),
    fragment: (imageUrl) => renderFragment(post, imageUrl),
    mail: (imageUrl) => renderMail(post, imageUrl),
    mailFragment: (imageUrl) => renderMailFragment(post, imageUrl),
    wechat: (fileName) => renderWechat(post, fileName),
    text: () => renderText(post),
    markdown: (style) => renderMarkdown(post, style),
    blocks: (images, marker) => renderBlocks(post, images, marker),
    description: () => descriptionOf(post),
  };
}
