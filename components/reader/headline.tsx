/** The clip's headline, edited where it stands. */
import { useRef } from 'preact/hooks';
import type { Clip } from '../../lib/model/clip';
import { t } from '../../lib/state/i18n';
import type { Draft } from '../../lib/state/reader';
import { useGrowth } from '../ui/text-area';
import styles from './headline.module.css';

export function Headline({ clip, draft }: { clip: Clip; draft: Draft }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const grow = useGrowth(area, draft.text.value, 1, 40);
  const changed = clip.title !== clip.sourceTitle && clip.sourceTitle;
  return (
    <div class={styles.headline}>
      <h2 class={styles.heading}>{clip.title || clip.url}</h2>
      <textarea
        ref={area}
        class={styles.title}
        data-long={clip.title.length > 110 || undefined}
        aria-label={t('reader_headline')}
        rows={1}
        maxLength={1000}
        spellcheck={false}
        value={draft.text.value}
        onInput={(event) => {
          draft.type(event.currentTarget.value.replace(/\n+/gu, ' '));
          grow();
        }}
        onBlur={() => draft.flush()}
        onKeyDown={(event) => {
          if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          event.preventDefault();
          event.stopPropagation();
          event.currentTarget.blur();
        }}
      />
      {changed && <p class={styles.source}>{t('reader_source_headline', clip.sourceTitle)}</p>}
    </div>
  );
}
