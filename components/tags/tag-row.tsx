/** One tag in the list of tags: its colour and name, what it is for, how often and when it was used. */
import type { Tag } from '../../lib/model/tag';
import { formatDate, t, tn } from '../../lib/state/i18n';
import { askFor } from '../../lib/state/list-filter';
import { hrefOf } from '../../lib/state/route';
import { removeTags } from '../../lib/state/tags';
import { Menu } from '../ui/menu';
import { TagDot } from '../ui/tag-dot';
import styles from './tag-row.module.css';

type Props = { tag: Tag; selected: boolean; onToggle: () => void; onEdit: () => void; onMerge: () => void };

export function TagRow({ tag, selected, onToggle, onEdit, onMerge }: Props) {
  return (
    <li class={styles.row} data-selected={selected || undefined}>
      <label class={styles.check} data-control="check">
        <input type="checkbox" checked={selected} onChange={onToggle} aria-label={t('tags_select', tag.name)} />
      </label>
      <div class={styles.words}>
        <a class={styles.name} data-control="name" href={hrefOf({ view: 'clips', filter: askFor('tag', tag.name) })}>
          <TagDot colour={tag.colour} />
          <span>{tag.name}</span>
        </a>
        {tag.description && <p class={styles.description}>{tag.description}</p>}
      </div>
      <p class={styles.facts}>
        <span>{tag.count > 0 ? tn('tags_clips', tag.count) : t('tags_unused')}</span>
        {tag.count > 0 && <span class={styles.when}>{t('tags_last_used', formatDate(tag.lastUsedAt))}</span>}
      </p>
      <span data-control="menu">
        <Menu
          label={t('tags_actions', tag.name)}
          items={[
            { label: t('tags_edit'), icon: 'pen-line', onSelect: onEdit },
            { label: t('tags_merge_into'), icon: 'tag', onSelect: onMerge },
            'separator',
            { label: t('tags_delete'), icon: 'trash-2', danger: true, onSelect: () => void removeTags([tag]) },
          ]}
        />
      </span>
    </li>
  );
}
