/** The background: registers every listener at once and keeps nothing, because the browser stops it at will. */
import { defineBackground } from 'wxt/utils/define-background';
import { onCommand } from '../../lib/platform/commands';
import { onMenu } from '../../lib/platform/context-menus';
import * as idle from '../../lib/platform/idle';
import { onBrowserStart, onInstalled } from '../../lib/platform/lifecycle';
import { answerRequests } from '../../lib/platform/messages';
import { answerPicker } from '../../lib/platform/picking';
import { watchProblems } from '../../lib/platform/problem-log';
import { loadSettings, watchSettings } from '../../lib/platform/settings-storage';
import { watchVisits } from '../../lib/platform/visits';
import { purgeDeleted } from '../../lib/store/clips';
import { openDatabase } from '../../lib/store/database';
import { attempt } from '../../lib/store/failures';
import { repairInterrupted } from '../../lib/store/saving';
import { keepIndex } from '../../lib/store/search-keeper';
import { createBacklog } from './backlog';
import { backUp } from './backup';
import { backupHandlers } from './backup-handlers';
import { runCommand } from './commands';
import { answerHighlights } from './highlight-answers';
import { runEntry, wordMenus } from './menus';
import { answerKeyword } from './omnibox';
import { answerChoice } from './picker';
import { createPorts } from './ports';
import { createHandlers } from './requests';

/** How long a deleted clip can be brought back, in milliseconds. */
const keptAfterDelete = 30 * 24 * 60 * 60 * 1000;

export default defineBackground(() => {
  watchProblems('background');
  const db = openDatabase();
  const backlog = createBacklog(db);
  const ports = createPorts(db, () => void backlog.compareTexts());

  const { seen, requests } = answerHighlights(db, ports);
  answerRequests({ ...createHandlers({ db, ports, backlog, seen }), ...backupHandlers(db), ...requests });
  answerKeyword(db);
  answerPicker((question) => answerChoice(db, ports, question));
  onMenu((entry, target) => void runEntry(db, ports, entry, target));
  onCommand((name, tab) => void runCommand(db, ports, name, tab));
  onInstalled(() => void wordMenus());
  // Browsers forget such scripts when the extension is updated.
  onInstalled(() => void loadSettings().then((settings) => watchVisits(settings.paintVisits)));
  watchSettings((settings) => {
    void wordMenus();
    void watchVisits(settings.paintVisits);
  });
  onBrowserStart(() => void attempt(db, () => purgeDeleted(db, Date.now() - keptAfterDelete)));

  // What an earlier life of this worker could not finish. Nobody waits for it.
  void attempt(db, () => repairInterrupted(db, Date.now()));
  void backlog.changeTags();
  void backlog.compareTexts();
  keepIndex(db, idle);
  // Whatever wakes the worker may have changed the library: no alarm is needed for a copy that is due.
  setTimeout(() => void backUp(db), 10_000);
});
