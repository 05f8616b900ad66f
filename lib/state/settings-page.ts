/** What the settings view shows beyond the settings themselves: keys as they are really assigned, and storage. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Settings } from '../model/settings';
import { assignedCommands } from '../platform/commands';
import { requestEverySite } from '../platform/permissions';
import { askToPersist, isNearlyFull, readStorageUse, type StorageUse } from '../platform/storage-use';
import { changeSettings } from './settings';

export type AssignedCommand = Awaited<ReturnType<typeof assignedCommands>>[number];

const commands = signal<readonly AssignedCommand[] | null>(null);
const use = signal<StorageUse | null>(null);
const saved = signal<'nothing' | 'saved' | 'failed'>('nothing');

/** Null until they are read. */
export const shortcuts: ReadonlySignal<readonly AssignedCommand[] | null> = commands;
/** True when there is soon no room left. */
export const storageNearlyFull = computed(() => use.value !== null && isNearlyFull(use.value));
export const storageUse: ReadonlySignal<StorageUse | null> = use;
/** What became of the latest change; `saved` is shown for a moment. */
export const saveState: ReadonlySignal<'nothing' | 'saved' | 'failed'> = saved;

/** Reads keys and storage again: they change outside this page. */
export async function refreshSettingsPage(): Promise<void> {
  [commands.value, use.value] = await Promise.all([assignedCommands(), readStorageUse()]);
}

/** Reads what the library takes on the disk again. */
export async function readUse(): Promise<void> {
  use.value = await readStorageUse();
}

/** True when the browser promised to keep the library. */
export async function keepLibrary(): Promise<boolean> {
  const kept = await askToPersist();
  await readUse();
  return kept;
}

let timer: ReturnType<typeof setTimeout> | undefined;
const shownFor = 2500;

/** Changes settings and says that they are saved, or that they are not. */
export async function saveSettings(patch: Partial<Settings>): Promise<void> {
  clearTimeout(timer);
  try {
    await changeSettings(patch);
    saved.value = 'saved';
    timer = setTimeout(() => {
      saved.value = 'nothing';
    }, shownFor);
  } catch {
    saved.value = 'failed'; // shown with the setting on screen, which the next change stores again
  }
}

/**
 * Asks for highlights to be painted at every visit, or no longer; false when the person refused the access it needs. Call
 * it in the click itself. The background does what the setting says: this page may be closed by then.
 */
export async function paintVisits(wanted: boolean): Promise<boolean> {
  const isAllowed = !wanted || (await requestEverySite());
  if (isAllowed) await saveSettings({ paintVisits: wanted });
  return isAllowed;
}

/** Where the browser lets people set an extension's keys. */
export const shortcutsAddress = /Firefox\//.test(navigator.userAgent)
  ? 'about:addons'
  : 'chrome://extensions/shortcuts';
