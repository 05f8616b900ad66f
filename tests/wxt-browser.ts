/** What `wxt/browser` is under test: an in-memory implementation of the extension APIs. */
import { fakeBrowser } from 'wxt/testing/fake-browser';

export { fakeBrowser as browser };
