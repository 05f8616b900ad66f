import { effect } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SafeHtml } from '../../../lib/model/article-html';
import type { Body, Clip, ClipImage } from '../../../lib/model/clip';
import { type ImageId, newId } from '../../../lib/model/ids';
import { db } from '../../../lib/state/db';
import { createReader, mountArticle, placeImages, type Reader } from '../../../lib/state/reader';
import { editClips, getClip } from '../../../lib/store/clips';
import { saveStub } from '../../../lib/store/saving';
import { aClip } from '../clip-maker';

let clip: Clip;
let reader: Reader;
let stop: () => void;

beforeEach(async () => {
  await Promise.all([db.clips.clear(), db.tags.clear(), db.counters.clear(), db.images.clear()]);
  clip = aClip({ title: 'The headline', note: 'first' });
  await saveStub(db, clip);
  reader = createReader(clip.id);
  stop = effect(() => {
    void [reader.clip.value, reader.images.value, reader.note.text.value, reader.title.text.value];
  });
  await vi.waitFor(() => expect(reader.clip.value?.title).toBe('The headline'));
});

afterEach(() => {
  stop();
  reader.dispose();
});

const stored = () => getClip(db, clip.id);

describe('what one types in the reader', () => {
  it('is kept by itself after a pause, and says so', async () => {
    reader.note.type('ask for samples');
    expect(reader.note.text.value).toBe('ask for samples');
    expect(reader.note.saved.value).toBe(false);
    await vi.waitFor(async () => expect((await stored())?.note).toBe('ask for samples'), { timeout: 2000 });
    await vi.waitFor(() => expect(reader.note.saved.value).toBe(true));
  });

  it('is kept when the clip is left before the pause is over', async () => {
    reader.note.type('in a hurry');
    reader.dispose();
    await vi.waitFor(async () => expect((await stored())?.note).toBe('in a hurry'));
  });

  it('never empties a headline, and keeps it on one line', async () => {
    reader.title.type('   ');
    reader.title.flush();
    expect(reader.title.text.value).toBe('The headline');
    reader.title.type('A new  headline\nof two lines ');
    reader.title.flush();
    await vi.waitFor(async () => expect((await stored())?.title).toBe('A new headline of two lines'));
    await vi.waitFor(() => expect(reader.title.saved.value).toBe(true));
    expect((await stored())?.sourceTitle).toBe('The headline');
  });

  it('wins over a change made elsewhere meanwhile, which shows again once nothing is being typed', async () => {
    reader.note.type('mine');
    await editClips(db, [clip.id], { note: 'theirs' }, Date.now());
    expect(reader.note.text.value).toBe('mine');
    await vi.waitFor(async () => expect((await stored())?.note).toBe('mine'), { timeout: 2000 });
    await vi.waitFor(() => expect(reader.note.saved.value).toBe(true));
    await editClips(db, [clip.id], { note: 'theirs, later' }, Date.now());
    await vi.waitFor(() => expect(reader.note.text.value).toBe('theirs, later'));
  });
});

describe('the images of a clip', () => {
  const image = (fields: Partial<ClipImage>): ClipImage => ({
    id: newId<ImageId>(),
    clipId: clip.id,
    url: 'https://images.example/a.jpg',
    role: 'body',
    position: 0,
    caption: '',
    credit: '',
    alt: '',
    rights: '',
    width: null,
    height: null,
    bytes: null,
    createdAt: 1,
    updatedAt: 1,
    ...fields,
  });
  const body = (html: string): Body => ({
    clipId: clip.id,
    html: html as SafeHtml,
    text: '',
    createdAt: 1,
    updatedAt: 1,
  });

  it('have an address of their own as long as the reader is open, and none without bytes', async () => {
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    await db.images.bulkPut([
      image({ bytes: { data: new Uint8Array([1, 2]), type: 'image/png' } }),
      image({ url: 'https://images.example/b.jpg', position: 1 }),
    ]);
    await vi.waitFor(() => expect(reader.images.value).toHaveLength(2));
    const [first, second] = reader.images.value;
    expect(first?.address).toMatch(/^blob:/);
    expect(second?.address).toBeNull();
    reader.dispose();
    expect(revoke).toHaveBeenCalledWith(first?.address);
  });

  it('stand where the text has them; a lead image before it and a gallery after it when it has them not', () => {
    const shown = ['lead', 'body', 'gallery'].map((role, i) => ({
      ...image({ role: role as ClipImage['role'], url: `https://images.example/${i}.jpg`, position: i }),
      address: null,
    }));
    const { lead, after } = placeImages(body('<p>x</p><img src="https://images.example/1.jpg">'), shown);
    expect(lead?.role).toBe('lead');
    expect(after.map(({ role }) => role)).toEqual(['gallery']);
  });

  it('that were not kept can be opened where they are, and are never fetched', () => {
    const element = document.createElement('div');
    mountArticle(element, body('<figure><img src="https://images.example/1.jpg" alt="A hide"></figure>'), [], {
      open: 'Open',
      withheld: 'Withheld.',
      note: 'Note',
    });
    expect(element.querySelector('img')).toBeNull();
    const link = element.querySelector('a');
    expect(link?.href).toBe('https://images.example/1.jpg');
    expect(link?.rel).toContain('noopener');
    expect(link?.textContent).toBe('Open');
  });

  it('that their site does not give away say so, with the way to it', () => {
    const url = 'https://images.example/1.jpg';
    const element = document.createElement('div');
    const withheld = { ...image({ url, withheld: true }), address: null };
    mountArticle(element, body(`<figure><img src="${url}" alt="A hide"></figure>`), [withheld], {
      open: 'Open',
      withheld: 'Withheld.',
      note: 'Note',
    });
    expect(element.querySelector('a')?.textContent).toBe('Withheld. Open');
  });
});
