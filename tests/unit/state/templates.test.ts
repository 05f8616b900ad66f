import { beforeEach, describe, expect, it, vi } from 'vitest';
import { builtInTemplates } from '../../../lib/compose/templates/built-in';
import { writeTemplates } from '../../../lib/exchange/template-file';
import type { ClipId, PostId } from '../../../lib/model/ids';
import type { Template, TemplateId } from '../../../lib/model/template';
import { openComposer } from '../../../lib/state/compose';
import { db } from '../../../lib/state/db';
import { applyTo } from '../../../lib/state/fill-template';
import { startPost } from '../../../lib/state/posts';
import { changeSettings } from '../../../lib/state/settings';
import { openTemplateEditor } from '../../../lib/state/template-editor';
import {
  addTemplate,
  copyTemplate,
  importTemplates,
  openTemplates,
  removeTemplate,
} from '../../../lib/state/templates';
import { toasts } from '../../../lib/state/toasts';
import { undoLast } from '../../../lib/state/undo';
import { getPost } from '../../../lib/store/posts';
import { getTemplate, listTemplates, putTemplates } from '../../../lib/store/templates';
import { speak } from '../../messages';
import { english, makeBody, makeClip, makePost } from '../compose/make';

const aTemplate = (fields: Partial<Template> = {}): Template => ({
  id: 't1' as TemplateId,
  name: 'Ours',
  language: 'en',
  title: 'News: {{title}}',
  standfirst: '',
  tags: '{{tags}}',
  body: '{{write}}\n{{excerpt}}\n{{share}}\n',
  createdAt: 1,
  updatedAt: 2,
  ...fields,
});
const fileOf = (...templates: Template[]) => new Blob([writeTemplates(templates)]);
const clips = ['clip-a', 'clip-b'].map((id) => makeClip({ id: id as ClipId, title: `Title ${id}` }));
const ids = clips.map(({ id }) => id);
const last = () => toasts.value.at(-1)?.text ?? '';
const kinds = async (id: PostId) => (await getPost(db, id))?.blocks.map(({ kind }) => kind);

beforeEach(async () => {
  speak('en');
  await Promise.all([db.posts, db.clips, db.bodies, db.templates, db.standing].map((table) => table.clear()));
  await db.clips.bulkPut(clips as never[]);
  await db.bodies.bulkPut(ids.map((clipId) => makeBody(english, { clipId })));
  await changeSettings({ newPostTemplate: '' });
});

describe('a new post', () => {
  it('is made with the template that was chosen, under a slug of its headline', async () => {
    await putTemplates(db, [aTemplate()]);
    const id = await startPost(ids, 't1' as TemplateId);
    expect(await getPost(db, id)).toMatchObject({
      title: 'News: Title clip-a',
      slug: 'news-title-clip-a',
      template: 't1',
      language: 'en',
    });
    expect(await kinds(id)).toEqual(['commentary', 'clip', 'clip', 'source', 'share']);
  });

  it('is made with that of the settings, unless it is to be without one', async () => {
    await changeSettings({ newPostTemplate: builtInTemplates[2]?.id ?? '' });
    expect(await kinds(await startPost(ids))).toEqual(['commentary', 'digest', 'source', 'share']);
    expect(await kinds(await startPost(ids, ''))).toEqual(['commentary', 'clip', 'clip', 'gallery', 'source', 'share']);
  });

  it('is begun as usual, with a word on why, when the template is gone or has mistakes', async () => {
    const usual = ['commentary', 'clip', 'clip', 'gallery', 'source', 'share'];
    expect(await kinds(await startPost(ids, 'nobody' as TemplateId))).toEqual(usual);
    expect(last()).toContain('no longer here');
    await putTemplates(db, [aTemplate({ body: '{{titel}}' })]);
    expect(await kinds(await startPost(ids, 't1' as TemplateId))).toEqual(usual);
    expect(last()).toContain('has mistakes');
  });

  it('says what the template wanted and could not have, by its name', async () => {
    await putTemplates(db, [aTemplate({ body: '{{excerpt}}\n{{standing:"About us"}}\n{{standing:"Imprint"}}' })]);
    await startPost(ids, 't1' as TemplateId);
    expect(last()).toContain('“Ours” could not give everything');
    expect(last()).toContain('no standing block “About us”');
    expect(last()).toContain('no standing block “Imprint”');
    expect(toasts.value.at(-1)?.tone).toBe('problem');
  });

  it('says how many clips the template leaves out', async () => {
    await putTemplates(db, [
      aTemplate({ title: 'x', tags: '', body: '{% for clip in clips|limit:1 %}{{excerpt}}{% endfor %}' }),
    ]);
    await startPost(ids, 't1' as TemplateId);
    expect(last()).toContain('leaves 1 clip out');
  });
});

