/** The sources of a post: made from data; other reports of the story can be named below them. */
import { useMemo } from 'preact/hooks';
import type { Clip } from '../../lib/model/clip';
import { siteOf } from '../../lib/model/url';
import { offerAlsoCovered } from '../../lib/state/also-covered';
import { formatDay, t } from '../../lib/state/i18n';
import { type BlockOf, changeBlock } from '../../lib/state/post-edits';
import { IconButton } from '../ui/button';
import { Checkbox } from '../ui/toggle';
import { useDesk } from './desk';
import styles from './source-editor.module.css';

export function SourceEditor({ block }: { block: BlockOf<'source'> }) {
  const { composer } = useDesk();
  const offers = useMemo(() => offerAlsoCovered(composer.post), [composer]);
  const named = new Set(block.also);
  const change = (clip: Clip, name: boolean) =>
    composer.edit((post) =>
      changeBlock(post, block.id, 'source', ({ also = [], ...one }) => {
        const others = also.filter((id) => id !== clip.id);
        return { ...one, also: name ? [...others, clip.id] : others };
      }),
    );
  return (
    <>
      <p class={styles.note}>{t('compose_source_note')}</p>
      <NamedSources block={block} />
      {offers.value.length > 0 && (
        <fieldset class={styles.also}>
          <legend>{t('compose_also')}</legend>
          <p class={styles.note}>{t('compose_also_hint')}</p>
          {offers.value.map((clip) => (
            <Checkbox
              key={clip.id}
              label={`${clip.siteName ?? siteOf(clip.url)} · ${formatDay(clip.publishedAt ?? clip.clippedAt)}`}
              checked={named.has(clip.id)}
              onChange={(name) => change(clip, name)}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

/** Clips that the post only speaks of. */
function NamedSources({ block }: { block: BlockOf<'source'> }) {
  const { composer } = useDesk();
  const { clips } = composer.materials.value;
  const named = (block.clips ?? []).flatMap((id) => clips.get(id) ?? []);
  if (named.length === 0) return null;
  const drop = (clip: Clip) =>
    composer.edit((post) =>
      changeBlock(post, block.id, 'source', ({ clips: all = [], ...one }) => ({
        ...one,
        clips: all.filter((id) => id !== clip.id),
      })),
    );
  return (
    <section>
      <p class={styles.note}>{t('compose_source_named')}</p>
      <ul>
        {named.map((clip) => (
          <li key={clip.id} class={styles.named}>
            <span lang={clip.language ?? undefined}>{clip.title}</span>
            <IconButton small icon="x" label={t('compose_source_unname', clip.title)} onClick={() => drop(clip)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
