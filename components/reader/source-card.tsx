/** Where a clip is from and how it came here: outlet, author, dates, link, capture, and what is doubtful about it. */
import type { Clip } from '../../lib/model/clip';
import { siteOf } from '../../lib/model/url';
import { describeWarning } from '../../lib/state/failures';
import { formatDate, formatDay, formatLength, formatMoment, interfaceLanguage, t, tn } from '../../lib/state/i18n';
import { Icon } from '../ui/icon';
import { ReadingReport } from './reading-report';
import styles from './source-card.module.css';

export function SourceCard({ clip }: { clip: Clip }) {
  return (
    <aside class={styles.card} aria-label={t('reader_source')} lang={interfaceLanguage.value}>
      <p class={styles.line}>
        <span class={styles.outlet} lang={clip.language ?? undefined}>
          {clip.siteName ?? siteOf(clip.url)}
        </span>
        {clip.byline && <span lang={clip.language ?? undefined}>{clip.byline}</span>}
        {clip.publishedAt && (
          <time dateTime={clip.publishedAt} title={formatMoment(clip.publishedAt)}>
            {formatDay(clip.publishedAt)}
          </time>
        )}
      </p>
      <PageFactsLine clip={clip} />
      <a class={styles.link} href={clip.url} target="_blank" rel="noopener noreferrer">
        <Icon name="external-link" />
        <span>{readable(clip.url)}</span>
      </a>
      <p class={styles.line}>
        <span title={formatMoment(clip.clippedAt)}>{t('reader_clipped', formatDate(clip.clippedAt))}</span>
        {clip.textUpdatedAt !== null && <span>{t('reader_text_updated', formatDate(clip.textUpdatedAt))}</span>}
        <span>{t(`reader_kind_${clip.kind}`)}</span>
        {clip.length.characters > 0 && <span>{formatLength(clip.length, clip.language)}</span>}
        {clip.imageCount > 0 && <span>{tn('reader_images', clip.imageCount)}</span>}
      </p>
      {clip.capture.state === 'pending' && (
        <p class={styles.doubt}>
          <Icon name="loader-circle" />
          {t('reader_pending')}
        </p>
      )}
      {clip.capture.warnings.map((warning) => (
        <p key={warning} class={styles.doubt}>
          <Icon name="triangle-alert" />
          {describeWarning(warning)}
        </p>
      ))}
      <ReadingReport clip={clip} />
    </aside>
  );
}

/** What the page says of itself beside that: when it was changed, its section, its licence. */
function PageFactsLine({ clip: { facts, publishedAt, language } }: { clip: Clip }) {
  if (!facts) return null;
  const { modifiedAt, section, licence } = facts;
  return (
    <p class={`${styles.line} ${styles.quiet}`}>
      {modifiedAt && modifiedAt !== publishedAt && (
        <span title={formatMoment(modifiedAt)}>{t('reader_modified', formatDay(modifiedAt))}</span>
      )}
      {section && <span lang={language ?? undefined}>{section}</span>}
      {licence && (
        <span>
          {/^https?:\/\//u.test(licence) ? (
            <a href={licence} target="_blank" rel="noopener noreferrer" title={licence}>
              {t('reader_licence', nameLicence(licence))}
            </a>
          ) : (
            t('reader_licence', licence)
          )}
        </span>
      )}
    </p>
  );
}

/** `CC BY-SA 4.0` for the addresses of Creative Commons (https://creativecommons.org/licenses/), else the host. */
function nameLicence(address: string): string {
  const [, kind, version] = /creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/u.exec(address) ?? [];
  if (kind && version) return `CC ${kind.toUpperCase()} ${version}`;
  return /creativecommons\.org\/publicdomain\/zero/u.test(address) ? 'CC0' : siteOf(address);
}

/** An address as people read it: without the scheme, and with its characters instead of percent signs. */
function readable(url: string): string {
  const bare = url.replace(/^https?:\/\/(www\.)?/u, '').replace(/\/$/u, '');
  try {
    return decodeURI(bare);
  } catch {
    return bare; // not valid UTF-8: shown as it is
  }
}
