/** A library as people have them, for tests and screenshots: English and Chinese clips with texts and pictures. */
import type { SafeHtml } from '../../../lib/model/article-html';
import type { Clip, ClipImage } from '../../../lib/model/clip';
import { type ImageId, newId } from '../../../lib/model/ids';
import { normaliseUrl } from '../../../lib/model/url';
import { changeClips, newRow, writeRows } from '../../../lib/store/clip-rows';
import type { Database } from '../../../lib/store/database';

type Story = Pick<Clip, 'title' | 'siteName' | 'byline' | 'language' | 'excerpt' | 'tags'> & { site: string };

const stories: readonly Story[] = [
  {
    title: 'Automotive leather makers brace for chrome-free rules as Brussels sets a 2027 deadline',
    site: 'www.leatherbiz.example',
    siteName: 'Leather Business',
    byline: 'Maria Conti',
    language: 'en',
    excerpt:
      'Tanneries that supply car interiors say wet-white hides cost a fifth more, and ask who will pay for the change.',
    tags: ['regulation', 'leather', 'Europe'],
  },
  {
    title: '北汽集团董事长：开放合作是中国汽车走向世界的唯一道路',
    site: 'auto.xinwen.example',
    siteName: '汽车新闻网',
    byline: '王晓明',
    language: 'zh-CN',
    excerpt: '在高峰论坛上，他表示中国企业既要引进来，也要走出去，与全球供应商共同成长。',
    tags: ['北汽', '供应链'],
  },
  {
    title: 'BYD opens its first European seat plant in Szeged',
    site: 'www.autonews.example',
    siteName: 'Automotive News Europe',
    byline: 'Nick Gibbs',
    language: 'en',
    excerpt: 'The line will trim 200,000 seat sets a year, most of them in vegan leather, from the second quarter.',
    tags: ['BYD', 'seats', 'Hungary'],
  },
  {
    title: '新能源汽车内饰升级：真皮、仿皮与可回收面料的成本之争',
    site: 'www.caijing.example',
    siteName: '财经汽车',
    byline: null,
    language: 'zh-CN',
    excerpt: '一套座椅面料的差价可达两千元，车企为何仍愿意为触感和气味买单？',
    tags: [],
  },
  {
    title: 'How a 90-year-old tannery in Guangzhou won over Stuttgart',
    site: 'www.ft.example',
    siteName: 'Financial Times',
    byline: 'Gloria Li and Patricia Nilsson',
    language: 'en',
    excerpt: '“We stopped selling hides and began selling grain maps,” says its third-generation owner.',
    tags: ['profile'],
  },
  {
    title: 'Steering wheels without animals',
    site: 'www.wired.example',
    siteName: 'WIRED',
    byline: null,
    language: 'en',
    excerpt:
      'Apple skins, cactus and mycelium compared after 30,000 turns of the wheel in a climate chamber in Arizona.',
    tags: ['materials', 'testing', 'mycelium'],
  },
  {
    title: '2026 年上半年汽车皮革出口同比增长 18.4%，东南亚成为第一大市场',
    site: 'www.leather-china.example',
    siteName: '中国皮革网',
    byline: '李娜',
    language: 'zh-CN',
    excerpt: '海关数据显示，越南与泰国的整车厂需求是主要推动力。',
    tags: ['出口', '数据', '东南亚'],
  },
];

const paragraphs = {
  en: [
    'The rules, published on Tuesday, cover every hide that touches a passenger. Carmakers welcomed the clarity, but their suppliers warned that the change would not be free: chemicals, water treatment and a longer drying time add about a fifth to the price of a finished hide.',
    'At the trade fair in Bologna, buyers moved from stand to stand with a single question. “Show me the hand, then show me the test report,” said a purchasing manager of a German brand, who asked not to be named because contracts for the next platform are still being negotiated.',
    'Smaller tanneries fear for their place in the chain. Many of them finish leather for steering wheels and gear knobs, parts that are worn more than any other and for which the new finishes have been tested the least.',
  ],
  zh: [
    '与会代表普遍认为，全球汽车产业正处在百年未有的变革之中，任何一家企业都无法独自完成转型。开放的供应体系、透明的标准和长期的信任，比短期的价格更加重要。',
    '他说：“我们欢迎世界各地的供应商来到北京，也希望中国的座椅、皮革和电子企业，能够跟随整车一起走向海外。”台下响起长时间的掌声。',
    '据介绍，今年已有超过四十家内饰供应商通过了新的环保认证，其中包括五家为高端车型提供真皮方向盘的企业。',
  ],
};

export type MakeOptions = { now?: number; pictures?: boolean; change?: (clip: Clip, i: number) => Partial<Clip> };

/** Fills the database with `count` clips, the newest clipped a minute before `now`, each an hour apart. */
export async function makeLibrary(db: Database, count: number, options: MakeOptions = {}): Promise<Clip[]> {
  const { now = Date.now(), pictures = true, change } = options;
  const drawn = pictures ? await Promise.all([0, 1, 2, 3].map(drawPicture)) : [];
  const clips = Array.from({ length: count }, (_, i) => {
    const clip = makeClip(i, now - 60_000 - i * 3_600_000, drawn.length > 0);
    return { ...clip, ...change?.(clip, i) };
  });
  for (let from = 0; from < count; from += 1000) {
    const part = clips.slice(from, from + 1000);
    const rows = part.map((clip) => ({ before: null, after: newRow(clip) }));
    await changeClips(db, ['bodies', 'images'], async () => {
      await writeRows(db, rows, now);
      await db.bodies.bulkPut(part.filter((clip) => clip.kind !== 'bookmark').map(makeBody));
      await db.images.bulkPut(part.flatMap((clip, i) => makeImages(clip, drawn[(from + i) % drawn.length])));
    });
  }
  return clips;
}

