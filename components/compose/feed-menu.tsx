/** Saving a feed of the published posts, in the form that the reader's program takes. */
import { feedKinds } from '../../lib/model/feed';
import { describeFailure } from '../../lib/state/failures';
import { saveFeed } from '../../lib/state/feeds';
import { t, tn } from '../../lib/state/i18n';
import { showToast } from '../../lib/state/toasts';
import { Menu } from '../ui/menu';

export function FeedMenu() {
  const items = feedKinds.map(({ kind, name, file }) => ({
    label: name,
    hint: file,
    icon: 'file-down' as const,
    onSelect: async () => {
      const saved = await saveFeed(kind);
      if (saved.ok) showToast({ text: tn('compose_feed_saved', saved.value) });
      else showToast({ text: describeFailure(saved.failure), tone: 'problem' });
    },
  }));
  return (
    <Menu label={t('compose_feed')} showLabel icon="rss" items={[{ heading: t('compose_feed_heading') }, ...items]} />
  );
}
