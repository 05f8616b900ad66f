/** What the tag input is made of: its chips, the list below it, and the most used tags one press away. */
import { type TagColour, tagKey } from '../../lib/model/tag';
import { formatNumber, t } from '../../lib/state/i18n';
import { classes } from './classes';
import { Icon } from './icon';
import { TagDot } from './tag-dot';
import styles from './tag-input.module.css';

export type SuggestedTag = { name: string; count: number };

type ColourOf = ((name: string) => TagColour | undefined) | undefined;

type ChipsProps = {
  colourOf: ColourOf;
  tags: readonly string[];
  onRemove: (name: string) => void;
  onLeave: () => void;
};

/** The chips are one stop for the keyboard: left from the input, then arrows; Backspace and Delete remove. */
export function TagChips({ tags, colourOf, onRemove, onLeave }: ChipsProps) {
  const move = (event: KeyboardEvent, name: string) => {
    const item = (event.currentTarget as HTMLElement).closest('li');
    const to = (sibling: Element | null | undefined) => sibling?.querySelector<HTMLElement>('button');
    if (event.key === 'ArrowLeft') to(item?.previousElementSibling)?.focus();
    else if (event.key === 'ArrowRight') (to(item?.nextElementSibling) ?? { focus: onLeave }).focus();
    else if (event.key === 'Backspace' || event.key === 'Delete') {
      (to(item?.previousElementSibling) ?? { focus: onLeave }).focus();
      onRemove(name);
    } else return;
    event.preventDefault();
  };
  if (tags.length === 0) return null;
  return (
    <ul class={styles.chips}>
      {tags.map((tag) => (
        <li key={tagKey(tag)} class={styles.chip} data-chip>
          <TagDot colour={colourOf?.(tag)} />
          <span class={styles.name}>{tag}</span>
          <button
            type="button"
            class={styles.remove}
            tabIndex={-1}
            aria-label={t('common_remove_named', tag)}
            title={t('common_remove')}
            onClick={() => {
              onRemove(tag);
              onLeave();
            }}
            onKeyDown={(event) => move(event, tag)}
          >
            <Icon name="x" />
          </button>
        </li>
      ))}
    </ul>
  );
}

type ListProps = {
  id: string;
  list: { current: HTMLDivElement | null };
  found: readonly SuggestedTag[];
  active: number;
  typed: string;
  onPick: (name: string) => void;
  colourOf: ColourOf;
};

export function TagList({ id, list, found, active, typed, onPick, colourOf }: ListProps) {
  return (
    <div id={id} ref={list} role="listbox" aria-label={t('common_suggestions')} popover="manual" class={styles.list}>
      {found.map((tag, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard works through the input, by aria-activedescendant
        // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input
        <div
          key={tag.name}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === active}
          class={classes(styles.option, i === active && styles.active)}
          ref={(element) => {
            if (i === active) element?.scrollIntoView?.({ block: 'nearest' });
          }}
          // Before the input loses focus and with it the list.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(tag.name)}
        >
          <TagDot colour={colourOf?.(tag.name)} />
          <span class={styles.name}>
            <Matched name={tag.name} typed={typed} />
          </span>
          <span class={styles.count}>{formatNumber(tag.count)}</span>
        </div>
      ))}
    </div>
  );
}

/** The name with the typed part set apart. */
function Matched({ name, typed }: { name: string; typed: string }) {
  const part = typed.trim().toLowerCase();
  const at = part ? name.toLowerCase().indexOf(part) : -1;
  if (at < 0) return <>{name}</>;
  return (
    <>
      {name.slice(0, at)}
      <strong>{name.slice(at, at + part.length)}</strong>
      {name.slice(at + part.length)}
    </>
  );
}

type OffersProps = { offers: readonly SuggestedTag[]; onPick: (name: string) => void; colourOf: ColourOf };

export function TagOffers({ offers, onPick, colourOf }: OffersProps) {
  if (offers.length === 0) return <p class={styles.hint}>{t('common_tags_hint')}</p>;
  return (
    <ul class={styles.offers} aria-label={t('common_most_used_tags')}>
      {offers.map((tag) => (
        <li key={tag.name}>
          <button
            type="button"
            class={styles.offer}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(tag.name)}
          >
            <Icon name="plus" />
            <TagDot colour={colourOf?.(tag.name)} />
            <span class={styles.name}>{tag.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
