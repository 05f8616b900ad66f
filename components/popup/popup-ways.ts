/** The ways out of the popup. */

/** Where the popup leads; opening any of them closes it. */
export type PopupWays = {
  makePost: () => void;
  openClip: () => void;
  openLibrary: () => void;
  openSettings: () => void;
  /** Null where there is no panel. */
  openPanel: (() => void) | null;
  copyLink: () => void;
};
