/** The side panel (Chromium) and sidebar (Firefox): the library where there is room for one pane. */
import { showLibrary } from '../library/show-library';

await showLibrary(true);
