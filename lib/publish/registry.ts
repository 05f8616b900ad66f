/** Every place a post can go to, in the order of the export menu: one line each. */
import type { Publisher } from '../model/publisher';
import { htmlPage } from './html-page';
import { markdownFile } from './markdown-file';
import { richText } from './rich-text';

export const publishers: readonly Publisher[] = [htmlPage, richText, markdownFile];
