/** A template, open for writing: its text with its mistakes, what it makes of real clips, and what there is to write. */
import { useEffect, useState } from 'preact/hooks';
import type { TemplateField, TemplateId } from '../../lib/model/template';
import { describeFailure } from '../../lib/state/failures';
import { t, tn } from '../../lib/state/i18n';
import { layout } from '../../lib/state/layout';
import { go, hrefOf } from '../../lib/state/route';
import { openTemplateEditor, type TemplateEditor } from '../../lib/state/template-editor';
import { copyTemplate, exportTemplates, removeTemplate } from '../../lib/state/templates';
import { Button, IconButton } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Menu } from '../ui/menu';
import { Select } from '../ui/select';
import { Spinner } from '../ui/spinner';
import { Tabs } from '../ui/tabs';
import { TextField } from '../ui/text-field';
import { useUndoKeys } from '../ui/use-undo-keys';
import { CodeField } from './code-field';
import { HelpPane } from './help-pane';
import styles from './template-editing.module.css';
import { TemplatePreview } from './template-preview';
import { type Insert, useInsert } from './use-insert';

export function TemplateEditing({ id }: { id: TemplateId }) {
  const editor = useEditor(id);
  if (editor === undefined) return <Spinner />;
  if (editor === null) return <NotFound />;
  return <Editing editor={editor} />;
}

function useEditor(id: TemplateId): TemplateEditor | null | undefined {
  const [editor, setEditor] = useState<TemplateEditor | null>();
  useEffect(() => {
    let opened: TemplateEditor | null = null;
    let gone = false;
    void openTemplateEditor(id).then((found) => {
      if (gone) return found?.close();
      opened = found;
      setEditor(found);
    });
    return () => {
      gone = true;
      opened?.close();
      setEditor(undefined);
    };
  }, [id]);
  return editor;
}

function NotFound() {
  return (
    <main>
      <EmptyState
        icon="file-text"
        title={t('template_not_found')}
        actions={<Button href={hrefOf({ view: 'templates' })}>{t('template_back')}</Button>}
      >
        {t('template_not_found_text')}
      </EmptyState>
    </main>
  );
}

function Editing({ editor }: { editor: TemplateEditor }) {
  const insert = useInsert(editor);
  useUndoKeys(editor);
  // Read here, so that the cursor is set when the text has changed.
  const { name } = editor.template.value;
  return (
    <main class={styles.view} data-layout={layout.value}>
      <Bar editor={editor} name={name} />
      <Panes editor={editor} insert={insert} />
    </main>
  );
}

function Bar({ editor, name }: { editor: TemplateEditor; name: string }) {
  const open = (id: TemplateId | null) => id && go({ view: 'templates', id });
  const copy = () => void copyTemplate(editor.template.peek()).then(open);
  const remove = () => {
    void editor.flush().then(() => removeTemplate(editor.template.peek()));
    go({ view: 'templates' });
  };
  return (
    <header class={styles.bar}>
      <IconButton icon="arrow-left" label={t('template_back')} href={hrefOf({ view: 'templates' })} />
      <div class={styles.status}>
        <h1 class={styles.title}>{name || t('template_untitled')}</h1>
        <State editor={editor} />
      </div>
      {editor.isFixed ? (
        <Button variant="primary" icon="copy" onClick={copy}>
          {t('template_copy')}
        </Button>
      ) : (
        <div class={styles.history}>
          <IconButton icon="undo-2" label={t('compose_undo')} disabled={!editor.canUndo.value} onClick={editor.undo} />
          <IconButton icon="redo-2" label={t('compose_redo')} disabled={!editor.canRedo.value} onClick={editor.redo} />
        </div>
      )}
      <Menu
        label={t('template_actions', name)}
        items={[
          { label: t('template_copy'), icon: 'copy', onSelect: copy },
          {
            label: t('template_export_one'),
            icon: 'file-down',
            onSelect: () => void exportTemplates([editor.template.peek()]),
          },
          ...(editor.isFixed
            ? []
            : [
                'separator' as const,
                { label: t('template_delete'), icon: 'trash-2' as const, danger: true, onSelect: remove },
              ]),
        ]}
      />
    </header>
  );
}

