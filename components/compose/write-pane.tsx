/** Middle: what is being written. Headline, why it matters, and every part in its order. */
import { useRef } from 'preact/hooks';
import { t } from '../../lib/state/i18n';
import { useGrowth } from '../ui/text-area';
import { placeName, useDesk } from './desk';
import { PartEditor } from './part-editor';
import { PostDetails } from './post-details';
import { usePaneScroll } from './use-pane-scroll';
import styles from './write-pane.module.css';

export function WritePane() {
  const { composer } = useDesk();
  const scroll = usePaneScroll('write');
  const { blocks } = composer.post.value;
  return (
    <div class={styles.pane} {...scroll}>
      <form class={styles.sheet} aria-label={t('compose_editor')} onSubmit={(event) => event.preventDefault()}>
        <PlainField
          field="title"
          class={styles.headline}
          label={t('compose_headline')}
          placeholder={t('compose_headline_placeholder')}
        />
        <PlainField
          field="standfirst"
          class={styles.standfirst}
          label={t('compose_standfirst')}
          placeholder={t('compose_standfirst_placeholder')}
        />
        <PostDetails />
        {blocks.map((block, index) => (
          <PartEditor key={block.id} block={block} index={index} count={blocks.length} />
        ))}
      </form>
    </div>
  );
}

type PlainFieldProps = { field: 'title' | 'standfirst'; class: string | undefined; label: string; placeholder: string };

/** Text as it will look in the post: no frame, growing with what is written. */
function PlainField({ field, class: look, label, placeholder }: PlainFieldProps) {
  const { composer } = useDesk();
  const post = composer.post.value;
  const area = useRef<HTMLTextAreaElement>(null);
  const grow = useGrowth(area, post[field], 1, 40);
  return (
    <div class={styles.plain} data-place={placeName({ kind: 'field', field })}>
      <textarea
        ref={area}
        class={look}
        rows={1}
        lang={post.language}
        aria-label={label}
        placeholder={placeholder}
        value={post[field]}
        onInput={(event) => {
          // A headline and a standfirst are one line, however it wraps; pasted line breaks become spaces.
          const text = event.currentTarget.value.replace(/\s*\n\s*/gu, ' ');
          composer.edit((before) => ({ ...before, [field]: text }), field);
          grow();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) event.preventDefault();
        }}
      />
    </div>
  );
}
