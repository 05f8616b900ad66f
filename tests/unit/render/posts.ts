/** Posts under test: the one the product must be able to make, a Chinese one, a bare one and a hostile one. */
import type { SafeHtml } from '../../../lib/model/article-html';
import type { ResolvedImage, ResolvedPost, Source } from '../../../lib/model/resolved-post';
import { leather } from './leather';

/** HTML as extraction would have stored it. */
export const safe = (html: string): SafeHtml => html as SafeHtml;

export const chinaDaily: Source = {
  title: 'BAIC chairman: the automobile industry should deepen its openness and cooperation',
  outlet: 'China Auto Review',
  byline: 'Li Wen',
  publishedAt: '2026-03-03T08:30:00+08:00',
  url: 'https://news.example.com/autos/baic-openness?id=7&lang=en',
  language: 'en',
  clippedAt: Date.UTC(2026, 2, 4, 17, 30),
};

const colours = [
  [122, 78, 48],
  [58, 52, 50],
  [158, 118, 82],
  [96, 40, 34],
  [188, 170, 146],
] as const;

export function image(
  nth: number,
  changes: Partial<ResolvedImage> = {},
  size: [number, number] = [60, 40],
): ResolvedImage {
  const number = String(nth).padStart(2, '0');
  return {
    path: `images/${number}-leather.png`,
    bytes: { data: leather(...size, colours[(nth - 1) % colours.length] ?? colours[0]), type: 'image/png' },
    width: size[0],
    height: size[1],
    caption: `Automotive Leather Supplier in China ${number}`,
    credit: '',
    alt: `Pebbled leather with a stitched seam, sample ${number}`,
    rights: '',
    ...changes,
  };
}

const baicText = `<p>Xu Heyi, Chairman of BAIC Group, shared his thoughts on deepening open cooperation and promoting the high-quality development of the automobile industry. Xu Heyi said that import tariffs have been lowered, and the ratio of joint-venture stocks has gradually eased.</p>
<p>The Chinese auto industry is expanding at an unprecedented rate. At this time, it is necessary to make breakthroughs in technology, comprehensively strengthen open cooperation in research and development, and ignite the driving force of innovation engines. The development of the automotive industry to this day is no longer just a single-line extension of the manufacturing industry, but a multi-dimensional evolution in the fields of manufacturing, the Internet, chemicals, communications, materials, and so on.</p>
<p>Therefore, we must focus on resource sharing, accelerate the realization of open cooperation in the industrial chain, and build a new pattern of industrial linkage. After a century of evolution in the automotive industry, the four major and related fields of electric, intelligent, network, and sharing have emerged at the same time, and when they are empowered, we must focus on model innovation, actively explore the open cooperation of the ecosystem, and create a new model of quality consumption.</p>
<p>In the end, Xu Heyi said that the Chinese automobile industry has initially possessed the ability to take the world stage and lead the world trend, grasp the precious opportunity of the new round of scientific and technological revolution in the past 100 years, and re-ignite the strong engine of open cooperation with the rising trend of the great rejuvenation of the Chinese nation. A new journey towards the high-quality development of China’s auto industry will jointly promote the Chinese auto industry to “change from strong to strong”</p>`;

/** The post of the product's brief: an article, five captioned images of the company, the source, the share row. */
export function baicPost(changes: Partial<ResolvedPost> = {}, size?: [number, number]): ResolvedPost {
  const images = [1, 2, 3, 4, 5].map((nth) =>
    image(nth, nth === 3 ? { credit: 'Studio Ling', rights: 'CC BY 4.0' } : {}, size),
  );
  return {
    id: 'post-1',
    title: 'The Automobile Industry Should Deepen Its Openness & Cooperation',
    slug: 'automobile-industry-openness-cooperation',
    language: 'en',
    author: 'Mingxin Leather',
    standfirst:
      'Lower tariffs and looser joint-venture rules open the supply chain: suppliers of interiors should be ready.',
    tags: ['BAIC', 'Automotive leather', 'Joint ventures'],
    canonicalUrl: '',
    publishedAt: '2026-03-05T09:00:00+08:00',
    modifiedAt: '2026-03-06T10:00:00+08:00',
    parts: [
      {
        kind: 'commentary',
        markdown: 'For makers of **interior materials** this is more than a speech: see [our view](/view).',
      },
      { kind: 'text', html: safe(baicText), images: {}, source: chinaDaily },
      { kind: 'gallery', title: 'Our leather', images },
      { kind: 'source' },
      { kind: 'share' },
    ],
    sources: [chinaDaily],
    images,
    ...changes,
  };
}

