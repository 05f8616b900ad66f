/** Which view the library page shows, as its address says: `library.html#/clip/<id>?in=inbox&tag=leather`. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ClipId, PostId } from '../model/ids';
import type { TemplateId } from '../model/template';
import { type ListFilter, readFilter, writeFilter } from './list-filter';

export type Route =
  | { view: 'clips'; filter?: ListFilter }
  | { view: 'clip'; id: ClipId; filter?: ListFilter }
  | { view: 'posts' }
  | { view: 'post'; id: PostId }
  | { view: 'new-post'; clips: ClipId[]; template?: TemplateId | '' }
  | { view: 'templates'; id?: TemplateId }
  | { view: 'import' }
  | { view: 'tags' }
  | { view: 'statistics' }
  | { view: 'settings' };

const idPattern = /^[0-9a-z]{1,64}$/;

/** The route in a location's hash; anything unknown is the list of clips, so that an old link still opens something. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const parameters = new URLSearchParams(query);
  const [, view, id = ''] = path.split('/');
  switch (view) {
    case 'clip':
      return idPattern.test(id)
        ? { view: 'clip', id: id as ClipId, filter: readFilter(parameters, 'all') }
        : { view: 'clips', filter: readFilter(parameters, 'inbox') };
    case 'posts':
      return { view: 'posts' };
    case 'post':
      if (id === 'new') return newPost(parameters);
      return idPattern.test(id) ? { view: 'post', id: id as PostId } : { view: 'posts' };
    case 'templates':
      return idPattern.test(id) ? { view, id: id as TemplateId } : { view };
    case 'import':
    case 'tags':
    case 'statistics':
    case 'settings':
      return { view };
    default:
      return { view: 'clips', filter: readFilter(parameters, 'inbox') };
  }
}

/** `template` empty: without one, whatever the settings say. */
function newPost(parameters: URLSearchParams): Route {
  const clips = readIds(parameters.get('clips'));
  const template = parameters.get('template');
  if (template === '') return { view: 'new-post', clips, template };
  return template !== null && idPattern.test(template)
    ? { view: 'new-post', clips, template: template as TemplateId }
    : { view: 'new-post', clips };
}

function readIds(list: string | null): ClipId[] {
  return (list ?? '').split(',').filter((id): id is ClipId => idPattern.test(id));
}

/** The address of a route within the library page; `parseRoute` reads it back. */
export function hrefOf(to: Route): string {
  switch (to.view) {
    case 'clips':
      return withQuery('#/clips', to.filter ? writeFilter(to.filter, 'inbox') : '');
    case 'clip':
      return withQuery(`#/clip/${to.id}`, to.filter ? writeFilter(to.filter, 'all') : '');
    case 'post':
      return `#/post/${to.id}`;
    case 'new-post':
      return `#/post/new?clips=${to.clips.join(',')}${to.template === undefined ? '' : `&template=${to.template}`}`;
    case 'templates':
      return to.id ? `#/templates/${to.id}` : '#/templates';
    default:
      return `#/${to.view}`;
  }
}

const withQuery = (path: string, query: string): string => (query ? `${path}?${query}` : path);

const current = signal<Route>(parseRoute(globalThis.location?.hash ?? ''));

/** Where the page is. Follows the address once `followAddress` was called. */
export const route: ReadonlySignal<Route> = current;

/** Goes to a route; `replace` keeps the step out of the browser's history (moving from clip to clip in one list). */
export function go(to: Route, options: { replace?: boolean } = {}): void {
  const href = hrefOf(to);
  if (options.replace || href === location.hash) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  current.value = parseRoute(href);
}

/** Keeps `route` in step with the address bar, back and forward. Returns how to stop. */
export function followAddress(): () => void {
  const follow = () => {
    current.value = parseRoute(location.hash);
  };
  follow();
  addEventListener('hashchange', follow);
  addEventListener('popstate', follow);
  return () => {
    removeEventListener('hashchange', follow);
    removeEventListener('popstate', follow);
  };
}
