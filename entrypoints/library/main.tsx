/** The library page. */
import { showLibrary } from './show-library';

await showLibrary();
