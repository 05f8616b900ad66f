/** Wires the popup: the clip that is on its way, the view, and the database once the view is painted. */
import { render } from 'preact';
import { PopupView } from '../../components/popup/popup-view';
import '../../components/ui/base.css';
import './page.css';
import { createFirstClip } from '../../lib/platform/first-clip';
import { request } from '../../lib/platform/messages';
import { createPanelOpener, openLibrary } from '../../lib/platform/pages';
import { watchProblems } from '../../lib/platform/problem-log';
import { createPopup } from '../../lib/state/popup';
import { startPage } from '../../lib/state/start-page';

watchProblems('popup');

/** Asked for only when something is painted: Dexie and the store are most of the popup's code. */
const library = () => import('../../lib/state/popup-library');

const popup = createPopup({
  ...createFirstClip(),
  request,
  leave: () => window.close(),
  follow: (id, onChange) => void library().then(({ followClip }) => followClip(id, onChange)),
});
const answered = popup.start();

/** Opening another view closes the popup; every edit is on its way by then. */
const leaveFor = (go: () => Promise<unknown>) => () => void go().then(() => window.close());
const openPanel = createPanelOpener();
const id = () => popup.clip.peek()?.id;

await startPage();
render(
  <PopupView
    popup={popup}
    suggest={async (typed) => (await library()).suggestFromLibrary(typed)}
    ways={{
      makePost: leaveFor(() => openLibrary(`#/post/new?clips=${id()}`)),
      openClip: leaveFor(() => openLibrary(`#/clip/${id()}`)),
      openOther: (other) => void openLibrary(`#/clip/${other}`).then(() => window.close()),
      openLibrary: leaveFor(() => openLibrary('#/clips')),
      openSettings: leaveFor(() => openLibrary('#/settings')),
      openPanel: openPanel && leaveFor(openPanel),
      copyLink: () => void navigator.clipboard.writeText(popup.clip.peek()?.url ?? ''),
    }}
  />,
  document.getElementById('view') ?? document.body,
);
void library().then(({ loadTagColours }) => loadTagColours());
await answered;
