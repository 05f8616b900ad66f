/** Markdown with YAML front matter: `<slug>/index.md` and its images in a zip, for static site generators. */
import type { Publisher } from '../model/publisher';
import { saveFolder } from './archive';

export const markdownFile: Publisher = {
  id: 'markdown-file',
  label: 'publish_markdown_file',
  hint: 'publish_markdown_file_hint',
  icon: 'file-text',
  embargo: 'here',
  group: 'file',
  publish: (post, rendering, effects) => saveFolder(post, 'index.md', () => rendering.markdown(), effects),
};
