/** What a post says on the site and here, side by side, with what differs marked: seen before anything is overwritten. */
import type { RemoteText } from '../../lib/model/failure';
import { formatMoment, t } from '../../lib/state/i18n';
import { classes } from '../ui/classes';
import styles from './publish.module.css';

export function Versions({ remote, own }: { remote: RemoteText; own: { title: string; text: string } }) {
  const when = remote.modifiedAt === null ? '' : formatMoment(remote.modifiedAt);
  return (
    <div class={styles.versions}>
      <Version
        label={t('publish_version_theirs')}
        hint={when}
        title={remote.title}
        text={remote.text}
        other={own.text}
      />
      <Version label={t('publish_version_own')} hint="" title={own.title} text={own.text} other={remote.text} />
    </div>
  );
}

function Version(props: { label: string; hint: string; title: string; text: string; other: string }) {
  const { label, hint, title, text, other } = props;
  const known = new Set(paragraphsOf(other).map(squeezed));
  return (
    <section class={styles.version} aria-label={label}>
      <h3>{[label, hint].filter(Boolean).join(' · ')}</h3>
      <p class={styles.name}>{title}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div class={styles.text} tabIndex={0}>
        {paragraphsOf(text).map((paragraph, nth) => (
          <p key={nth} class={classes(!known.has(squeezed(paragraph)) && styles.differs)}>
            {paragraph}
          </p>
        ))}
      </div>
    </section>
  );
}

const paragraphsOf = (text: string): string[] => text.split(/\n{2,}/).filter((paragraph) => paragraph.trim());
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
