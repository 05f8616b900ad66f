/** Every place a post can go to that needs no account, in the order of the export menu: one line each. */
import type { Publisher } from '../model/publisher';
import { astro } from './astro';
import { docusaurus } from './docusaurus';
import { eleventy } from './eleventy';
import { hexo } from './hexo';
import { htmlPage } from './html-page';
import { hugo } from './hugo';
import { jekyll } from './jekyll';
import { mailCopy } from './mail-copy';
import { mailFile } from './mail-file';
import { markdownFile } from './markdown-file';
import { richText } from './rich-text';
import { wechat } from './wechat';
import { wxr } from './wxr';

export const publishers: readonly Publisher[] = [
  htmlPage,
  markdownFile,
  mailFile,
  wxr,
  richText,
  mailCopy,
  wechat,
  hugo,
  jekyll,
  hexo,
  eleventy,
  astro,
  docusaurus,
];
