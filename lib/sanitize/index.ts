/** The only door to HTML: nothing outside this folder touches `innerHTML`, `DOMParser`, Trusted Types or DOMPurify. */
export { mountSafeHtml } from './mount-safe-html';
export { parseHtml, showDocument, trustedDocument } from './parse-html';
export { sanitizeArticle, sanitizeTree } from './sanitize-article';
export type { TrustedHtml } from './trusted-types';
