import { describe, expect, test } from 'vitest';
import { findChineseOutlet, findChineseWriters } from '../../../../lib/extract/metadata/chinese-credits';
import { joinPersons, readPersons } from '../../../../lib/extract/metadata/persons';
import { chooseTitle } from '../../../../lib/extract/metadata/title';
import { findSignedNames, findWrittenNames } from '../../../../lib/extract/metadata/written-names';

describe('persons', () => {
  test.each([
    [['By Lin Mei'], 'Lin Mei'],
    [['Written by Oskar Berg, senior reporter'], 'Oskar Berg'],
    [['Lin Mei', 'Oskar Berg', 'lin mei'], 'Lin Mei, Oskar Berg'],
    [['Lin Mei and Oskar van den Berg'], 'Lin Mei, Oskar van den Berg'],
    [['Center for Harbours and Ports'], 'Center for Harbours and Ports'],
    [['Lin Mei, Home and Digital Security Expert'], 'Lin Mei'],
    [['Lin Mei. Reviewed by Oskar Berg'], 'Lin Mei'],
    [['page.head.extra.author'], ''],
    [['Sat', 'Lin Mei'], 'Lin Mei'],
    [['Von Anna Roth und Jörg Held'], 'Anna Roth, Jörg Held'],
    [['Lin Mei & Oskar Berg, Ph.D.'], 'Lin Mei, Oskar Berg'],
    [['Anna Roth\nJörg Held\nMaria Lux'], 'Anna Roth, Jörg Held, Maria Lux'],
    [['本报记者 林梅'], '林梅'],
    [['记者：林梅', '作者：周航'], '林梅、周航'],
    [['Lin Mei | Technology Reporter'], 'Lin Mei'],
    [['Lin Mei Published June 5'], 'Lin Mei'],
    [['https://a.example/author/lin', 'l.mei@ledger.example'], ''],
    [['admin', '佚名', '网络整理'], ''],
    [['', '  ', '—'], ''],
    [['The Harbour Ledger', 'Lin Mei'], 'Lin Mei'],
    [['海港日报'], ''],
  ])('of %j are %j', (authors, byline) => {
    expect(joinPersons(readPersons(authors, ['Harbour Ledger', '海港日报网']))).toBe(byline);
  });
});

describe('bylines in words', () => {
  test.each([
    ['behind By', 'Hides run short\nBy Lin Mei\nThe plant', ['Lin Mei']],
    [
      'on the line below By',
      'Hides run short\nWritten by\nLin Mei\nand\nOskar Berg\n5 March 2024',
      ['Lin Mei', 'Oskar Berg'],
    ],
    ['beside the date', 'Hides run short\nLin Mei\n|\nMar 5, 2024\nThe plant', ['Lin Mei']],
    ['not where a sentence begins with By', 'Hides run short\nBy the end of March the plant will have no hides.', []],
    ['not where a section stands beside the date', 'Hides run short\nBusiness News\nMar 5, 2024', []],
  ])('are found %s', (_, head, names) => {
    expect(findWrittenNames({ head, foot: '' })).toEqual(names);
  });
});

describe('Chinese credits', () => {
  test.each([
    ['新京报讯（记者 陆明）11月25日，记者登录页面发现', '', ['陆明']],
    ['标题\n本报讯（记者 陆明 通讯员 向雪）昨日', '', ['陆明']],
    ['标题\n作者：余毅、向雪\n正文', '', ['余毅', '向雪']],
    ['標題\n（中央社記者溫貴香台北21日電）行政院', '', ['溫貴香']],
    ['标题\n正文', '合作。（张巨峰）\n扫一扫在手机打开', ['张巨峰']],
    ['标题\n正文', '重启。\n新京报记者 彭冲 山东报道\n编辑 刘阳', ['彭冲']],
    ['标题\n石佳/中国青年报\n2019-09-24 09:10', '', ['石佳']],
    ['标题\n资料图：市民出行。中新社记者 贾天 摄\n正文', '', []],
    ['标题\n记者从国家卫生健康委获悉，近阶段', '（责任编辑：杨倩）', []],
  ])('in %j and %j name %j', (head, foot, names) => {
    expect(findChineseWriters({ head, foot })).toEqual(names);
  });

  test.each([
    ['标题\n2019-09-07 13:43:45 来源:\n证券周刊\n举报', '', '证券周刊'],
    ['标题\n稿源：新华网\n来源：海港网', '', '新华网'],
    ['标题\n2019年10月23日 09:05\n环球网\n缩小字体', '', '环球网'],
    ['标题\n华夏人文\n2020-03-09 18:14:21\n最近', '', '华夏人文'],
    ['标题\n石佳/中国青年报\n2019-09-24 09:10', '', '中国青年报'],
    ['标题\n正文', '本文来源：新京报\n责任编辑：李铭', '新京报'],
    ['标题\n（图片来源：梨视频）\n正文', '', ''],
    ['标题\n来源：网络\n正文', '', ''],
    ['标题\n海港观察\n海港观察\n微信号\nhaigang\n昨天', '', '海港观察'],
    ['标题\n2019\n09\n/\n07\n海港眼\n企鹅号\n分享', '', '海港眼'],
    ['标题\n2024/3/5 09:30\n（中央社記者王小明台北5日電）港口今天開放。', '', '中央社'],
    ['标题\n新华社上海3月5日电 港口今天开放。', '', '新华社'],
    ['标题\n来源：海港日报\n新华社上海3月5日电 港口今天开放。', '', '海港日报'],
    ['标题\n新华社记者说港口今天开放。', '', ''],
  ])('in %j and %j name the outlet %j', (head, foot, outlet) => {
    expect(findChineseOutlet({ head, foot })).toBe(outlet);
  });
});

