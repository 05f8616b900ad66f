/** All posts: drafts and exported ones, with what they are made of and where they went. */
import type { PostId } from '../../lib/model/ids';
import { isPublic, type PostStatus } from '../../lib/model/post-status';
import { published } from '../../lib/state/check-all';
import { formatDate, formatMoment, t } from '../../lib/state/i18n';
import { duplicatePost, type ListedPost, posts, removePost, startPost } from '../../lib/state/posts';
import { go, hrefOf } from '../../lib/state/route';
import { CheckAllButton, CheckAllResult } from '../publish/check-all';
import { checkWords } from '../publish/words';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Menu } from '../ui/menu';
import { Spinner } from '../ui/spinner';
import { BundleLink } from './bundle-link';
import { FeedMenu } from './feed-menu';
import styles from './posts-view.module.css';
import { receiptWords } from './receipt-words';
import { statusWords } from './status-words';

export function PostsView() {
  const all = posts.value;
  if (!all) return <Spinner />;
  const newPost = () => void startPost([]).then(open);
  const isOut = ({ post }: ListedPost) => isPublic(post.status) || post.status === 'retracted';
  const drafts = all.filter((one) => !isOut(one));
  const exported = all.filter(isOut);
  return (
    <main class={styles.view}>
      <header class={styles.head}>
        <h1 class={styles.title}>{t('compose_posts_title')}</h1>
        {all.some(({ post }) => isPublic(post.status)) && <FeedMenu />}
        <CheckAllButton />
        {all.length > 0 && <BundleLink />}
        <Button icon="blocks" href={hrefOf({ view: 'templates' })}>
          {t('template_title')}
        </Button>
        {all.length > 0 && (
          <Button variant="primary" icon="plus" onClick={newPost}>
            {t('compose_posts_new')}
          </Button>
        )}
      </header>
      <CheckAllResult />
      {all.length === 0 && (
        <EmptyState
          icon="file-text"
          title={t('compose_posts_empty_title')}
          actions={
            <>
              <Button href={hrefOf({ view: 'clips' })}>{t('compose_posts_open_library')}</Button>
              <BundleLink />
              <Button variant="primary" icon="plus" onClick={newPost}>
                {t('compose_posts_new')}
              </Button>
            </>
          }
        >
          {t('compose_posts_empty')}
        </EmptyState>
      )}
      <PostList label={t('compose_posts_drafts')} posts={drafts} />
      <PostList label={t('compose_posts_exported')} posts={exported} />
    </main>
  );
}

/** States that the headings of the lists say. */
const usual: ReadonlySet<PostStatus> = new Set(['draft', 'published']);

function open(id: PostId): void {
  go({ view: 'post', id });
}

function PostList({ label, posts: listed }: { label: string; posts: readonly ListedPost[] }) {
  if (listed.length === 0) return null;
  return (
    <section class={styles.section}>
      <h2 class={styles.label}>{label}</h2>
      <ul class={styles.list}>
        {listed.map((one) => (
          <li key={one.post.id}>
            <PostRow {...one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PostRow({ post, clipTitles }: ListedPost) {
  const title = post.title || t('compose_untitled');
  const latest = post.receipts.at(-1);
  const there = (published.value ?? []).filter(({ postId }) => postId === post.id);
  const doubts = [...new Set(there.flatMap((publication) => checkWords(publication) ?? []))];
  return (
    <article class={styles.row}>
      <div class={styles.words}>
        <h3 class={styles.headline} lang={post.language}>
          <a href={hrefOf({ view: 'post', id: post.id })} title={title.length > 120 ? title : undefined}>
            {title}
          </a>
        </h3>
        <p class={styles.clips}>
          {clipTitles.length > 0 ? t('compose_posts_clips', clipTitles.join(' · ')) : t('compose_posts_no_clips')}
        </p>
        <p class={styles.facts}>
          {!usual.has(post.status) && <span>{t(statusWords[post.status])}</span>}
          <time dateTime={new Date(post.updatedAt).toISOString()} title={formatMoment(post.updatedAt)}>
            {t('compose_posts_updated', formatDate(post.updatedAt))}
          </time>
          {latest && <span>{receiptWords(latest)}</span>}
          {doubts.map((words) => (
            <span key={words} class={styles.doubt}>
              {words}
            </span>
          ))}
        </p>
      </div>
      <Menu
        label={t('compose_posts_actions', title)}
        items={[
          { label: t('compose_open'), icon: 'pen-line', onSelect: () => open(post.id) },
          { label: t('compose_duplicate'), icon: 'copy', onSelect: () => void duplicatePost(post).then(open) },
          'separator',
          { label: t('compose_delete'), icon: 'trash-2', danger: true, onSelect: () => void removePost(post.id) },
        ]}
      />
    </article>
  );
}
