// @ts-check
/**
 * Everything that is seen of publishing, of templates and of posts in other hands, reached through the real gestures on the
 * built extension and a blog of the tests, and taken as pictures.
 */
import { otherHands } from './other-hands.mjs';
import { publishing } from './post.mjs';
import { connections, templates } from './settings.mjs';
import { idsIn, openStage } from './stage.mjs';

/**
 * @param {import('./stage.mjs').ChromiumDriver} driver with a library that has clips, and access to the blog
 * @param {import('./stage.mjs').BlogSite} blog
 * @param {import('./stage.mjs').Look} look
 * @param {string} folder
 */
export async function takePublishing(driver, blog, look, folder) {
  const stage = await openStage(driver, blog, look, folder);
  const clips = await idsIn(stage, 'clips');
  for (const scene of [connections, templates]) await scene(stage);
  await publishing(stage, clips);
  await otherHands(stage);
  await stage.view.close();
}