describe('findSignedNames', () => {
  test.each([
    ['Harbour opens\nA long text.\nWritten by\nLin Mei\nRelated posts', 'Lin Mei'],
    ['Harbour opens\nA long text.\nArticle by Oskar Berg', 'Oskar Berg'],
    ['Written by Lin Mei\nHarbour opens\nA long text.', ''],
    ['Harbour opens\nA long text.\nAbout the author\nRecent posts', ''],
    ['Harbour opens\nThe rules, written by nobody in particular, are old.', ''],
  ])('behind the headline of %j it is %j', (lines, name) => {
    expect(findSignedNames({ lines, headingAt: lines.indexOf('Harbour') })[0] ?? '').toBe(name);
  });
});

describe('chooseTitle', () => {
  const sources = {
    visible: '',
    jsonLd: '',
    openGraph: '',
    document: '',
    outlets: [] as string[],
    isShown: () => false,
  };
  test.each([
    [
      'the visible headline when a title differs by a suffix only',
      { visible: 'Seats of tomorrow', document: 'Seats of tomorrow - The Ledger' },
      'Seats of tomorrow',
    ],
    [
      'the visible headline when a title says nearly the same',
      { visible: 'The seats of tomorrow come from Harbour', openGraph: 'Where the seats of tomorrow come from' },
      'The seats of tomorrow come from Harbour',
    ],
    [
      'the visible headline when structured data has the same, whatever is shared on networks',
      { visible: 'Hides run short', jsonLd: 'Hides run short', openGraph: 'Six questions on winter cattle' },
      'Hides run short',
    ],
    [
      'without a heading, what the page shows as a line',
      { openGraph: 'Shared', jsonLd: 'Shown to readers', isShown: (words: string) => words === 'Shown to readers' },
      'Shown to readers',
    ],
    ['without a heading, structured data first', { openGraph: 'Shared', jsonLd: 'Structured' }, 'Structured'],
    [
      'the given title when the visible headline is something else',
      { visible: 'The Ledger', openGraph: 'Seats of tomorrow' },
      'Seats of tomorrow',
    ],
    [
      'the given title when the page shows its kicker only',
      { visible: 'After the strike', openGraph: 'After the strike: hides run short' },
      'After the strike: hides run short',
    ],
    [
      'the given title when the page shows all but its kicker',
      { visible: 'Hides run short', openGraph: 'After the strike: Hides run short' },
      'After the strike: Hides run short',
    ],
    [
      'without the site behind it',
      { document: 'Seats of tomorrow | The Ledger', outlets: ['The Ledger'] },
      'Seats of tomorrow',
    ],
    [
      'without what stands behind the line that the page shows',
      { document: 'Seats of tomorrow - Unknown Portal', isShown: (words: string) => words === 'Seats of tomorrow' },
      'Seats of tomorrow',
    ],
    [
      'without the site before it',
      { document: 'The Ledger: Seats of tomorrow', outlets: ['The Ledger'] },
      'Seats of tomorrow',
    ],
    [
      'with a dash that belongs to it',
      { document: 'Seats - and what follows', outlets: ['Ledger'] },
      'Seats - and what follows',
    ],
    [
      'without section and site in Chinese',
      { document: '港城皮革企业试用新工艺_经济_海港日报网', outlets: ['海港日报'] },
      '港城皮革企业试用新工艺',
    ],
    ['what there is', { document: 'Home' }, 'Home'],
  ])('is %s', (_, given, title) => {
    expect(chooseTitle({ ...sources, ...given })).toBe(title);
  });
});
