/** When the extension was installed or updated, and when the browser started. */
import { browser } from 'wxt/browser';

/** Calls `run` once after install, update, and update of the browser. To be called while the worker starts. */
export function onInstalled(run: () => void): void {
  browser.runtime.onInstalled.addListener(run);
}

/** Calls `run` when the browser starts. To be called while the worker starts. */
export function onBrowserStart(run: () => void): void {
  browser.runtime.onStartup.addListener(run);
}
