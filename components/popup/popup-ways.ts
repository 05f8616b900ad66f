/** The ways out of the popup. */

import type { ClipId } from '../../lib/model/ids';

/** Where the popup leads; opening any of them closes it. */
export type PopupWays = {
  makePost: () => void;
  openClip: () => void;
  /** Another clip than the one just saved. */
  openOther: (id: ClipId) => void;
  openLibrary: () => void;
  openSettings: () => void;
  /** Null where there is no panel. */
  openPanel: (() => void) | null;
  copyLink: () => void;
};
