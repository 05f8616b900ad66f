/** The frame of the library page and of the side panel: where one can go, and the view one is in. */
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ClipId, PostId } from '../../lib/model/ids';
import type { TemplateId } from '../../lib/model/template';
import { databaseFailure } from '../../lib/state/db';
import { describeFailure } from '../../lib/state/failures';
import { t } from '../../lib/state/i18n';
import { clips, filter, openId } from '../../lib/state/library';
import { startPost } from '../../lib/state/posts';
import { go, hrefOf, type Route, route } from '../../lib/state/route';
import { nameOfPlace } from '../../lib/state/search-names';
import { DropTarget } from '../exchange/drop-target';
import { ExportDialog } from '../exchange/export-dialog';
import { ImportLink } from '../exchange/import-link';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { Spinner } from '../ui/spinner';
import { Toasts } from '../ui/toasts';
import { BackupReminder } from './backup-reminder';
import { LibraryView } from './library-view';
import styles from './shell.module.css';

/** Views that other parts own; given, so that the page decides when their code is read. */
export type Views = {
  Compose: ComponentType<{ id: PostId }>;
  Posts: ComponentType<object>;
  Settings: ComponentType<object>;
  Import: ComponentType<object>;
  Tags: ComponentType<object>;
  Templates: ComponentType<{ id?: TemplateId }>;
  Statistics: ComponentType<object>;
};

/** `panel`: in the side panel, where a link leads to the same view in a tab. */
export function Shell({ views, panel = false }: { views: Views; panel?: boolean }) {
  const failure = databaseFailure.value;
  useTitle();
  return (
    <div class={styles.shell}>
      <Header panel={panel} />
      <BackupReminder />
      <div class={styles.view}>
        {failure ? (
          <EmptyState
            icon="triangle-alert"
            title={describeFailure(failure)}
            actions={<Button onClick={() => location.reload()}>{t('library_reload')}</Button>}
          />
        ) : (
          <CurrentView views={views} />
        )}
      </div>
      <DropTarget />
      <ExportDialog />
      <Toasts />
    </div>
  );
}

function CurrentView({ views }: { views: Views }) {
  const now = route.value;
  switch (now.view) {
    case 'posts':
      return <views.Posts />;
    case 'post':
      return <views.Compose key={now.id} id={now.id} />;
    case 'new-post':
      return <NewPost clips={now.clips} template={now.template} />;
    case 'templates':
      return <views.Templates {...(now.id ? { id: now.id } : {})} />;
    case 'import':
      return <views.Import />;
    case 'tags':
      return <views.Tags />;
    case 'statistics':
      return <views.Statistics />;
    case 'settings':
      return <views.Settings />;
    default:
      return <LibraryView />;
  }
}

/** Makes the post, then goes to it: an address for a new post makes one post, also when one comes back to it. */
function NewPost({ clips, template }: { clips: readonly ClipId[]; template: TemplateId | '' | undefined }) {
  useEffect(() => {
    void startPost(clips, template).then((id) => go({ view: 'post', id }, { replace: true }));
  }, [clips, template]);
  return <Spinner label={t('library_loading')} />;
}

/** What the browser's tab and history say. */
function useTitle(): void {
  const { view } = route.value;
  const open = view === 'clip' ? clips.value.find((clip) => clip.id === openId.value)?.title : undefined;
  const name = open ?? (view === 'clips' || view === 'clip' ? nameOfPlace(filter.value.place) : nameOfView(view));
  useEffect(() => {
    document.title = `${name} · ${t('extension_name')}`;
  }, [name]);
}

function nameOfView(view: Exclude<Route['view'], 'clips' | 'clip'>): string {
  const names = {
    import: 'import_title',
    settings: 'common_settings',
    tags: 'tags_title',
    templates: 'template_title',
    statistics: 'common_statistics',
  } as const;
  return t(view in names ? names[view as keyof typeof names] : 'common_posts');
}

function Header({ panel }: { panel: boolean }) {
  return (
    <header class={styles.header}>
      <a class={styles.brand} href={hrefOf({ view: 'clips' })} aria-label={t('extension_name')}>
        <Icon name="newspaper" size={20} />
        <span>{t('extension_name')}</span>
      </a>
      <nav class={styles.nav} aria-label={t('library_main_nav')}>
        <NavLink to={{ view: 'clips' }} icon="bookmark" label={t('common_clips')} here={['clips', 'clip']} />
        <NavLink
          to={{ view: 'posts' }}
          icon="file-text"
          label={t('common_posts')}
          here={['posts', 'post', 'new-post', 'templates']}
        />
        <NavLink to={{ view: 'tags' }} icon="tag" label={t('tags_title')} here={['tags']} />
        <NavLink to={{ view: 'statistics' }} icon="chart-column" label={t('common_statistics')} here={['statistics']} />
        <NavLink to={{ view: 'settings' }} icon="settings" label={t('common_settings')} here={['settings']} />
      </nav>
      <ImportLink />
      {panel && (
        <a
          class={styles.tab}
          href={`library.html${hrefOf(route.value)}`}
          target="_blank"
          title={t('library_open_in_tab')}
          rel="noopener"
        >
          <Icon name="external-link" />
          <span class={styles.said}>{t('library_open_in_tab')}</span>
        </a>
      )}
    </header>
  );
}

type LinkProps = { to: Route; icon: IconName; label: string; here: readonly Route['view'][] };

function NavLink({ to, icon, label, here }: LinkProps) {
  return (
    <a
      class={styles.link}
      href={hrefOf(to)}
      title={label}
      aria-current={here.includes(route.value.view) ? 'page' : undefined}
    >
      <Icon name={icon} />
      <span>{label}</span>
    </a>
  );
}
