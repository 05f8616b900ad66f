/** Puts text where the cursor is in the template, or was when another place took the focus. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TemplateField } from '../../lib/model/template';
import type { TemplateEditor } from '../../lib/state/template-editor';

export type Insert = {
  /** For the field's element when it comes and goes. */
  know: (field: TemplateField, area: HTMLTextAreaElement | null) => void;
  focused: (field: TemplateField) => void;
  insert: (text: string) => void;
};

export function useInsert(editor: TemplateEditor): Insert {
  const areas = useRef(new Map<TemplateField, HTMLTextAreaElement>());
  const last = useRef<TemplateField>('body');
  const wanted = useRef<{ field: TemplateField; at: number } | null>(null);
  useLayoutEffect(() => {
    // The cursor can be set only once the new text stands in the field.
    const place = wanted.current;
    if (!place) return;
    wanted.current = null;
    const area = areas.current.get(place.field);
    area?.focus();
    area?.setSelectionRange(place.at, place.at);
  });
  return {
    know: (field, area) => {
      if (area) areas.current.set(field, area);
      else areas.current.delete(field);
    },
    focused: (field) => {
      last.current = field;
    },
    insert: (text) => {
      const field = last.current;
      const area = areas.current.get(field);
      const value = editor.template.peek()[field];
      const [start, end] = area ? [area.selectionStart, area.selectionEnd] : [value.length, value.length];
      const put = field === 'body' ? text : text.replaceAll('\n', '');
      // The empty quotation marks of an argument are where one writes on.
      const blank = put.indexOf('""');
      wanted.current = { field, at: start + (blank < 0 ? put.length : blank + 1) };
      editor.edit({ [field]: value.slice(0, start) + put + value.slice(end) }, true);
    },
  };
}
