/** One clip to read and annotate: headline, source, text with its images, note and tags. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Clip } from '../../lib/model/clip';
import type { ClipId } from '../../lib/model/ids';
import { createHighlights } from '../../lib/state/highlights';
import { t } from '../../lib/state/i18n';
import { createReader, type Reader } from '../../lib/state/reader';
import { settings } from '../../lib/state/settings';
import { UsesOfClip } from '../publish/uses-of-clip';
import { EmptyState } from '../ui/empty-state';
import { Spinner } from '../ui/spinner';
import { Annotations } from './annotations';
import { Article } from './article';
import { Headline } from './headline';
import { HighlightBar } from './highlight-bar';
import { HighlightList, HighlightsBelow } from './highlight-list';
import { ReaderBar } from './reader-bar';
import styles from './reader-view.module.css';
import { SameStory } from './same-story';
import { SourceCard } from './source-card';
import { WayOn } from './way-on';

/** Give it the clip's id as `key`: a reader is for one clip. */
export function ReaderView({ id }: { id: ClipId }) {
  const reader = useMemo(() => createReader(id), [id]);
  useEffect(() => reader.dispose, [reader]);
  const clip = reader.clip.value;
  return (
    <div class={styles.reader}>
      <ReaderBar clip={clip ?? null} />
      {clip === undefined && <Spinner label={t('library_loading')} />}
      {clip === null && <EmptyState icon="circle-alert" title={t('failure_not_found')} />}
      {clip && <Page reader={reader} clip={clip} />}
    </div>
  );
}

function Page({ reader, clip }: { reader: Reader; clip: Clip }) {
  const { font, size, width } = settings.value.reader;
  const text = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const highlights = useMemo(() => createHighlights(clip.id), [clip.id]);
  useEffect(() => highlights.dispose, [highlights]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section class={styles.scroll} tabIndex={0} aria-label={t('reader_text')}>
      <div
        class={styles.sheet}
        data-width={width}
        style={{ '--read-size': `${size / 16}rem` }}
        lang={clip.language ?? undefined}
      >
        <article class={styles.page} data-font={font}>
          <Headline clip={clip} draft={reader.title} />
          <SourceCard clip={clip} />
          <SameStory clip={clip} others={reader.sameStory.value} />
          <UsesOfClip clip={clip.id} addresses={[clip.url, clip.canonicalUrl]} />
          <Annotations clip={clip} note={reader.note} />
          <div class={styles.below}>
            <HighlightsBelow highlights={highlights} list={list} />
          </div>
          <Article clip={clip} reader={reader} text={text} onText={highlights.read} />
          <HighlightBar highlights={highlights} text={text} source={clip.url} />
        </article>
        <div class={styles.side} ref={list}>
          <HighlightList highlights={highlights} language={clip.language} hasText={clip.kind !== 'bookmark'} />
        </div>
        <WayOn />
      </div>
    </section>
  );
}