describe('a template for a post that is being written', () => {
  it('is applied in one step that is taken back, and keeps what was written', async () => {
    const id = await startPost(ids, '');
    const composer = await openComposer(id, db);
    if (!composer) throw new Error('no post');
    composer.edit((post) => ({ ...post, title: 'Mine' }));
    const before = composer.post.value;
    await applyTo(composer, builtInTemplates[2]?.id as TemplateId);
    expect(composer.post.value).toMatchObject({ title: 'Mine', template: builtInTemplates[2]?.id });
    expect(composer.post.value.blocks.map(({ kind }) => kind)).toEqual(['commentary', 'digest', 'source', 'share']);
    composer.undo();
    expect(composer.post.value.blocks).toEqual(before.blocks);
    composer.close();
  });

  it('leaves the post as it is when it has mistakes', async () => {
    await putTemplates(db, [aTemplate({ body: '{{titel}}' })]);
    const composer = await openComposer(await startPost(ids, ''), db);
    const before = composer?.post.value;
    if (composer) await applyTo(composer, 't1' as TemplateId);
    expect(composer?.post.value).toEqual(before);
    composer?.close();
  });
});

describe('templates of one’s own', () => {
  it('are copied, included ones too, and deleted with a way back', async () => {
    const id = await copyTemplate(builtInTemplates[0] as Template);
    await copyTemplate(builtInTemplates[0] as Template);
    expect((await listTemplates(db)).map(({ name }) => name)).toEqual([
      'Single article (copy)',
      'Single article (copy) (2)',
    ]);
    await removeTemplate((await getTemplate(db, id as TemplateId)) as Template);
    expect(await listTemplates(db)).toHaveLength(1);
    await undoLast();
    expect(await listTemplates(db)).toHaveLength(2);
  });

  it('are saved as they are typed, step by step to be taken back, mistakes found at once', async () => {
    const editor = await openTemplateEditor((await addTemplate()) as TemplateId);
    if (!editor) throw new Error('no template');
    editor.edit({ body: '{{titel}}' });
    expect(editor.mistakes.value).toMatchObject([{ kind: 'unknown-variable', suggestion: 'title' }]);
    const stored = () => getTemplate(db, editor.template.value.id);
    await vi.waitFor(async () => expect((await stored())?.body).toBe('{{titel}}'), { timeout: 5000 });
    editor.undo();
    await editor.flush();
    expect((await stored())?.body).toContain('{{excerpt}}');
    expect(editor.mistakes.value).toEqual([]);
    editor.close();
  });

  it('are never overwritten by another window: what was written here becomes a copy', async () => {
    await putTemplates(db, [aTemplate()]);
    const editor = await openTemplateEditor('t1' as TemplateId);
    await putTemplates(db, [aTemplate({ body: 'theirs', updatedAt: 9 })]);
    editor?.edit({ body: 'mine' });
    await editor?.flush();
    editor?.edit({ body: 'mine again' });
    await editor?.flush();
    const all = await listTemplates(db);
    expect(all.map(({ name, body }) => `${name}: ${body}`)).toEqual(['Ours: theirs', 'Ours (2): mine again']);
    expect(last()).toContain('another window');
    editor?.close();
  });
});

