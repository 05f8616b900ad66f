/** Exporter: highlights as a Markdown list, clip by clip: the words as quotes that link to their place, notes and tags below. */
import { linkToText } from '../../model/text-fragment';
import { siteOf } from '../../model/url';
import type { ExportEntry, Exporter } from '../exporter';
import { markdownLine } from '../markdown-text';

export const highlightsMarkdown: Exporter = {
  id: 'highlights-markdown',
  label: 'export_format_highlights_markdown',
  hint: 'export_format_highlights_markdown_hint',
  icon: 'file-text',
  extension: 'md',
  type: 'text/markdown;charset=utf-8',
  needs: { bodies: true, images: false, annotations: true },
  async *write(entries) {
    for await (const entry of entries) if (entry.annotations.length > 0) yield section(entry);
  },
};

function section({ clip, body, annotations }: ExportEntry): string {
  const facts = [clip.siteName ?? siteOf(clip.url), clip.byline, clip.publishedAt?.slice(0, 10)];
  const lines = [
    `## [${markdownLine(clip.title)}](${address(clip.url)})`,
    '',
    facts.flatMap((fact) => (fact ? markdownLine(fact) : [])).join(' · '),
    '',
  ];
  for (const { target, note, tags } of annotations) {
    if (target.kind === 'text') {
      const { exact, prefix, suffix } = target.quote;
      const link = linkToText(clip.url, exact, body?.text ?? '', { prefix, suffix });
      lines.push(`- > ${markdownLine(exact)} [↗](${address(link)})`);
    } else lines.push(`- [🖼](${address(target.url)})`);
    if (note.trim())
      lines.push(
        '',
        ...note
          .trim()
          .split(/\n+/u)
          .map((line) => `  ${markdownLine(line)}`),
      );
    if (tags.length > 0)
      lines.push('', `  ${tags.map((tag) => `#${markdownLine(tag).replace(/\s+/gu, '-')}`).join(' ')}`);
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}

/** An address that ends where it ends. */
const address = (url: string): string =>
  url.replace(/[\s()<>\\]/gu, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'));