function State({ editor }: { editor: TemplateEditor }) {
  const mistakes = editor.mistakes.value.length;
  const saving = editor.saving.value;
  if (editor.isFixed) return <p class={styles.line}>{t('template_fixed')}</p>;
  return (
    <p class={styles.line}>
      {saving.state === 'failed' ? (
        <span class={styles.bad} role="alert">
          {t('compose_save_failed')}: {describeFailure(saving.failure)}
        </span>
      ) : (
        <span>{t(saving.state === 'saving' ? 'compose_saving' : 'settings_saved')}</span>
      )}
      <span class={mistakes > 0 ? styles.bad : undefined} role="status">
        <Icon name={mistakes > 0 ? 'circle-alert' : 'circle-check'} />
        {mistakes > 0 ? tn('template_mistakes', mistakes) : t('template_no_mistakes')}
      </span>
    </p>
  );
}

type PaneProps = { editor: TemplateEditor; insert: Insert };
type Pane = 'write' | 'preview' | 'help';

function Panes({ editor, insert }: PaneProps) {
  const [chosen, choose] = useState<Pane>('write');
  const help = <HelpPane onInsert={editor.isFixed ? null : insert.insert} />;
  const preview = <TemplatePreview editor={editor} />;
  const write = <WritePane editor={editor} insert={insert} />;
  if (layout.value === 'three')
    return (
      <div class={styles.panes}>
        {help}
        {write}
        {preview}
      </div>
    );
  const tabs = [
    { id: 'preview', label: t('template_pane_preview'), icon: 'eye' },
    { id: 'help', label: t('template_pane_help'), icon: 'circle-help' },
  ] as const;
  const isNarrow = layout.value === 'one';
  const all = isNarrow
    ? ([{ id: 'write', label: t('template_pane_write'), icon: 'pen-line' }, ...tabs] as const)
    : tabs;
  const selected = isNarrow || chosen !== 'write' ? chosen : 'preview';
  return (
    <div class={styles.panes}>
      {!isNarrow && write}
      <div class={styles.tabs}>
        <Tabs label={t('template_panes')} tabs={all} selected={selected} onSelect={choose}>
          {selected === 'write' ? write : selected === 'help' ? help : preview}
        </Tabs>
      </div>
    </div>
  );
}

const fields: readonly {
  field: TemplateField;
  rows: number;
  hint?: 'template_headline_hint' | 'template_tags_hint';
}[] = [
  { field: 'title', rows: 1, hint: 'template_headline_hint' },
  { field: 'standfirst', rows: 1 },
  { field: 'body', rows: 12 },
  { field: 'tags', rows: 1, hint: 'template_tags_hint' },
];

function WritePane({ editor, insert }: PaneProps) {
  const template = editor.template.value;
  return (
    <form class={styles.write} onSubmit={(event) => event.preventDefault()}>
      <div class={styles.names}>
        <TextField
          label={t('template_name')}
          value={template.name}
          maxLength={200}
          disabled={editor.isFixed}
          onInput={(name) => editor.edit({ name })}
        />
        <Select
          label={t('template_language')}
          value={template.language}
          disabled={editor.isFixed}
          options={[
            { value: '', label: t('template_language_any') },
            // Languages are named in themselves, so that they are found by those who read them.
            { value: 'en', label: 'English' },
            { value: 'zh-CN', label: '简体中文' },
            ...(['', 'en', 'zh-CN'].includes(template.language)
              ? []
              : [{ value: template.language, label: template.language }]),
          ]}
          onChange={(language) => editor.edit({ language })}
        />
      </div>
      {fields.map(({ field, rows, hint }) => (
        <CodeField
          key={field}
          field={field}
          rows={rows}
          value={template[field]}
          readOnly={editor.isFixed}
          problems={editor.mistakes.value.filter((problem) => problem.field === field)}
          onInput={(text) => editor.edit({ [field]: text })}
          onFocus={() => insert.focused(field)}
          areaRef={(area) => insert.know(field, area)}
          {...(hint ? { hint: t(hint) } : {})}
        />
      ))}
    </form>
  );
}
