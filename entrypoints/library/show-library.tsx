/** Starts the library page, which the side panel shows too: the list first, then what nobody waits for. */
import '../../components/ui/base.css';
import { render } from 'preact';
import { ReaderView } from '../../components/library/library-view';
import { Shell } from '../../components/library/shell';
import * as idle from '../../lib/platform/idle';
import { watchProblems } from '../../lib/platform/problem-log';
import { beginReading, readFirstClips } from '../../lib/state/begin-reading';
import { checkAtStart } from '../../lib/state/check';
import { db } from '../../lib/state/db';
import { followRenames } from '../../lib/state/follow-renames';
import { warmFormats } from '../../lib/state/i18n';
import { tellInterrupted } from '../../lib/state/import-log';
import { followWindow } from '../../lib/state/layout';
import { openId } from '../../lib/state/library';
import { followAddress } from '../../lib/state/route';
import { startPage } from '../../lib/state/start-page';
import { followTagColours } from '../../lib/state/tags';
import { attempt } from '../../lib/store/failures';
import { keepReserve } from '../../lib/store/reserve';
import { repairInterrupted } from '../../lib/store/saving';
import { keepIndex } from '../../lib/store/search-keeper';
import { views } from './views';

/** Shows the view that the address names. `panel`: in the side panel. */
export async function showLibrary(panel = false): Promise<void> {
  watchProblems(panel ? 'side panel' : 'library');
  followAddress();
  beginReading();
  if (openId.peek() !== null) void ReaderView.preload();
  followWindow();
  await startPage();
  const read = readFirstClips();
  followTagColours();
  followRenames();
  render(<Shell views={views} panel={panel} />, document.getElementById('root') ?? document.body);
  void idle.rest().then(warmFormats);
  void read.then(idle.rest).then(keepHouse);
}

/** What nobody waits for: the first clips should not have to wait for it either, nor to be painted. */
function keepHouse(): void {
  void ReaderView.preload();
  void attempt(db, () => repairInterrupted(db, Date.now()));
  void attempt(db, tellInterrupted);
  void attempt(db, checkAtStart);
  void attempt(db, () => keepReserve(db));
  keepIndex(db, idle);
}
