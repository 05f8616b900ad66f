/** What differs between two versions of a post, in words. */
import type { Post } from '../../lib/model/post';
import { formatMomentIn, interfaceLanguage, type MessageKey, t } from '../../lib/state/i18n';
import type { PostChange, PostField, ReceivedPost } from '../../lib/state/open-bundle';
import { partText } from '../../lib/state/part-text';
import { languageOptions } from '../../lib/state/post-facts';
import { partLabels } from '../compose/part-words';
import { statusWords } from '../compose/status-words';

const fieldNames: Record<PostField, MessageKey> = {
  title: 'compose_headline',
  standfirst: 'compose_standfirst',
  address: 'compose_canonical',
  language: 'compose_language',
  author: 'compose_author',
  tags: 'compose_tags',
  notBefore: 'compose_embargo',
  notices: 'bundle_field_notices',
  status: 'bundle_field_status',
};

const by: Record<PostChange['by'], MessageKey> = {
  mine: 'bundle_by_mine',
  theirs: 'bundle_by_theirs',
  both: 'bundle_by_both',
};

export const changedByWords = (change: PostChange): string => t(by[change.by]);

/** What it is called, and what each side has there: null where it has nothing of the kind. */
export function changeWords(
  change: PostChange,
  { mine, theirs, clipTitles }: ReceivedPost,
): { name: string; mine: string | null; theirs: string | null } {
  const sides = (of: (post: Post) => string) => ({ mine: mine && of(mine), theirs: of(theirs) });
  switch (change.what) {
    case 'field':
      return { name: t(fieldNames[change.field]), ...sides((post) => fieldText(change.field, post)) };
    case 'order':
      return {
        name: t('bundle_order'),
        ...sides((post) => post.blocks.map((block, i) => `${i + 1}. ${glance(block, clipTitles)}`).join('\n')),
      };
    case 'block': {
      const kind = (change.mine ?? change.theirs)?.kind ?? 'commentary';
      const text = (block: Post['blocks'][number] | null) => block && partText(block, clipTitles);
      return { name: t(partLabels[kind]), mine: text(change.mine), theirs: text(change.theirs) };
    }
  }
}

function fieldText(field: PostField, post: Post): string {
  switch (field) {
    case 'title':
    case 'standfirst':
    case 'author':
      return post[field];
    case 'address':
      return [post.slug, post.canonicalUrl].filter(Boolean).join('\n');
    case 'language':
      return (
        languageOptions(interfaceLanguage.value, post.language).find(({ value }) => value === post.language)?.label ??
        ''
      );
    case 'tags':
      return post.tags.join('\n');
    case 'notBefore':
      return post.notBefore ? formatMomentIn(post.notBefore.zone, post.notBefore.at) : '';
    case 'notices':
      return (post.notices ?? []).map(({ text }) => text).join('\n');
    case 'status':
      return [t(statusWords[post.status]), post.steps?.at(-1)?.by, post.steps?.at(-1)?.note]
        .filter(Boolean)
        .join(' · ');
  }
}

function glance(block: Post['blocks'][number], clipTitles: ReceivedPost['clipTitles']): string {
  const [first = ''] = partText(block, clipTitles).split('\n');
  return [t(partLabels[block.kind]), first.slice(0, 60)].filter(Boolean).join(': ');
}