function makeClip(i: number, clippedAt: number, pictured: boolean): Clip {
  const story = stories[i % stories.length] as Story;
  const round = Math.floor(i / stories.length);
  const url = `https://${story.site}/2026/${round}/${i}?id=${i}`;
  const title = round === 0 ? story.title : `${story.title} (${round})`;
  const zh = story.language === 'zh-CN';
  return {
    id: newId(clippedAt),
    url,
    canonicalUrl: null,
    key: normaliseUrl(url),
    kind: i % 11 === 10 ? 'bookmark' : 'article',
    title,
    sourceTitle: title,
    byline: story.byline,
    siteName: story.siteName,
    publishedAt: new Date(clippedAt - 7_200_000).toISOString(),
    language: story.language,
    excerpt: story.excerpt,
    length: zh ? { words: 640, characters: 1280 } : { words: 612, characters: 3300 },
    leadImage: pictured && i % 3 !== 2 ? newId<ImageId>(clippedAt) : null,
    imageCount: pictured ? 2 : 0,
    tags: [...story.tags],
    note: i % 4 === 1 ? 'Compare with what Hall B showed last spring; ask for samples.' : '',
    status: i % 6 === 5 ? 'archived' : i % 6 === 4 ? 'kept' : 'inbox',
    starred: i % 5 === 2,
    capture: {
      state: 'done',
      engine: 'readability',
      passes: [],
      warnings: i % 13 === 6 ? ['short'] : [],
      durationMs: 9,
    },
    clippedAt,
    textUpdatedAt: null,
    createdAt: clippedAt,
    updatedAt: clippedAt,
    deletedAt: null,
  };
}

const figureUrl = (clip: Clip) => `https://images.example/${clip.id}/figure.jpg`;

function makeBody(clip: Clip) {
  const words = clip.language === 'zh-CN' ? paragraphs.zh : paragraphs.en;
  const html = [
    `<p>${words[0]}</p>`,
    `<figure><img src="${figureUrl(clip)}" alt="A hide on a drum"><figcaption>Wet-white hides at a tannery near Arzignano.</figcaption></figure>`,
    `<h2>${clip.language === 'zh-CN' ? '市场怎么看' : 'What buyers ask'}</h2>`,
    `<p>${words[1]}</p>`,
    `<blockquote><p>${words[2]}</p></blockquote>`,
    `<p>${words[0]}</p><p>${words[2]}</p>`,
  ].join('');
  const { createdAt, updatedAt } = clip;
  return { clipId: clip.id, html: html as SafeHtml, text: words.join('\n\n'), createdAt, updatedAt };
}

function makeImages(clip: Clip, picture: Uint8Array<ArrayBuffer> | undefined): ClipImage[] {
  const common = { clipId: clip.id, rights: '', width: 960, height: 640, createdAt: clip.createdAt, updatedAt: 1 };
  const bytes = picture ? { data: picture, type: 'image/jpeg' } : null;
  const lead: ClipImage[] = clip.leadImage
    ? [
        {
          ...common,
          id: clip.leadImage,
          url: `https://images.example/${clip.id}/lead.jpg`,
          role: 'lead',
          position: 0,
          caption: '',
          credit: '',
          alt: '',
          bytes,
        },
      ]
    : [];
  const others = (['body', 'gallery', 'gallery'] as const).map(
    (role, i): ClipImage => ({
      ...common,
      id: newId<ImageId>(clip.createdAt),
      url: role === 'body' ? figureUrl(clip) : `https://images.example/${clip.id}/${i}.jpg`,
      role,
      position: i + 1,
      caption: role === 'gallery' ? `Automotive Leather Supplier in China 0${i}` : '',
      credit: role === 'gallery' ? 'Photo: company' : '',
      alt: 'Leather',
      bytes: i === 2 ? null : bytes,
    }),
  );
  return [...lead, ...others];
}

/** Something like a photograph: light falling on folds, in the colours of hides. */
async function drawPicture(seed: number): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(960, 640);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  const hue = [28, 205, 12, 90][seed % 4] ?? 28;
  const light = context.createLinearGradient(0, 0, 960, 640);
  light.addColorStop(0, `hsl(${hue} 35% 72%)`);
  light.addColorStop(0.5, `hsl(${hue} 40% 42%)`);
  light.addColorStop(1, `hsl(${hue} 45% 18%)`);
  context.fillStyle = light;
  context.fillRect(0, 0, 960, 640);
  for (let i = 0; i < 14; i++) {
    context.beginPath();
    context.moveTo(-40, 60 * i + seed * 9);
    context.bezierCurveTo(300, 60 * i - 160, 620, 60 * i + 220, 1000, 60 * i - 60);
    context.lineWidth = 26;
    context.strokeStyle = `hsl(${hue} 45% ${i % 2 ? 30 : 62}% / 0.28)`;
    context.stroke();
  }
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  return new Uint8Array(await blob.arrayBuffer());
}
