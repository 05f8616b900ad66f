/**
 * Tags as chips with an input in one field: a combobox (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/) that knows
 * input methods. Nothing is committed while one composes.
 */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { cleanTag, type TagColour, tagKey } from '../../lib/model/tag';
import { t } from '../../lib/state/i18n';
import { Field } from './field';
import { useFloating } from './floating';
import { useTagEntry } from './tag-entry';
import styles from './tag-input.module.css';
import { type SuggestedTag, TagChips, TagList, TagOffers } from './tag-input-parts';

export type TagInputProps = {
  label: string;
  hideLabel?: boolean;
  tags: readonly string[];
  /** Known tags for what is typed, most used first; `''` asks for the most used of all. */
  suggest: (typed: string) => Promise<readonly SuggestedTag[]>;
  onChange: (tags: string[]) => void;
  /** Text that is typed and not committed yet, never the half-made text of an input method. */
  onType?: (text: string) => void;
  placeholder?: string;
  autoFocus?: boolean;
  /** Offers the five most used tags below the field. */
  offers?: boolean;
  hint?: string;
  /** The colour of a tag, drawn before its name. */
  colourOf?: (name: string) => TagColour | undefined;
};

const listed = 6;
const offered = 5;

export function TagInput(props: TagInputProps) {
  const { label, hideLabel, tags, suggest, placeholder, autoFocus, offers = false, hint, colourOf } = props;
  const entry = useTagEntry(props);
  const found = useSuggestions(entry.text, tags, entry.open, suggest);
  const most = useSuggestions('', tags, offers, suggest);
  const active = Math.min(entry.active, found.length - 1);
  const shown = entry.open && found.length > 0;
  const picking = { onPick: entry.pick, colourOf };
  const listId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useFloating(shown, frame, list, { fitWidth: true });
  useEffect(() => {
    // The attribute alone is honoured only while a page loads.
    if (autoFocus) entry.input.current?.focus();
  }, [autoFocus, entry.input]);

  useLayoutEffect(() => {
    if (frame.current?.contains(document.activeElement)) frame.current.scrollTop = frame.current.scrollHeight;
  }, [tags.length]);

  return (
    <Field label={label} hideLabel={hideLabel} hint={hint}>
      {(control) => (
        <div class={styles.box}>
          <div
            ref={frame}
            class={styles.frame}
            onPointerDown={(event) => {
              if (event.target !== frame.current) return;
              event.preventDefault();
              entry.input.current?.focus();
            }}
          >
            <TagChips
              tags={tags}
              colourOf={colourOf}
              onRemove={entry.remove}
              onLeave={() => entry.input.current?.focus()}
            />
            <input
              {...control}
              ref={entry.input}
              class={styles.input}
              type="text"
              role="combobox"
              aria-autocomplete="list"
              aria-expanded={shown}
              aria-controls={shown ? listId : undefined}
              aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              // Never without one, so that the style knows when it is empty.
              placeholder={(tags.length === 0 && placeholder) || ' '}
              onInput={entry.onInput}
              onCompositionStart={entry.onCompositionStart}
              onCompositionEnd={entry.onCompositionEnd}
              onPaste={entry.onPaste}
              onKeyDown={(event) => entry.onKeyDown(event, shown ? found : [], active)}
              onFocus={() => entry.setOpen(entry.text !== '')}
              onBlur={entry.onBlur}
            />
          </div>
          {shown && <TagList id={listId} list={list} found={found} active={active} typed={entry.text} {...picking} />}
          <p class={styles.announced} role="status">
            {shown ? t('common_suggestions_found', found.length) : ''}
          </p>
          {offers && <TagOffers offers={most.slice(0, offered)} {...picking} />}
        </div>
      )}
    </Field>
  );
}

/** Suggestions for `typed` that are not among `tags`; an answer that comes after a newer question is dropped. */
function useSuggestions(
  typed: string,
  tags: readonly string[],
  wanted: boolean,
  suggest: TagInputProps['suggest'],
): readonly SuggestedTag[] {
  const [found, setFound] = useState<readonly SuggestedTag[]>([]);
  const ask = useRef(suggest);
  ask.current = suggest;
  const taken = tags.map(tagKey).join('\n');
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    void ask.current(cleanTag(typed)).then((answer) => {
      const keys = new Set(taken.split('\n'));
      if (current) setFound(answer.filter((tag) => !keys.has(tagKey(tag.name))).slice(0, listed));
    });
    return () => {
      current = false;
    };
  }, [typed, taken, wanted]);
  return found;
}
