/** A WordPress for a file of tests, behind a line that can be cut. */
import { startWordPress, type WordPressSite } from '../../scripts/lib/wordpress/start-wordpress.mjs';
import { startProxy } from './proxy.mjs';

export type TestSite = WordPressSite & { proxy: Awaited<ReturnType<typeof startProxy>>; close(): Promise<void> };

/** The site, or the sentence that says why this machine cannot have one. */
export async function openSite(): Promise<TestSite | string> {
  let port = 0;
  const proxy = await startProxy(() => ({ hostname: '127.0.0.1', port }));
  try {
    const site = await startWordPress({ address: proxy.url, onPort: (given) => (port = given) });
    return {
      ...site,
      proxy,
      close: async () => {
        site.stop();
        await proxy.close();
      },
    };
  } catch (error) {
    await proxy.close();
    if (process.env.REQUIRE_WORDPRESS) throw error;
    return error instanceof Error ? error.message : String(error);
  }
}
