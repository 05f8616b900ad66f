/** Every place a post can go to that needs no account, in the order of the export menu: one line each. */
import type { Publisher } from '../model/publisher';
import { astro } from './astro';
import { docusaurus } from './docusaurus';
import { eleventy } from './eleventy';
import { hexo } from './hexo';
import { htmlPage } from './html-page';
import { hugo } from './hugo';
import { jekyll } from './jekyll';
import { markdownFile } from './markdown-file';
import { richText } from './rich-text';

export const publishers: readonly Publisher[] = [
  htmlPage,
  richText,
  markdownFile,
  hugo,
  jekyll,
  hexo,
  eleventy,
  astro,
  docusaurus,
];
