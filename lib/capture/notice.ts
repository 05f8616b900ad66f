/** What a person is told about a clip made without the popup. */
import type { Clip } from '../model/clip';
import type { Failure } from '../model/failure';
import type { ClipOutcome } from '../model/requests';
import type { Result } from '../model/result';

export type CaptureAct = 'page' | 'selection' | 'link' | 'image';

/** `text` is the key of an interface text. */
export type Notice = { tone: 'done' | 'problem'; text: string };

const saved: Record<CaptureAct, string> = {
  page: 'notice_saved',
  selection: 'notice_selection',
  link: 'notice_link',
  image: 'notice_image',
};

/** The notice for how an act ended; a clip that holds less than was asked for is a problem, though it is saved. */
export function noticeFor(
  act: CaptureAct,
  result: Result<{ clip: Clip | null; outcome: ClipOutcome['outcome'] }>,
): Notice {
  if (!result.ok) return { tone: 'problem', text: failureText(result.failure) };
  const { clip, outcome } = result.value;
  if (!clip) return { tone: 'problem', text: 'failure_not_found' };
  if (act === 'image') return { tone: 'done', text: saved.image };
  const doubt = clip.kind === 'bookmark' ? clip.capture.warnings[0] : undefined;
  if (outcome === 'known') return { tone: 'done', text: 'notice_known' };
  if (doubt === 'link-not-opened') return { tone: 'problem', text: 'notice_link_bookmark' };
  if (doubt === 'empty') return { tone: 'problem', text: 'notice_empty' };
  return doubt ? { tone: 'problem', text: 'notice_bookmark' } : { tone: 'done', text: saved[act] };
}

/** The key of the sentence for a failure that has no names or numbers in it. */
export function failureText(failure: Failure): string {
  if (failure.kind === 'image-unavailable') return 'failure_image_unavailable_one';
  const name = failure.kind === 'not-clippable' ? failure.reason : failure.kind;
  return `failure_${name.replaceAll('-', '_')}`;
}
