/** Accessibility checks of views in a real browser, in both themes. */
import axe from 'axe-core';
import { partOfPage } from '../axe-options';

/** What axe finds in `scope`, one line each; empty when nothing is wrong. */
export async function findViolations(scope: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(scope, {
    ...partOfPage,
    // A frame is a page of its own and judged where it is made; asking one that is being replaced may never end.
    iframes: false,
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any.map(({ message }) => message).join('; ')}`),
  );
}

/** Runs `look` with each theme in place. */
export async function inBothThemes(look: (theme: 'light' | 'dark') => Promise<void>): Promise<void> {
  const root = document.documentElement;
  for (const theme of ['light', 'dark'] as const) {
    root.dataset.theme = theme;
    // Colours on their way, from one theme to the other or into view, are nobody's contrast. Finished at once: a fade
    // that a hidden or replaced element holds would never end by itself.
    for (const fade of document.getAnimations().filter(hasEnd)) fade.finish();
    await look(theme);
  }
  delete root.dataset.theme;
}

/** Whether an animation has an end; spinners have none. */
function hasEnd(animation: Animation): boolean {
  return Number.isFinite(animation.effect?.getComputedTiming().endTime);
}
