/** What a template makes of clips, as the editor shows it: the page that readers would get. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { blankPost } from '../compose/create-post';
import { noMaterials } from '../compose/materials';
import { fillTemplate } from '../compose/templates/fill';
import type { ClipId, PostId } from '../model/ids';
import type { Post } from '../model/post';
import type { Template, TemplateProblem } from '../model/template';
import { db } from './db';
import { type Given, optionsOf, readGiven } from './fill-template';
import { createImageAddresses } from './image-addresses';
import { live } from './live';
import { followMaterials } from './materials';
import { followPreview, type Preview } from './preview';
import { settings } from './settings';

export type TemplatePreview = {
  /** Null until the template was without mistakes once. */
  preview: ReadonlySignal<Preview | null>;
  /** What came out wrong with these clips. */
  problems: ReadonlySignal<readonly TemplateProblem[]>;
  stop(): void;
};

/** The page that a template makes of clips; while it has mistakes, the last one it made. */
export function followTemplate(
  template: ReadonlySignal<Template>,
  ids: ReadonlySignal<readonly ClipId[]>,
): TemplatePreview {
  const given = live<Given>(() => readGiven(db, ids.value), { ids: [], materials: noMaterials, standing: [] });
  let last: { post: Post; problems: readonly TemplateProblem[] } = { post: emptyPost, problems: [] };
  const made = computed(() => {
    const options = optionsOf(given.value, template.value);
    const filled = fillTemplate(template.value, options);
    if (!filled) return last;
    const { title, standfirst, tags, blocks, problems } = filled;
    const words = { title, standfirst, tags, blocks, language: options.language, author: settings.value.author };
    last = { post: { ...emptyPost, ...words }, problems };
    return last;
  });
  const post = computed(() => made.value.post);
  const addresses = createImageAddresses();
  const materials = followMaterials(db, post);
  const stopWatching = materials.subscribe(({ images, assets }) => {
    addresses.keepOnly([...images.values(), ...assets.values()].map((image) => image.bytes));
  });
  const { preview, stop } = followPreview(post, materials, addresses.of);
  return {
    preview: computed(() => (post.value === emptyPost ? null : preview.value)),
    problems: computed(() => made.value.problems),
    stop: () => {
      stop();
      stopWatching();
      addresses.release();
    },
  };
}

const emptyPost: Post = { ...blankPost('preview' as PostId, 0), slug: 'preview' };
