/** Every tag with its colour, count and description: found, renamed, merged and deleted, one or several at a time. */
import { useEffect, useState } from 'preact/hooks';
import type { Tag } from '../../lib/model/tag';
import { t, tn } from '../../lib/state/i18n';
import { hrefOf } from '../../lib/state/route';
import { removeTags, shownTags, type TagOrder, tagOrder, tagOrders, tags, tagsTyped } from '../../lib/state/tags';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Select } from '../ui/select';
import { Spinner } from '../ui/spinner';
import { TextField } from '../ui/text-field';
import { EditTagDialog } from './edit-tag-dialog';
import { JobBar } from './job-bar';
import { MergeDialog } from './merge-dialog';
import { TagRow } from './tag-row';
import styles from './tags-view.module.css';

/** What a dialog is open for. */
type Open = { what: 'edit'; tag: Tag } | { what: 'merge'; tags: readonly Tag[] } | null;

export function TagsView() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<Open>(null);
  const all = tags.value;
  useEffect(() => clearTyped, []);
  if (!all) return <Spinner label={t('library_loading')} />;
  const chosen = all.filter((tag) => selected.has(tag.key));
  const clear = () => setSelected(new Set());
  const toggle = (key: string) =>
    setSelected((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  return (
    <main class={styles.view}>
      <header class={styles.head}>
        <h1 class={styles.title}>{t('tags_title')}</h1>
        {all.length > 0 && <p class={styles.count}>{tn('tags_count', all.length)}</p>}
      </header>
      <JobBar />
      {all.length === 0 ? (
        <EmptyState
          icon="tag"
          title={t('tags_empty_title')}
          actions={<Button href={hrefOf({ view: 'clips' })}>{t('tags_open_library')}</Button>}
        >
          {t('tags_empty')}
        </EmptyState>
      ) : (
        <>
          {chosen.length > 0 ? (
            <SelectionBar chosen={chosen} onMerge={() => setOpen({ what: 'merge', tags: chosen })} onDone={clear} />
          ) : (
            <Tools />
          )}
          <TagList
            selected={selected}
            onToggle={toggle}
            onEdit={(tag) => setOpen({ what: 'edit', tag })}
            onMerge={(tag) => setOpen({ what: 'merge', tags: [tag] })}
          />
        </>
      )}
      {open?.what === 'edit' && <EditTagDialog tag={open.tag} onClose={() => setOpen(null)} />}
      {open?.what === 'merge' && (
        <MergeDialog
          tags={open.tags}
          onClose={(merged) => {
            setOpen(null);
            if (merged) clear();
          }}
        />
      )}
    </main>
  );
}

/** Coming back shows every tag. */
function clearTyped(): void {
  tagsTyped.value = '';
}

function Tools() {
  const orders: Record<TagOrder, string> = {
    name: t('tags_sort_name'),
    count: t('tags_sort_count'),
    recent: t('tags_sort_recent'),
  };
  return (
    <div class={styles.tools}>
      <div class={styles.filter}>
        <TextField
          label={t('tags_filter')}
          hideLabel
          placeholder={t('tags_filter')}
          type="search"
          value={tagsTyped.value}
          onInput={(typed) => {
            tagsTyped.value = typed;
          }}
        />
      </div>
      <Select
        label={t('tags_sort')}
        hideLabel
        value={tagOrder.value}
        options={tagOrders.map((value) => ({ value, label: orders[value] }))}
        onChange={(order) => {
          tagOrder.value = order;
        }}
      />
    </div>
  );
}

type BarProps = { chosen: readonly Tag[]; onMerge: () => void; onDone: () => void };

function SelectionBar({ chosen, onMerge, onDone }: BarProps) {
  return (
    <div class={styles.tools}>
      <p class={styles.selected} role="status">
        {tn('tags_selected', chosen.length)}
      </p>
      <Button small disabled={chosen.length < 2} onClick={onMerge}>
        {t('tags_merge')}
      </Button>
      <Button small variant="danger" icon="trash-2" onClick={() => void removeTags(chosen).then(onDone)}>
        {t('tags_delete')}
      </Button>
      <Button small variant="quiet" onClick={onDone}>
        {t('tags_clear_selection')}
      </Button>
    </div>
  );
}

type ListProps = {
  selected: ReadonlySet<string>;
  onToggle: (key: string) => void;
  onEdit: (tag: Tag) => void;
  onMerge: (tag: Tag) => void;
};

function TagList({ selected, onToggle, onEdit, onMerge }: ListProps) {
  const shown = shownTags.value ?? [];
  if (shown.length === 0) return <p class={styles.none}>{t('tags_none_found', tagsTyped.value.trim())}</p>;
  return (
    <ul class={styles.list} onKeyDown={moveBetweenRows}>
      {shown.map((tag) => (
        <TagRow
          key={tag.key}
          tag={tag}
          selected={selected.has(tag.key)}
          onToggle={() => onToggle(tag.key)}
          onEdit={() => onEdit(tag)}
          onMerge={() => onMerge(tag)}
        />
      ))}
    </ul>
  );
}

/** Up and down go to the same control of the next row. */
function moveBetweenRows(event: KeyboardEvent): void {
  if (event.defaultPrevented || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const control = event.target as HTMLElement;
  const row = control.closest('li');
  const role = control.closest<HTMLElement>('[data-control]')?.dataset.control;
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const to = role && next?.querySelector<HTMLElement>(`[data-control="${role}"]`);
  if (!to) return;
  event.preventDefault();
  (to.matches('a, button, input') ? to : to.querySelector<HTMLElement>('a, button, input'))?.focus();
}