const chineseSource: Source = {
  title: '国务院发展研究中心：“新能源汽车”渗透率突破五成',
  outlet: '中国汽车报',
  byline: '王小明',
  publishedAt: '2026-04-02',
  url: 'https://news.example.cn/a/渗透率.html',
  language: 'zh-CN',
  clippedAt: Date.UTC(2026, 3, 3, 20, 0),
};

/** A Chinese post of two clips: quotes with comments, a text with its own images and a table. */
export function chinesePost(changes: Partial<ResolvedPost> = {}, size?: [number, number]): ResolvedPost {
  const lead = image(
    1,
    { path: 'images/01-lead.png', caption: '生产线上的座椅真皮面料。', credit: '新华社', alt: '工人检查皮革' },
    size,
  );
  const gallery = [2, 3].map((nth) => image(nth, { caption: `汽车真皮供应商 0${nth}`, alt: '' }, size));
  return {
    id: 'post-2',
    title: '新能源汽车渗透率过半：对内饰“真皮”供应商意味着什么？',
    slug: 'xin-neng-yuan-qi-che',
    language: 'zh-CN',
    author: '明新皮革市场部',
    standfirst: '电动车买家更看重座舱质感，环保鞣制皮革的需求正在加速。',
    tags: ['新能源', '汽车内饰'],
    canonicalUrl: 'https://blog.example.com/news/xin-neng-yuan-qi-che/',
    publishedAt: '2026-04-05T10:00:00+08:00',
    modifiedAt: '2026-04-05T10:00:00+08:00',
    parts: [
      {
        kind: 'commentary',
        markdown:
          '## 我们的看法\n\n这意味着**“座舱”**竞争开始了，*真皮*供应商要做三件事[^1]：\n\n1. 降低碳足迹；\n2. 缩短交期；\n3. 与主机厂联合开发。\n\n[^1]: 依据公司 2026 年计划。',
      },
      {
        kind: 'text',
        source: chineseSource,
        images: { 'https://news.example.cn/1.jpg': lead },
        html: safe(
          '<figure><img src="https://news.example.cn/1.jpg"><figcaption>生产线上的座椅真皮面料。</figcaption></figure><p>据<strong>中汽协</strong>统计，3月新能源汽车销量同比增长45.2%，市场渗透率达到<em>51.3%</em>，这是单月渗透率首次突破五成。</p><h3>出口继续增长</h3><p>一季度整车出口142万辆，其中新能源汽车57万辆。业内人士认为，“开放合作”仍是全产业链的主题词。</p><table><caption>一季度销量</caption><tr><th>月份</th><th>销量（万辆）</th></tr><tr><td>1月</td><td>94.4</td></tr><tr><td>2月</td><td>89.2</td></tr></table>',
        ),
      },
      {
        kind: 'quotes',
        source: chinaDaily,
        quotes: [
          {
            text: 'We must focus on resource sharing and build a new pattern of industrial linkage.',
            comment: '“产业联动”对我们而言，就是与主机厂共建标准。',
            link: chinaDaily.url,
          },
        ],
      },
      { kind: 'excerpt', source: chineseSource, text: '业内人士认为，“开放合作”仍是全产业链的主题词。' },
      { kind: 'gallery', title: '', images: gallery },
      { kind: 'standing', markdown: '**关于我们**：专注汽车真皮二十年。', images: [] },
      { kind: 'source' },
      { kind: 'share' },
    ],
    sources: [chineseSource, chinaDaily],
    images: [lead, ...gallery],
    ...changes,
  };
}

