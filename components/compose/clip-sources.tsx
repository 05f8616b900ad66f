/** The clips a post draws on: where each is from, how much of it is quoted, and the way to its text. */
import type { Clip } from '../../lib/model/clip';
import type { ClipId } from '../../lib/model/ids';
import { formatDate, t } from '../../lib/state/i18n';
import { type BlockOf, blocksOf, clipIdsOf, isWebAddress } from '../../lib/state/post-edits';
import { editSource } from '../../lib/state/posts';
import { Button } from '../ui/button';
import styles from './clip-sources.module.css';
import { useDesk } from './desk';
import { DraftField } from './draft-field';
import { Fold } from './fold';
import paneStyles from './parts-pane.module.css';
import { ShareMeter } from './share-meter';

export function ClipSources() {
  const { composer } = useDesk();
  const post = composer.post.value;
  const ids = clipIdsOf(post);
  return (
    <section class={paneStyles.section}>
      <h2 class={paneStyles.head}>{t('compose_sources')}</h2>
      {ids.length === 0 && <p class={styles.none}>{t('compose_sources_empty')}</p>}
      <ul class={styles.list}>
        {ids.map((id) => (
          <li key={id}>
            <SourceCard id={id} part={blocksOf(post, 'clip').find(({ clipId }) => clipId === id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `part`: where the post has something of its text; a report in a digest has nothing of it. */
function SourceCard({ id, part }: { id: ClipId; part: BlockOf<'clip'> | undefined }) {
  const { composer, read } = useDesk();
  const clip = composer.materials.value.clips.get(id);
  if (!clip) return <p class={styles.none}>{t('compose_clip_gone')}</p>;
  const facts = [clip.siteName, clip.byline, clip.publishedAt && formatDate(clip.publishedAt)];
  return (
    <article class={styles.card}>
      <h3 class={styles.title} lang={clip.language ?? undefined}>
        {clip.title}
      </h3>
      <p class={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
      {part && <ShareMeter clipId={clip.id} brief />}
      {part && (
        <div class={styles.actions}>
          <Button small icon="quote" onClick={() => read(part.id)}>
            {t('compose_read')}
          </Button>
        </div>
      )}
      <SourceDetails clip={clip} />
    </article>
  );
}

/** The facts the source block is made of, mended where the page did not have them. */
function SourceDetails({ clip }: { clip: Clip }) {
  const link = [clip.canonicalUrl, clip.url].find((url) => isWebAddress(url ?? ''));
  const incomplete = !clip.siteName?.trim() || !link;
  const edit = (patch: Parameters<typeof editSource>[1]) => void editSource(clip.id, patch);
  return (
    <Fold label={t('compose_source_details')} open={incomplete} place={`source-${clip.id}`}>
      <DraftField label={t('compose_outlet')} value={clip.siteName ?? ''} onInput={(siteName) => edit({ siteName })} />
      <DraftField label={t('compose_byline')} value={clip.byline ?? ''} onInput={(byline) => edit({ byline })} />
      <DraftField
        label={t('compose_published')}
        hint={t('compose_published_hint')}
        value={clip.publishedAt?.replace(/T.*/u, '') ?? ''}
        onInput={(publishedAt) => edit({ publishedAt: publishedAt || null })}
      />
      {link && (
        <a class={styles.link} href={link} target="_blank" rel="noreferrer">
          {t('compose_open_original')}
        </a>
      )}
    </Fold>
  );
}
