/** The generators whose sites can be written to, in the order they are offered. */
import { astroSite } from '../astro';
import { docusaurusSite } from '../docusaurus';
import { eleventySite } from '../eleventy';
import { hexoSite } from '../hexo';
import { hugoSite } from '../hugo';
import { jekyllSite } from '../jekyll';
import type { SiteFormat } from '../site';

export const siteFormats: readonly SiteFormat[] = [
  hugoSite,
  jekyllSite,
  hexoSite,
  eleventySite,
  astroSite,
  docusaurusSite,
];
