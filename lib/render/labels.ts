/** The post's own words (labels, not content) in the languages Clipsheet speaks, and dates in any language. */
export { knownLanguage, writtenDate } from '../model/written-date';

export type Labels = {
  /** BCP 47 language of these words; differs from the post's when that is neither English nor Chinese. */
  language: string;
  by: (author: string) => string;
  updated: string;
  source: (count: number) => string;
  alsoCovered: string;
  originallyPublished: string;
  published: string;
  clipped: string;
  readOriginal: (outlet: string) => string;
  unknownOutlet: string;
  footnotes: string;
  references: string;
  imagesToUpload: string;
  imageNumber: (number: number) => string;
  backToText: (number: string) => string;
  gallery: string;
  enlarge: (number: number, count: number) => string;
  close: string;
  previous: string;
  next: string;
  table: string;
  credit: (name: string) => string;
  share: string;
  shareWaits: string;
  weibo: string;
  wechat: string;
  shareEmail: string;
  shareCopy: string;
  shareCopied: string;
  shareSystem: string;
  wechatScan: string;
  wechatCopy: string;
  wechatCode: string;
  tags: string;
  contents: string;
  correction: string;
  retraction: string;
  alsoIn: string;
  rights: string;
  /** Between an outlet, an author and a date. */
  separator: string;
};

const english: Labels = {
  language: 'en',
  by: (author) => `By ${author}`,
  updated: 'Updated',
  source: (count) => (count === 1 ? 'Source' : 'Sources'),
  alsoCovered: 'Also covered by',
  originallyPublished: 'Originally published by',
  published: 'Published',
  clipped: 'Retrieved',
  readOriginal: (outlet) => `Read the original at ${outlet}`,
  unknownOutlet: 'Unknown outlet',
  footnotes: 'Notes',
  references: 'References',
  imagesToUpload: 'Images to upload',
  imageNumber: (number) => `Image ${number}`,
  backToText: (number) => `Back to the text of note ${number}`,
  gallery: 'Gallery',
  enlarge: (number, count) => `Enlarge image ${number} of ${count}`,
  close: 'Close',
  previous: 'Previous image',
  next: 'Next image',
  table: 'Table',
  credit: (name) => `Image: ${name}`,
  share: 'Share this post',
  shareWaits: 'Once the page is on the web all of these work; until then, e-mail does.',
  weibo: 'Weibo',
  wechat: 'WeChat',
  shareEmail: 'E-mail',
  shareCopy: 'Copy link',
  shareCopied: 'Link copied',
  shareSystem: 'More…',
  wechatScan: 'Scan with WeChat, then share from there.',
  wechatCopy: 'Copy the link and paste it in WeChat.',
  wechatCode: 'QR code with the address of this post',
  tags: 'Topics',
  contents: 'In this post',
  correction: 'Correction',
  retraction: 'Retracted',
  alsoIn: 'Also in',
  rights: 'Quoted words and images belong to their owners and are shown with their source.',
  separator: ' · ',
};

const chinese: Labels = {
  language: 'zh-CN',
  by: (author) => `作者：${author}`,
  updated: '更新于',
  source: () => '来源',
  alsoCovered: '同题报道：',
  originallyPublished: '原文刊于',
  published: '发布日期',
  clipped: '收录日期',
  readOriginal: (outlet) => `阅读原文：${outlet}`,
  unknownOutlet: '未注明媒体',
  footnotes: '注释',
  references: '参考链接',
  imagesToUpload: '待上传图片',
  imageNumber: (number) => `图 ${number}`,
  backToText: (number) => `返回注释 ${number} 的正文位置`,
  gallery: '图集',
  enlarge: (number, count) => `放大图片 ${number}/${count}`,
  close: '关闭',
  previous: '上一张',
  next: '下一张',
  table: '表格',
  credit: (name) => `图片来源：${name}`,
  share: '分享本文',
  shareWaits: '网页发布上线后，以下方式均可使用；在此之前可用邮件分享。',
  weibo: '微博',
  wechat: '微信',
  shareEmail: '邮件',
  shareCopy: '复制链接',
  shareCopied: '链接已复制',
  shareSystem: '更多…',
  wechatScan: '用微信扫一扫，打开后即可转发。',
  wechatCopy: '复制链接，粘贴到微信中即可分享。',
  wechatCode: '本文网址的二维码',
  tags: '话题',
  contents: '本期内容',
  correction: '更正',
  retraction: '撤稿',
  alsoIn: '其他语言版本：',
  rights: '引用的文字与图片版权归原作者所有，均已注明来源。',
  separator: ' · ',
};

/** The words for a post in `language` (BCP 47): Chinese for Chinese, English for every other. */
export function labelsFor(language: string): Labels {
  return /^zh\b/i.test(language) ? chinese : english;
}

/** `lang` for an element that holds only labels: null when they are in the post's own language. */
export function langOf(labels: Labels, language: string): string | null {
  return labels.language.slice(0, 2) === language.slice(0, 2).toLowerCase() ? null : labels.language;
}

const rightToLeft = /^(ar|arc|ckb|dv|fa|he|ks|ku-arab|nqo|ps|sd|ug|ur|yi)\b/i;

/** The direction a language is written in. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.test(language) ? 'rtl' : 'ltr';
}

/** A moment as ISO 8601 in the time zone that `like` was written in, so that a day is the day its writer saw. */
export function isoInZoneOf(like: string, moment: number): string {
  const zone = /([+-])(\d{2}):?(\d{2})$/.exec(like);
  const minutes = zone ? Number(`${zone[1]}1`) * (Number(zone[2]) * 60 + Number(zone[3])) : 0;
  const local = new Date(moment + minutes * 60_000).toISOString().slice(0, 19);
  return `${local}${zone ? `${zone[1]}${zone[2]}:${zone[3]}` : 'Z'}`;
}
