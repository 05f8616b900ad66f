/** Highlights made on a page: kept with the page's clip, which is made first where there is none. */
import type { Annotation, AnnotationId, AnnotationPatch } from '../model/annotation';
import type { Clip } from '../model/clip';
import { type ClipId, newId } from '../model/ids';
import type { PageHighlight } from '../model/requests';
import { fail, ok, type Result } from '../model/result';
import { normaliseUrl } from '../model/url';
import { clipTab } from './capture';
import type { CapturePorts, Tab } from './ports';

/** What highlighting needs besides clipping. */
export type HighlightPorts = {
  capture: CapturePorts;
  annotations: {
    list(clipId: ClipId): Promise<Annotation[]>;
    get(id: AnnotationId): Promise<Annotation | null>;
    put(annotation: Annotation): Promise<void>;
    edit(id: AnnotationId, patch: AnnotationPatch): Promise<void>;
    remove(id: AnnotationId): Promise<void>;
  };
};

/** The highlights of the page in a tab, as far as they are of words; none when it is not in the library. */
export async function listHighlights(ports: HighlightPorts, tab: Tab): Promise<PageHighlight[]> {
  const clip = await clipOfPage(ports, tab);
  return clip ? (await ports.annotations.list(clip.id)).flatMap((one) => asPageHighlight(one) ?? []) : [];
}

/** Keeps a highlight of the page in a tab, which is clipped when it is not in the library. Asked again it changes nothing. */
export async function putHighlight(
  ports: HighlightPorts,
  tab: Tab,
  highlight: PageHighlight,
): Promise<Result<PageHighlight>> {
  const clip = await clipped(ports, tab);
  if (!clip.ok) return clip;
  const clipId = clip.value.id;
  const known = await ports.annotations.get(highlight.id);
  // A page names its highlights itself: it must not take another clip's by its name.
  if (known && known.clipId !== clipId) return fail({ kind: 'rejected-message' });
  const now = ports.capture.now();
  const { target, ...rest } = highlight;
  await ports.annotations.put({
    ...rest,
    clipId,
    target: { kind: 'text', source: tab.url, ...target },
    createdAt: known?.createdAt ?? Math.min(highlight.createdAt, now),
    updatedAt: now,
  });
  return ok(highlight);
}

/** Changes what a person says of a highlight of the page in a tab. */
export async function editHighlight(
  ports: HighlightPorts,
  tab: Tab,
  id: AnnotationId,
  patch: AnnotationPatch,
): Promise<Result<PageHighlight>> {
  const before = await ownHighlight(ports, tab, id);
  const highlight = before && asPageHighlight({ ...before, ...patch });
  if (!highlight) return fail({ kind: 'not-found' });
  await ports.annotations.edit(id, patch);
  return ok(highlight);
}

/** Takes a highlight of the page in a tab away; one that is gone already is fine. */
export async function deleteHighlight(ports: HighlightPorts, tab: Tab, id: AnnotationId): Promise<Result<null>> {
  if (await ownHighlight(ports, tab, id)) await ports.annotations.remove(id);
  return ok(null);
}

async function clipped(ports: HighlightPorts, tab: Tab): Promise<Result<Clip>> {
  const known = await clipOfPage(ports, tab);
  if (known) return ok(known);
  const made = await clipTab(ports.capture, tab, newId());
  if (!made.ok) return made;
  // What fails from here on leaves the clip pending, and that is repaired and told.
  made.value.finished.catch(() => undefined);
  return ok(made.value.clip);
}

function clipOfPage(ports: HighlightPorts, tab: Tab): Promise<Clip | null> {
  return ports.capture.store.find(normaliseUrl(tab.url));
}

/** A page reaches the highlights of its own clip and of no other. */
async function ownHighlight(ports: HighlightPorts, tab: Tab, id: AnnotationId): Promise<Annotation | null> {
  const [clip, annotation] = await Promise.all([clipOfPage(ports, tab), ports.annotations.get(id)]);
  return clip && annotation?.clipId === clip.id ? annotation : null;
}

function asPageHighlight({ id, target, note, tags, colour, createdAt }: Annotation): PageHighlight | null {
  if (target.kind !== 'text') return null;
  const { quote, position, range } = target;
  return { id, target: { quote, position, range }, note, tags, colour, createdAt };
}
