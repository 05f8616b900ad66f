/** A standalone web page: `<slug>/index.html` and its images in a zip, for any web server. */
import type { Publisher } from '../model/publisher';
import { saveFolder } from './archive';

export const htmlPage: Publisher = {
  id: 'html-page',
  label: 'publish_html_page',
  hint: 'publish_html_page_hint',
  icon: 'globe',
  embargo: 'here',
  group: 'file',
  publish: (post, rendering, effects) => saveFolder(post, 'index.html', () => rendering.page(), effects),
};
