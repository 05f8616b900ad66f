/** What each keyboard command does. */
import { clipTab } from '../../lib/capture/capture';
import type { CapturePorts } from '../../lib/capture/ports';
import { newId } from '../../lib/model/ids';
import type { CommandName } from '../../lib/platform/commands';
import { activeTab, type OpenTab } from '../../lib/platform/tabs';
import type { Database } from '../../lib/store/database';
import { clipAndTell } from './feedback';
import { highlightAndTell } from './highlighter';

/** In the tab it was given in or else the one in front. */
export async function runCommand(
  db: Database,
  ports: CapturePorts,
  name: CommandName,
  given: OpenTab | null,
): Promise<void> {
  const tab = given ?? (await activeTab());
  if (tab && name === 'clip-page') await clipAndTell(db, tab, 'page', () => clipTab(ports, tab, newId()));
  if (tab && name === 'highlight-page') await highlightAndTell(tab, 'start');
}
