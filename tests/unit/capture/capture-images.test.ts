import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clipTab, saveImage } from '../../../lib/capture/capture';
import { newId } from '../../../lib/model/ids';
import { getImages } from '../../../lib/store/images';
import { aDraft } from '../clip-maker';
import { createWorld, story, type World } from './world';

let world: World;
beforeEach(() => {
  world = createWorld('capture-images');
});
afterEach(() => world.end());

describe('images of a clip', () => {
  const images = async () => {
    const clipping = world.done(await clipTab(world.ports, story, newId()));
    await clipping.settled;
    return getImages(world.db, clipping.clip.id);
  };
  const draftWith = (...urls: string[]) => {
    const [one] = aDraft().images;
    if (one) world.draft = aDraft({ images: urls.map((url) => ({ ...one, url })), leadImage: null });
  };

  test('are kept with their bytes, and their size where it was unknown', async () => {
    expect(await images()).toMatchObject([
      { width: 8, height: 6, bytes: { type: 'image/png' } },
      { width: 8, height: 6, bytes: { type: 'image/png' } },
    ]);
  });

  test('are not fetched when the person does not want it', async () => {
    world.keeps = false;
    expect((await images()).map((image) => image.bytes)).toEqual([null, null]);
    expect(world.fetched).toEqual([]);
  });

  test('that cannot be had stay without bytes, and the others come', async () => {
    const fetchImage = world.fetchImage;
    world.fetchImage = (url) => (url.endsWith('a.jpg') ? null : fetchImage(url));
    expect((await images()).map((image) => image.bytes !== null)).toEqual([false, true]);
  });

  test('that their site refuses, or answers with a stand-in, are marked so and keep their address', async () => {
    const fetchImage = world.fetchImage;
    draftWith('https://cdn.example/refused.jpg', 'https://cdn.example/dot.gif', 'https://cdn.example/there.jpg');
    const dot = { bytes: { data: new Uint8Array(43), type: 'image/gif' }, width: 1, height: 1 };
    world.fetchImage = (url) => (url.includes('refused') ? 'withheld' : url.includes('dot') ? dot : fetchImage(url));
    expect(await images()).toMatchObject([
      { url: 'https://cdn.example/refused.jpg', bytes: null, withheld: true },
      { url: 'https://cdn.example/dot.gif', bytes: null, withheld: true },
      { url: 'https://cdn.example/there.jpg', bytes: { type: 'image/png' } },
    ]);
    expect((await images())[2]).not.toHaveProperty('withheld');
  });

  test('that were led on to a private address are not kept', async () => {
    const fetchImage = world.fetchImage;
    draftWith('https://cdn.example/led.jpg', 'https://cdn.example/there.jpg');
    world.fetchImage = (url) => {
      const got = fetchImage(url);
      return got && got !== 'withheld' && url.includes('led') ? { ...got, from: 'http://192.168.1.1/door.png' } : got;
    };
    expect((await images()).map((image) => image.bytes !== null)).toEqual([false, true]);
  });

  test('are left alone once the page is gone', async () => {
    world.ports.page.fetchImages = () => Promise.reject(new Error('No tab with id: 1'));
    expect((await images()).map((image) => image.bytes)).toEqual([null, null]);
  });

  test('of private addresses are not asked for, unless the page is from there', async () => {
    const doors = [
      'http://127.0.0.1/a.png',
      'http://[::1]/a.png',
      'http://2130706433/a.png',
      'http://169.254.169.254/a',
    ];
    draftWith(
      ...doors,
      'file:///etc/passwd',
      'data:image/png;base64,AA',
      'https://u:p@example.com/a.png',
      'https://cdn.example/a.png',
    );
    await images();
    expect(world.fetched).toEqual(['https://cdn.example/a.png']);
    world.fetched = [];
    const local = { ...story, url: 'http://127.0.0.1:8080/story' };
    draftWith('http://127.0.0.1:8080/a.png', 'http://127.0.0.1:9090/b.png', 'http://10.0.0.1/c.png');
    world.draft = { ...world.draft, url: local.url };
    await world.done(await clipTab(world.ports, local, newId())).settled;
    expect(world.fetched).toEqual(['http://127.0.0.1:8080/a.png']);
  });

  test('are forty at most and thirty megabytes together', async () => {
    draftWith(...Array.from({ length: 60 }, (_, i) => `https://www.example.com/${i}.jpg`));
    expect((await images()).filter((image) => image.bytes)).toHaveLength(40);
    const large = { bytes: { data: new Uint8Array(4 * 1024 * 1024), type: 'image/png' }, width: 1000, height: 800 };
    world.fetchImage = () => large;
    const other = { ...story, url: 'https://www.example.com/news/large' };
    world.draft = { ...world.draft, url: other.url };
    const clipping = world.done(await clipTab(world.ports, other, newId()));
    await clipping.settled;
    expect((await getImages(world.db, clipping.clip.id)).filter((image) => image.bytes)).toHaveLength(7);
  });
});

describe('saving an image', () => {
  const url = 'https://www.example.com/photo.jpg';

  test('clips the page first, then adds the image with its words and bytes', async () => {
    const clipping = world.done(await saveImage(world.ports, story, url, newId()));
    await clipping.settled;
    const images = await getImages(world.db, clipping.clip.id);
    expect(images).toHaveLength(3);
    expect(images[2]).toMatchObject({
      url,
      alt: 'As the page says',
      width: 40,
      position: 2,
      bytes: { type: 'image/png' },
    });
    expect((await world.all())[0]).toMatchObject({ kind: 'article', imageCount: 3 });
  });

  test('goes to the clip that is there, once', async () => {
    await world.done(await clipTab(world.ports, story, newId())).settled;
    for (let i = 0; i < 2; i++) await world.done(await saveImage(world.ports, story, url, newId())).settled;
    expect(await world.all()).toMatchObject([{ imageCount: 3 }]);
  });

  test('that is no address of the web is refused', async () => {
    expect(await saveImage(world.ports, story, 'data:image/png;base64,AA', newId())).toMatchObject({ ok: false });
    expect(await world.all()).toEqual([]);
  });
});
