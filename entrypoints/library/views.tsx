/** The views of the library page and the side panel whose code is read when they are opened. */
import { lazyView } from '../../components/library/lazy-view';

export const views = {
  Compose: lazyView(async () => (await import('../../components/compose/compose-view')).ComposeView),
  Posts: lazyView(async () => (await import('../../components/compose/posts-view')).PostsView),
  Import: lazyView(async () => {
    const [{ ImportView }, { readKept }] = await Promise.all([
      import('../../components/exchange/import-view'),
      import('../../lib/extract/read-kept'),
    ]);
    return () => <ImportView readKept={readKept} />;
  }),
  Tags: lazyView(async () => (await import('../../components/tags/tags-view')).TagsView),
  Templates: lazyView(async () => (await import('../../components/templates/templates-view')).TemplatesView),
  Statistics: lazyView(async () => (await import('../../components/statistics/statistics-view')).StatisticsView),
  Settings: lazyView(async () => (await import('../../components/settings/settings-view')).SettingsView),
};
