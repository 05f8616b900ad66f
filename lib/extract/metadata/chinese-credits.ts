/** Who wrote a Chinese article and where it comes from: both stand in its visible words only. */
import type { Zones } from './zones';

const name = '(?:\\p{Script=Han}{1,8}(?:[·•]\\p{Script=Han}{1,10}){1,3}|\\p{Script=Han}{2,4})';
const between = '[ \\u3000、，,/／和]{1,3}';
const end = '(?=[\\s、，,；;）)】\\]|｜。/／]|$)';
const list = `(${name}(?:${between}${name}){0,7})${end}`;
/** Behind a name: then it is who took the picture, or whom the reporter is said to have asked. */
const notWriter = '(?!\\s*[/／]?\\s*(?:摄|攝|图|圖|绘|制图|供图))';
const reporter = '(?:记者|記者|通讯员|撰稿人|评论员)';

/** In the order in which they are believed. */
const writers: readonly RegExp[] = [
  // 作者：张三　采写：南都记者 张三 李四　文/张三
  new RegExp(`(?:作者|撰文|撰稿|采写|執筆|執稿)\\s*[:：/／|｜]\\s*(?:\\S{0,8}${reporter})?\\s*${list}`, 'gu'),
  new RegExp(`(?:^|[\\s（(【|｜])(?:文|文字)\\s?[:：/／|｜]\\s?(?:\\S{0,8}${reporter})?\\s*${list}${notWriter}`, 'gmu'),
  // 新京报讯（记者 张三 通讯员 李四）　（总台记者 张三）
  new RegExp(`[（(【]\\s*[^（）()\\n]{0,16}?${reporter}[\\s:：]*${list}${notWriter}[^（）()\\n]{0,12}`, 'gu'),
  // （中央社記者溫貴香台北21日電）
  new RegExp(
    `${reporter}\\s*(\\p{Script=Han}{2,3}(?:、\\p{Script=Han}{2,3}){0,3})(?=\\p{Script=Han}{2,6}\\d{1,2}日[电電])`,
    'gu',
  ),
  // 新华网黑龙江频道 记者 张三 李四　新京报记者 彭冲 山东报道
  new RegExp(`(?:^|[\\s】）])\\S{0,12}${reporter}[\\s:：]+${list}${notWriter}`, 'gmu'),
];
/** Alone in brackets at the end of the text: （张三）　（姚峰 上海报道） */
const signature = new RegExp(`[（(]\\s*(${name}(?:${between}${name}){0,3})(?:\\s+\\S{2,6}报道)?\\s*[)）]\\s*$`, 'gmu');
/** `石佳/中国青年报` on a line of its own near the headline. */
const withOutlet = /^(\p{Script=Han}{2,4})\s?[/／|｜]\s?(\p{Script=Han}[\p{Script=Han}A-Za-z]{2,14})$/mu;
const pen = /(?:^|\s)(?:作者|楼主|发帖人|发布者)\s*[:：]\s*([^\s:：|｜<>="，。]{2,20})(?=\s|$)/gmu;

const families =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蔣餘葉蘇呂盧鍾譚陸賈韋鄒龍賀顧龔萬錢嚴湯溫齊喬龐顏莊聶魯歐關蘭寧紀畢單塗藍遊華饒時農車連婁黨費衛應閔邊師倉';
const family = new Set(families);

/** Names behind 作者, 记者 and the like: around the headline first, then at the end; none when nobody signs. */
export function findChineseWriters({ head, foot }: Pick<Zones, 'head' | 'foot'>): string[] {
  for (const pattern of writers) {
    for (const zone of [head, foot]) {
      const names = namesBy(pattern, zone);
      if (names.length > 0) return names;
    }
  }
  const signed = [...foot.matchAll(signature)].flatMap((found) => namesIn(found[1])).filter(isPerson);
  if (signed.length > 0) return signed;
  const before = withOutlet.exec(head)?.[1];
  if (before && isPerson(before)) return [before];
  return [...head.matchAll(pen)].flatMap((found) => found[1] ?? []).slice(0, 1);
}

function namesBy(pattern: RegExp, zone: string): string[] {
  for (const found of zone.matchAll(pattern)) {
    const words = namesIn(found[1]);
    const end = words.findIndex((word) => otherRole.test(word));
    const names = end < 0 ? words : words.slice(0, end);
    const first = names[0];
    if (first && isPerson(first)) return names.filter(isPerson);
  }
  return [];
}

const otherRole = /^(?:报道|摄影|编辑|通讯员|实习生|责编|校对|来源|网络|佚名|本报|发自|综合)/u;

function namesIn(written: string | undefined): string[] {
  return (written ?? '').split(/[\s、，,/／和]+/u).filter((word) => word.length > 1);
}

/** Begins as family names do, or is the transcription of a foreign one. */
function isPerson(word: string): boolean {
  return /[·•]/u.test(word) || family.has(word.charAt(0));
}

const original = /(?:稿源|转载自|转自|原载(?:于)?|轉載自)\s*[:：]?\s*([^\s|｜:：，。（()）]{2,30})/u;
const source =
  /(?<![（(]\s?|图片|资料|数据|素材|视频|图)(?:来源|來源|文章来源|信息来源|稿件来源|新闻来源|本文来源)\s*[:：]\s*[[【]?\s*([^\s|｜:：\]】]{2,40})/gu;
const noOutlet =
  /^(?:转载|网络(?:整理)?|互联网|本站(?:原创)?|原创|未知|综合|作者|责任?编辑|编辑|时间|字号|发布)|[=<>]/u;

/** On platforms an account signs: its name stands on a line of its own, before the word for such accounts. */
const account =
  /^([^\n:：]{2,24})\n(?:微信号|公众号|企鹅号|头条号|百家号|搜狐号|网易号|大鱼号|一点号|澎湃号|人民号|财经号)$/mu;
/** `（中央社記者王小明台北5日電）`, `新华社北京3月5日电` */
const dateline =
  /^[（(【]?\s*(新华社|新華社|中央社|中新社|中新网|法新社|美联社|路透社)\S{2,16}?\d{1,2}(?:月\d{1,2})?日[电電]/mu;

/**
 * The outlet a page names in Chinese: 稿源 and 转载自 first, then 来源; else, on pages in Chinese, the account that
 * signs, the agency that the text begins with, or the line beside the date. Empty when none.
 */
export function findChineseOutlet({ head, foot }: Pick<Zones, 'head' | 'foot'>, isChinese = true): string {
  for (const zone of [head, foot]) {
    const labels = [original.exec(zone)?.[1], ...[...zone.matchAll(source)].map((found) => found[1])];
    const outlet = labels.map(cleanOutlet).find((name) => name !== '');
    if (outlet) return outlet;
  }
  const signed = withOutlet.exec(head)?.[2] ?? account.exec(head)?.[1];
  if (signed) return signed;
  return isChinese ? (dateline.exec(head)?.[1] ?? besideDate(head)) : '';
}

function cleanOutlet(written: string | undefined): string {
  const outlet = (written ?? '')
    .replace(/[（(【[].*$/u, '')
    .replace(/(?:作者|编辑|责编|记者|时间|日期|发布).*$/u, '')
    .replace(/[，。；;、]+$/u, '');
  return noOutlet.test(outlet) || outlet.length < 2 ? '' : outlet;
}

const date =
  /(?:\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{1,2}[-/月]\d{1,2}日?\s+\d{1,2}:\d{2}|[:：]\s?\d{1,2}-\d{1,2}$|^\d{1,2}\s?:\s?\d{2}$)/u;
const frame =
  /^(?:原创|阅读|评论|分享|收藏|举报|打印|字[体号]|缩小|放大|大|中|小|微博|微信|首页|正文|关注|登录|时间|发布|来源|浏览|点击|[^\p{L}]*)$|[:：。！？]|\d{3}|发布|时间|阅读|点击|字号|评论|新闻$|资讯$/u;

/** Platforms write the account's name on a line of its own, before the date or behind it, right under the headline. */
function besideDate(head: string): string {
  const lines = head.split('\n').slice(0, 12);
  const at = lines.findIndex((line, number) => number > 0 && date.test(line));
  if (at < 1) return '';
  for (const line of [at > 1 && lines[at - 1] !== lines[0] ? lines[at - 1] : '', lines[at + 1], lines[at + 2]]) {
    const words = line?.trim() ?? '';
    if (words.length >= 2 && words.length <= 16 && !frame.test(words) && /\p{L}{2}/u.test(words)) return words;
  }
  return '';
}
