/** One clip in the list: headline, where it is from, its tags and picture, and marks for what it has. */
import type { Clip } from '../../lib/model/clip';
import { siteOf } from '../../lib/model/url';
import { formatDate, t, tn } from '../../lib/state/i18n';
import { type MarkedPart, markMatches } from '../../lib/state/matches';
import { type MatchWord, snippetOf } from '../../lib/state/snippets';
import { otherSources } from '../../lib/state/stories';
import { colourOfTag } from '../../lib/state/tag-colours';
import { usedClips } from '../../lib/state/used-clips';
import { classes } from '../ui/classes';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { TagDot } from '../ui/tag-dot';
import styles from './clip-row.module.css';
import { Thumbnail } from './thumbnail';

/** Elements with `data-act` are the row's mouse targets; the list listens for them, keys do the same. */
export type ClipRowProps = { clip: Clip; words: readonly MatchWord[]; compact: boolean };

export function ClipRow({ clip, words, compact }: ClipRowProps) {
  const language = clip.language ?? undefined;
  const tagged = clip.tags.length > 0;
  return (
    <div class={classes(styles.row, tagged && styles.tagged, !clip.leadImage && styles.plain)}>
      <span class={styles.check} data-act="select" aria-hidden="true">
        <span class={styles.box}>
          <Icon name="check" />
        </span>
      </span>
      <div class={styles.words}>
        <div class={styles.text} lang={language}>
          <span class={styles.title}>
            <Marked text={clip.title || clip.url} words={words} />
          </span>
          {!compact && <Excerpt clip={clip} words={words} />}
        </div>
        <div class={styles.meta}>
          <span class={styles.source}>
            <Source clip={clip} words={words} />
          </span>
          <OtherSources clip={clip} />
          <Marks clip={clip} />
        </div>
        {tagged && (
          <div class={styles.tags}>
            {clip.tags.map((tag) => (
              <span key={tag} class={styles.tag}>
                <TagDot colour={colourOfTag(tag)} />
                <Marked text={tag} words={words} />
              </span>
            ))}
          </div>
        )}
      </div>
      {clip.leadImage && <Thumbnail id={clip.leadImage} />}
    </div>
  );
}

function Source({ clip, words }: { clip: Clip; words: readonly MatchWord[] }) {
  const date = formatDate(clip.deletedAt ?? clip.publishedAt ?? clip.clippedAt);
  return (
    <>
      <span class={styles.origin}>
        <span class={styles.outlet}>
          <Marked text={clip.siteName ?? siteOf(clip.url)} words={words} />
        </span>
        <span class={styles.date}>{clip.deletedAt === null ? date : t('library_deleted_on', date)}</span>
      </span>
      {clip.byline && (
        <span class={styles.byline}>
          <Marked text={clip.byline} words={words} />
        </span>
      )}
    </>
  );
}

/** How many other outlets have the same story; shows them. */
function OtherSources({ clip }: { clip: Clip }) {
  const count = otherSources(clip);
  if (count === 0) return null;
  return (
    <span class={styles.sources} data-act="story" title={t('library_same_story')}>
      {tn('library_sources', count)}
    </span>
  );
}

function Marked({ text, words }: { text: string; words: readonly MatchWord[] }) {
  return <Parts parts={words.length === 0 ? [{ text, marked: false }] : markMatches(text, words)} />;
}

function Parts({ parts }: { parts: readonly MarkedPart[] }) {
  return <>{parts.map((part, i) => (part.marked ? <mark key={i}>{part.text}</mark> : part.text))}</>;
}

/** How an article begins; where words were searched for, the passage that holds them. */
function Excerpt({ clip, words }: { clip: Clip; words: readonly MatchWord[] }) {
  const parts = words.length > 0 ? snippetOf(clip, words).value : null;
  if (parts) return <span class={classes(styles.excerpt, styles.snippet)}>{<Parts parts={parts} />}</span>;
  return clip.excerpt ? <span class={styles.excerpt}>{clip.excerpt}</span> : null;
}

function Marks({ clip }: { clip: Clip }) {
  return (
    <span class={styles.marks}>
      <span class={styles.star} data-act="star" data-on={clip.starred || undefined} title={t('library_star')}>
        <Icon name="star" filled={clip.starred} />
        {clip.starred && <span class={styles.said}>{t('library_place_starred')}</span>}
      </span>
      {clip.capture.state === 'pending' && <Mark icon="loader-circle" label={t('library_mark_pending')} />}
      {clip.capture.warnings.length > 0 && <Mark icon="triangle-alert" label={t('library_mark_doubt')} tone="doubt" />}
      {clip.kind === 'bookmark' && <Mark icon="link" label={t('library_mark_bookmark')} />}
      {clip.kind === 'selection' && <Mark icon="quote" label={t('library_mark_selection')} />}
      {clip.note && <Mark icon="sticky-note" label={t('library_mark_note')} />}
      {usedClips.value.has(clip.id) && <Mark icon="file-check" label={t('library_mark_used')} />}
      {clip.status === 'archived' && <Mark icon="archive" label={t('library_place_archived')} />}
    </span>
  );
}

function Mark({ icon, label, tone }: { icon: IconName; label: string; tone?: 'doubt' }) {
  return (
    <span class={styles.mark} data-tone={tone} title={label}>
      <Icon name={icon} />
      <span class={styles.said}>{label}</span>
    </span>
  );
}
