/** Browsers give a popup 600 px and no more: where letters are twice as large, it holds less. */

/** Whether a person reads text at more than one and a half times its usual size. */
export function hasLargeText(): boolean {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) > 24;
}
