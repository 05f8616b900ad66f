/** What a post says on the site and here, side by side, with the words that differ marked: seen before anything is overwritten. */
import type { RemoteText } from '../../lib/model/failure';
import { formatDate, t } from '../../lib/state/i18n';
import { compareWords } from '../../lib/state/publish-facts';
import styles from './publish.module.css';

type Pieces = ReturnType<typeof compareWords>;
type Told = { title: string; text: string };

export function Versions({ remote, own, language }: { remote: RemoteText; own: Told; language: string }) {
  const when = remote.modifiedAt === null ? '' : formatDate(remote.modifiedAt);
  const side = (of: 'mine' | 'theirs') => {
    const seen = (key: keyof Told) =>
      compareWords(own[key], remote[key], language).filter((piece) => piece.in === 'both' || piece.in === of);
    return { title: seen('title'), text: seen('text'), language };
  };
  return (
    <div class={styles.versions}>
      <Version label={t('publish_version_theirs')} hint={when} {...side('theirs')} />
      <Version label={t('publish_version_own')} hint="" {...side('mine')} />
    </div>
  );
}

type VersionProps = { label: string; hint: string; title: Pieces; text: Pieces; language: string };

function Version({ label, hint, title, text, language }: VersionProps) {
  return (
    <section class={styles.version} aria-label={label}>
      <h3>{[label, hint].filter(Boolean).join(' · ')}</h3>
      <p class={styles.name} lang={language}>
        <Words pieces={title} />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div class={styles.text} tabIndex={0} lang={language}>
        <Words pieces={text} />
      </div>
    </section>
  );
}

function Words({ pieces }: { pieces: Pieces }) {
  return <>{pieces.map((piece, nth) => (piece.in === 'both' ? piece.text : <mark key={nth}>{piece.text}</mark>))}</>;
}
