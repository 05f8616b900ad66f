/** What was captured: headline (edited in place), lead image, where it comes from, and what is doubtful. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Clip, ImageBytes } from '../../lib/model/clip';
import { formatDate, formatLength, formatMoment, t, tn } from '../../lib/state/i18n';
import type { Popup } from '../../lib/state/popup';
import { Icon } from '../ui/icon';
import { Spinner } from '../ui/spinner';
import { useGrowth } from '../ui/text-area';
import styles from './clip-summary.module.css';
import { Doubts } from './doubts';
import { hasLargeText } from './large-text';

export function ClipSummary({ popup }: { popup: Popup }) {
  const clip = popup.clip.value;
  const removed = popup.stage.value.kind === 'removed';
  return (
    <section class={styles.summary} aria-label={t('popup_captured')}>
      <div class={styles.head}>
        {clip ? <Headline clip={clip} readOnly={removed} onInput={popup.setTitle} /> : <div class={styles.blank} />}
        <LeadImage bytes={popup.beside.value.lead} kind={clip?.kind ?? 'article'} />
      </div>
      <Facts clip={clip} />
      {clip && !removed && <Doubts clip={clip} remedies={popup.remedies} />}
    </section>
  );
}

type HeadlineProps = { clip: Clip; readOnly: boolean; onInput: (title: string) => void };

function Headline({ clip, readOnly, onInput }: HeadlineProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const grow = useGrowth(area, clip.title, 1, hasLargeText() ? 2 : 3);
  return (
    <textarea
      ref={area}
      class={styles.headline}
      aria-label={t('common_headline')}
      title={clip.title}
      lang={clip.language ?? undefined}
      rows={1}
      readOnly={readOnly}
      spellcheck={false}
      value={clip.title}
      onInput={(event) => {
        // A headline is one line, whatever is pasted.
        onInput(event.currentTarget.value.replace(/\s*\n\s*/g, ' '));
        grow();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
        event.preventDefault();
        if (!event.ctrlKey && !event.metaKey) event.currentTarget.blur();
      }}
      onBlur={() => {
        // A clip without a headline could not be found again.
        if (clip.title.trim() === '' && !readOnly) onInput(clip.sourceTitle);
      }}
    />
  );
}

function LeadImage({ bytes, kind }: { bytes: ImageBytes | null; kind: Clip['kind'] }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!bytes) return setUrl(null);
    const made = URL.createObjectURL(new Blob([bytes.data], { type: bytes.type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return (
    <div class={styles.image}>
      {url ? (
        <img src={url} alt="" decoding="async" onError={() => setUrl(null)} />
      ) : (
        <Icon name={kind === 'bookmark' ? 'bookmark' : 'newspaper'} size={24} />
      )}
    </div>
  );
}

/** Outlet, author, date, length, images. */
function Facts({ clip }: { clip: Clip | null }) {
  if (!clip) return <p class={styles.facts} />;
  const facts = [
    { key: 'outlet', text: clip.siteName ?? hostOf(clip.url), look: styles.outlet },
    { key: 'author', text: clip.byline ?? '', look: styles.author },
    {
      key: 'date',
      text: clip.publishedAt ? formatDate(clip.publishedAt) : '',
      title: clip.publishedAt ? formatMoment(clip.publishedAt) : undefined,
    },
    { key: 'length', text: formatLength(clip.length, clip.language) },
    { key: 'images', text: clip.imageCount > 0 ? tn('common_images', clip.imageCount) : '' },
  ].filter((fact) => fact.text !== '');
  return (
    <p class={styles.facts}>
      {facts.map((fact) => (
        <span key={fact.key} class={fact.look} title={fact.title ?? fact.text}>
          <span>{fact.text}</span>
        </span>
      ))}
      {clip.capture.state === 'pending' && <Spinner label={t('popup_reading')} />}
    </p>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '';
}