describe('templates from a file', () => {
  const open = async (file: Blob) => {
    const opened = await openTemplates(file);
    if (!opened.ok) throw new Error(opened.failure.kind);
    return opened.value;
  };

  it('come back as they went out', async () => {
    await importTemplates(
      (await open(fileOf(aTemplate(), aTemplate({ id: 't2' as TemplateId, name: '图集' })))).arrivals,
    );
    expect(await listTemplates(db)).toMatchObject([
      { id: 't1', name: 'Ours', body: aTemplate().body },
      { id: 't2', name: '图集' },
    ]);
    await undoLast();
    expect(await listTemplates(db)).toEqual([]);
  });

  it('say first what each would do: new, the same, newer, older, or another of the same name', async () => {
    const own = aTemplate({ updatedAt: 5 });
    await putTemplates(db, [
      own,
      aTemplate({ id: 't2' as TemplateId, name: 'Old' }),
      aTemplate({ id: 't3' as TemplateId, name: 'Newer' }),
    ]);
    const { arrivals } = await open(
      fileOf(
        own,
        aTemplate({ id: 't2' as TemplateId, name: 'Old', body: 'new', updatedAt: 9 }),
        aTemplate({ id: 't3' as TemplateId, name: 'Newer', body: 'old', updatedAt: 1 }),
        aTemplate({ id: 't4' as TemplateId, name: 'ours', body: 'other' }),
        aTemplate({ id: 't5' as TemplateId, name: 'Fresh' }),
      ),
    );
    expect(arrivals.map(({ state, choice }) => `${state} ${choice}`)).toEqual([
      'same skip',
      'changed replace',
      'changed keep-both',
      'name-taken keep-both',
      'new add',
    ]);
    expect(await importTemplates(arrivals)).toEqual({ ok: true, value: 4 });
    const names = (await listTemplates(db)).map(({ name, body }) => `${name}: ${body.trim().split('\n')[0]}`);
    expect(names).toEqual([
      'Fresh: {{write}}',
      'Newer: {{write}}',
      'Newer (2): old',
      'Old: new',
      'Ours: {{write}}',
      'ours (2): other',
    ]);
    await undoLast();
    expect((await listTemplates(db)).map(({ name, body }) => `${name}: ${body.trim().split('\n')[0]}`)).toEqual([
      'Newer: {{write}}',
      'Old: {{write}}',
      'Ours: {{write}}',
    ]);
  });

  it('get ids of their own where theirs are taken: by an included one, or twice in the file', async () => {
    const included = builtInTemplates[0] as Template;
    const { arrivals } = await open(fileOf(included, aTemplate(), aTemplate({ name: 'Twin', body: 'x' })));
    await importTemplates(arrivals);
    const all = await listTemplates(db);
    expect(new Set(all.map(({ id }) => id)).size).toBe(3);
    expect(all.map(({ id }) => id)).not.toContain(included.id);
  });

  it.each([
    ['not JSON', 'hello', 'not-json'],
    ['another file', '{"format":"x"}', 'not-templates'],
    ['a list', '[]', 'not-templates'],
    ['null', 'null', 'not-templates'],
    ['a newer one', '{"format":"clipsheet-templates","version":2,"templates":[]}', 'newer'],
    [
      'nothing but wrong entries',
      '{"format":"clipsheet-templates","version":1,"templates":[{"id":"a"}]}',
      'not-templates',
    ],
  ])('are refused with the reason: %s', async (_what, text, reason) => {
    expect(await openTemplates(new Blob([text]))).toMatchObject({
      ok: false,
      failure: { kind: 'templates-unreadable', reason },
    });
  });

  it('are read beside entries that are none, which are named, and hold nothing that does not belong to them', async () => {
    const hostile = JSON.stringify({
      format: 'clipsheet-templates',
      version: 1,
      templates: [{ ...aTemplate(), body: 'a\r\nb', extra: 1, ['__proto__']: { polluted: true } }, { name: 7 }, null],
    });
    const { arrivals, wrong } = await open(new Blob([hostile]));
    expect(wrong).toEqual([2, 3]);
    expect(arrivals.map(({ template }) => template)).toEqual([{ ...aTemplate(), body: 'a\nb' }]);
  });
});

it('a post keeps no clip of another when a template is applied twice', async () => {
  await db.posts.put(makePost({ slugEdited: true }));
  const composer = await openComposer(makePost().id, db);
  const digest = builtInTemplates[2]?.id as TemplateId;
  if (!composer) throw new Error('no post');
  await applyTo(composer, digest);
  const once = composer.post.value.blocks.map(({ kind }) => kind);
  await applyTo(composer, digest);
  expect(composer.post.value.blocks.map(({ kind }) => kind)).toEqual(once);
  composer.close();
});
