/** After a page's text is stored: a second look at the page, whose text takes its place where it is clearly better. */
import type { CaptureWarning, Clip, ClipDraft } from '../model/clip';
import type { SecondLook } from '../model/page-reading';
import { measureText } from '../model/text-length';
import type { CapturePorts, Tab } from './ports';

const doubts: readonly CaptureWarning[] = ['empty', 'short', 'incomplete', 'unsure'];
/** What another text would only get around. */
const walls: readonly CaptureWarning[] = ['paywall', 'login', 'pdf', 'media'];

/**
 * Looks at the page in `tab` once more for the clip that was just made of it. What comes of it is an update like any
 * other: the text from before can be brought back. Nothing is changed when the clip is not as it was by then, and
 * nothing is done for what a person or a site's rule has chosen.
 */
export async function lookAgain(ports: CapturePorts, tab: Tab, clip: Clip | null): Promise<void> {
  const isOfReader = clip?.capture.engine === 'readability' || clip?.capture.warnings.includes('empty');
  if (!clip || !isOfReader || clip.capture.warnings.some((warning) => walls.includes(warning))) return;
  const draft = await ports.store.draft(clip.id);
  if (!draft) return;
  const isDoubtful = draft.warnings.some((warning) => doubts.includes(warning));
  const look = await ports.page.lookAgain(tab, { html: draft.html, isDoubtful });
  const now = look && (await ports.store.get(clip.id));
  if (!look || !now || now.textUpdatedAt !== clip.textUpdatedAt || now.capture.engine !== clip.capture.engine) return;
  await ports.store.update(clip.id, withLook(draft, look));
}

function withLook(draft: ClipDraft, { html, text, images, pass, isSure }: SecondLook): ClipDraft {
  const warnings = pass === 'second-opinion' ? draft.warnings.filter((it) => !doubts.includes(it)) : draft.warnings;
  return {
    ...draft,
    kind: 'article',
    engine: 'readability',
    html,
    text,
    images,
    leadImage: images.some(({ url }) => url === draft.leadImage) ? draft.leadImage : (images[0]?.url ?? null),
    length: measureText(text),
    passes: [...draft.passes, pass],
    warnings: isSure ? warnings : [...warnings, 'unsure'],
  };
}
