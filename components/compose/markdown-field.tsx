/** Text in Markdown with the four things people reach for: bold, italic, link, list. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/state/i18n';
import { insertLink, type TextEdit, toggleList, toggleMark } from '../../lib/state/post-edits';
import { IconButton } from '../ui/button';
import type { IconName } from '../ui/icons';
import { useGrowth } from '../ui/text-area';
import styles from './markdown-field.module.css';

export type MarkdownFieldProps = {
  label: string;
  placeholder?: string;
  lang?: string;
  value: string;
  onInput: (markdown: string) => void;
};

type Tool = { icon: IconName; label: string; key?: string; apply: (edit: TextEdit) => TextEdit };

export function MarkdownField({ label, placeholder, lang, value, onInput }: MarkdownFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const wanted = useRef<TextEdit | null>(null);
  const grow = useGrowth(area, value, 3, 30);
  useLayoutEffect(() => {
    // The selection can be set only once the new text stands in the field.
    const edit = wanted.current;
    if (!edit || area.current?.value !== edit.text) return;
    wanted.current = null;
    area.current.focus();
    area.current.setSelectionRange(edit.start, edit.end);
  });
  const apply = (tool: Tool) => {
    const element = area.current;
    if (!element) return;
    const edit = tool.apply({ text: element.value, start: element.selectionStart, end: element.selectionEnd });
    wanted.current = edit;
    onInput(edit.text);
  };
  const tools = createTools();
  return (
    <div class={styles.field}>
      <div class={styles.tools} role="toolbar" aria-label={t('compose_format')}>
        {tools.map((tool) => (
          <IconButton key={tool.icon} small icon={tool.icon} label={toolLabel(tool)} onClick={() => apply(tool)} />
        ))}
      </div>
      <textarea
        ref={area}
        class={styles.area}
        rows={3}
        lang={lang}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onInput={(event) => {
          onInput(event.currentTarget.value);
          grow();
        }}
        onKeyDown={(event) => {
          if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return;
          const tool = tools.find((one) => one.key === event.key.toLowerCase());
          if (!tool) return;
          event.preventDefault();
          apply(tool);
        }}
      />
    </div>
  );
}

function createTools(): Tool[] {
  return [
    { icon: 'bold', label: t('compose_bold'), key: 'b', apply: (edit) => toggleMark(edit, '**') },
    { icon: 'italic', label: t('compose_italic'), key: 'i', apply: (edit) => toggleMark(edit, '*') },
    { icon: 'link', label: t('compose_link'), key: 'k', apply: (edit) => insertLink(edit, t('compose_link_words')) },
    { icon: 'list', label: t('compose_list'), apply: toggleList },
  ];
}

function toolLabel({ label, key }: Tool): string {
  const command = /Mac/u.test(navigator.userAgent) ? '⌘' : 'Ctrl+';
  return key ? `${label} (${command}${key.toUpperCase()})` : label;
}
