/** As eleventy-base-blog: posts in content/blog, their images copied beside them. */
export default function site(config) {
  config.addPassthroughCopy('content/blog/*/images');
  return { dir: { input: 'content', includes: '../_includes', output: '_site' }, pathPrefix: '/news/' };
}
