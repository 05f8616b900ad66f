/**
 * A newsletter as an `.eml` file: plain text and HTML with its images in it. `X-Unsent` makes Outlook open it as a message
 * to be sent; others offer "edit as new".
 */
import type { Publisher, Rendering } from '../model/publisher';
import type { ResolvedPost } from '../model/resolved-post';
import { deliverText } from './deliver-text';
import { inlinePart, mailDate, multipart, textHeader, textPart, written } from './mime';

export const mailFile: Publisher = {
  id: 'mail-file',
  label: 'publish_mail_file',
  hint: 'publish_mail_file_hint',
  icon: 'mail',
  embargo: 'here',
  group: 'file',
  publish: (post, rendering, effects) =>
    deliverText(post, effects, {
      ending: 'eml',
      mediaType: 'message/rfc822',
      write: () => message(post, rendering),
    }),
};

function message(post: ResolvedPost, rendering: Rendering): string {
  // The same post gives the same bytes, so nothing here is random; `=_` stands in no encoded body.
  const boundary = (name: string) => `=_clipsheet_${name}`;
  const contentId = (path: string) =>
    `image-${post.images.findIndex((image) => image.path === path) + 1}@clipsheet.invalid`;
  const html = textPart(
    'text/html',
    rendering.mail((path) => `cid:${contentId(path)}`),
  );
  const images = post.images.map(({ path, bytes }) =>
    inlinePart(bytes.type, bytes.data, contentId(path), path.slice(path.lastIndexOf('/') + 1)),
  );
  const shown = images.length > 0 ? multipart('related', boundary('related'), [html, ...images]) : html;
  const body = multipart('alternative', boundary('alternative'), [textPart('text/plain', rendering.text()), shown]);
  const headers = [
    textHeader('Subject', post.title),
    `Date: ${mailDate(post.modifiedAt)}`,
    'MIME-Version: 1.0',
    'X-Unsent: 1',
  ];
  return `${written({ headers: [...headers, ...body.headers], body: body.body })}\r\n`;
}
