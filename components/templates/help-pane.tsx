/** What can be written in a template, with what it means: a click puts it where the cursor is. */
import { t } from '../../lib/state/i18n';
import { templateHelp } from '../../lib/state/template-words';
import styles from './help-pane.module.css';

type Item = { name: string; words: string; insert: string };

export function HelpPane({ onInsert }: { onInsert: ((text: string) => void) | null }) {
  const { values, parts, filters } = templateHelp();
  return (
    <section class={styles.pane} aria-label={t('template_pane_help')}>
      {onInsert && <p class={styles.hint}>{t('template_help_hint')}</p>}
      <Group title={t('template_help_values')} items={values} onInsert={onInsert} />
      <Group title={t('template_help_parts')} items={parts} onInsert={onInsert} />
      <Group title={t('template_help_ways')} items={ways()} onInsert={onInsert} />
      <Group title={t('template_help_filters')} items={filters.map(asFilter)} onInsert={onInsert} />
    </section>
  );
}

/** A filter is shown as it is used. */
const asFilter = (item: Item): Item => ({ ...item, name: item.insert.slice(2, -2) });

const ways = (): Item[] => [
  { name: '{% if … %}', words: t('template_help_if'), insert: '{% if author %}\n\n{% endif %}\n' },
  {
    name: '{% else %}',
    words: t('template_help_else'),
    insert: '{% if quotes %}\n{{quotes}}\n{% else %}\n{{excerpt}}\n{% endif %}\n',
  },
  {
    name: '{% for … %}',
    words: t('template_help_for'),
    insert: '{% for clip in clips %}\n## {{title}}\n\n{{excerpt}}\n{% endfor %}\n',
  },
  { name: '{# … #}', words: t('template_help_comment'), insert: '{#  #}' },
];

type GroupProps = { title: string; items: readonly Item[]; onInsert: ((text: string) => void) | null };

function Group({ title, items, onInsert }: GroupProps) {
  return (
    <section class={styles.group}>
      <h2 class={styles.title}>{title}</h2>
      <ul>
        {items.map(({ name, words, insert }) => (
          <li key={name}>
            {onInsert ? (
              <button
                type="button"
                class={styles.item}
                title={t('template_help_insert', name, words)}
                onClick={() => onInsert(insert)}
              >
                <code>{name}</code>
                <span>{words}</span>
              </button>
            ) : (
              <div class={styles.item}>
                <code>{name}</code>
                <span>{words}</span>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