/** The least a post can be. */
/** A post of eight reports in two groups, three languages, corrected once and there in Chinese too. */
export function digestPost(changes: Partial<ResolvedPost> = {}): ResolvedPost {
  const sources = Array.from({ length: 8 }, (_, at) => ({
    ...chinaDaily,
    title: `Report ${at + 1}`,
    url: `https://news.example.com/${at + 1}`,
  }));
  const reuters = { ...chinaDaily, outlet: 'Reuters', url: 'https://reuters.example/1' };
  const entries = sources.map((source, at) => ({
    title: `Headline ${at + 1} & more`,
    comment: at === 1 ? '' : `Why report ${at + 1} matters <to us>.`,
    source,
    also: at === 0 ? [reuters] : [],
  }));
  return barePost({
    title: 'The week in leather',
    canonicalUrl: 'https://blog.example.com/week/',
    parts: [
      { kind: 'commentary', markdown: 'A quiet week.' },
      {
        kind: 'digest',
        groups: [
          { title: 'Openness & trade', entries: entries.slice(0, 5) },
          { title: 'Materials', entries: entries.slice(5) },
        ],
      },
      { kind: 'source' },
    ],
    sources,
    notices: [{ kind: 'correction', text: 'The tariff was 15 %, not 25 %.', at: '2026-11-20T08:00:00.000Z' }],
    versions: [{ language: 'zh-CN', title: '一周皮革', url: 'https://blog.example.com/zh/week/' }],
    ...changes,
  });
}

export function barePost(changes: Partial<ResolvedPost> = {}): ResolvedPost {
  return {
    id: 'post-3',
    title: 'Untitled',
    slug: 'untitled',
    language: 'en',
    author: '',
    standfirst: '',
    tags: [],
    canonicalUrl: '',
    publishedAt: '2026-03-05T09:00:00Z',
    modifiedAt: '2026-03-05T09:00:00Z',
    parts: [{ kind: 'commentary', markdown: '' }, { kind: 'gallery', title: '', images: [] }, { kind: 'share' }],
    sources: [],
    images: [],
    ...changes,
  };
}

/** Breaks out of text, attributes, scripts, comments, Markdown and YAML wherever a thing is not escaped. */
export const payload = `"'></title></script><img src=x onerror=alert(1)><!-- \`{{7*7}}\` *b* [l](javascript:alert(1)) \u0000\u202e]]>`;

/** A post with the payload wherever a page can put words. */
export function hostilePost(): ResolvedPost {
  const source: Source = {
    title: payload,
    outlet: payload,
    byline: payload,
    publishedAt: payload,
    url: 'javascript:alert(1)',
    language: payload,
    clippedAt: 0,
  };
  const hostile = image(1, { caption: payload, credit: payload, alt: payload, rights: payload });
  const html = safe(
    `<p onclick="alert(1)" style="position:fixed">${payload.replaceAll('<', '&lt;')}</p><script>alert(1)</script><a href="javascript:alert(1)">go</a><iframe srcdoc="x"></iframe><img src="https://tracker.example/1.gif" onerror="alert(1)"><svg><script>alert(1)</script></svg><form><input name=parentNode></form><img src="https://e.example/a.png"><math><annotation-xml encoding="text/html"><xmp><img src=x onerror=alert(1)></xmp></annotation-xml></math>`,
  );
  return {
    ...barePost(),
    title: payload,
    standfirst: payload,
    author: payload,
    tags: [payload, 'b'],
    language: payload,
    canonicalUrl: 'javascript:alert(1)',
    parts: [
      {
        kind: 'commentary',
        markdown: `${payload}\n\n<script>alert(1)</script>\n\n![t](https://tracker.example/2.gif)`,
      },
      { kind: 'text', html, images: { 'https://e.example/a.png': hostile }, source },
      { kind: 'quotes', quotes: [{ text: payload, comment: payload, link: payload }], source },
      { kind: 'excerpt', text: payload, source },
      { kind: 'gallery', title: payload, images: [hostile, image(2)] },
      { kind: 'source' },
      { kind: 'share' },
    ],
    sources: [source],
    images: [hostile, image(2)],
  };
}
