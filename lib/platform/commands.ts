/** Keyboard commands, and whether the browser has really given them their keys. */
import { browser } from 'wxt/browser';
import { type OpenTab, openTab } from './tabs';

export type CommandName = '_execute_action' | 'clip-page' | 'highlight-page';

/** Each command with its keys as the browser writes them; empty when another extension or the system has them. */
export async function assignedCommands(): Promise<{ name: CommandName; shortcut: string }[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name, shortcut }) => ({ name: name as CommandName, shortcut: shortcut ?? '' }));
}

/** Calls `run` for a command that opens no popup, with the tab it was given in. To be called while the worker starts. */
export function onCommand(run: (name: CommandName, tab: OpenTab | null) => void): void {
  browser.commands.onCommand.addListener((name, tab) => run(name as CommandName, tab ? openTab(tab) : null));
}
