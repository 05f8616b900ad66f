/** Keeps the list that is shown on its tag when that gets another name, in this window or in another. */
import { effect } from '@preact/signals';
import type { TagJobId } from '../model/ids';
import { renameTags } from '../search/query-edit';
import { filter } from './library';
import { withText } from './list-filter';
import { go, route } from './route';
import { latestJob } from './tags';

/** Follows every change of tags that begins from now on, and its undoing, for as long as the page lives. */
export function followRenames(now: number = Date.now()): () => void {
  const followed = new Map<TagJobId, { before: string; after: string } | null>();
  return effect(() => {
    const job = latestJob.value;
    if (!job || job.createdAt < now || job.to === null) return;
    const text = filter.peek().text ?? '';
    if (!followed.has(job.id)) {
      const after = renameTags(text, job.from, job.to);
      followed.set(job.id, after === text ? null : { before: text, after });
      if (after !== text) show(after);
    } else if (job.state === 'undone') {
      const { before, after } = followed.get(job.id) ?? {};
      if (before !== undefined && text === after) show(before);
    }
  });
}

function show(text: string): void {
  const here = route.peek();
  if (here.view === 'clips' || here.view === 'clip')
    go({ ...here, filter: withText(filter.peek(), text) }, { replace: true });
}
