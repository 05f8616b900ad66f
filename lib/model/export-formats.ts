/** The formats that clips leave in, as they are offered before any exporter is loaded; `lib/exchange/exporters.ts` has the rest. */

/** Formats as they are offered: the archive first. Extension and type are those of the file. */
export const exportFormats = [
  { id: 'archive', label: 'export_format_archive', icon: 'archive', extension: 'zip', type: 'application/zip' },
  { id: 'csv', label: 'export_format_csv', icon: 'list', extension: 'csv', type: 'text/csv' },
  {
    id: 'obsidian-folder',
    label: 'export_format_obsidian_folder',
    icon: 'file-down',
    extension: 'zip',
    type: 'application/zip',
  },
  { id: 'bookmarks', label: 'export_format_bookmarks', icon: 'bookmark', extension: 'html', type: 'text/html' },
  { id: 'json', label: 'export_format_json', icon: 'file-text', extension: 'json', type: 'application/json' },
  { id: 'csl', label: 'export_format_csl', icon: 'quote', extension: 'json', type: 'application/json' },
  {
    id: 'web-annotations',
    label: 'export_format_web_annotations',
    icon: 'sticky-note',
    extension: 'jsonld',
    type: 'application/ld+json',
  },
  {
    id: 'highlights-markdown',
    label: 'export_format_highlights_markdown',
    icon: 'file-text',
    extension: 'md',
    type: 'text/markdown',
  },
  { id: 'highlights-csv', label: 'export_format_highlights_csv', icon: 'list', extension: 'csv', type: 'text/csv' },
] as const;
export type ExportFormat = (typeof exportFormats)[number];
