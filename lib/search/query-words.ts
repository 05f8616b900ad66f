/** The words of the query language: operators and their values, in English and Chinese, folded. */
import type { ClipStatus } from '../model/clip';
import type { HasValue, IsValue, SearchSort } from '../model/search-query';

/** Operators by their English name, with the other names they answer to. The first Chinese one is what is suggested. */
export const operatorNames = {
  tag: ['tags', '标签', '標籤'],
  site: ['source', 'outlet', '站点', '网站', '媒体', '来源', '站點', '網站', '媒體', '來源'],
  by: ['author', 'byline', '作者'],
  lang: ['language', '语言', '語言'],
  status: ['状态', '狀態'],
  is: ['是', '为'],
  has: ['有', '含', '包含'],
  import: ['imported', '导入', '匯入', '導入'],
  clipped: ['saved', 'added', '剪藏', '收藏', '保存'],
  published: ['发布', '发表', '發布', '發表'],
  sort: ['order', '排序'],
} as const satisfies Record<string, readonly string[]>;

export type Operator = keyof typeof operatorNames;
export const operators = Object.keys(operatorNames) as Operator[];

const byName = new Map<string, Operator>(
  operators.flatMap((operator) => [operator, ...operatorNames[operator]].map((name) => [name, operator] as const)),
);

/** The operator of a folded name, or undefined. */
export const operatorOf = (name: string): Operator | undefined => byName.get(name);

type Words<Value extends string> = Readonly<Record<Value, readonly string[]>>;

export const statusWords: Words<ClipStatus> = {
  inbox: ['收件箱'],
  kept: ['keep', '保留'],
  archived: ['archive', '归档', '已归档', '歸檔'],
};

export const isWords: Words<IsValue> = {
  starred: ['star', 'favourite', 'favorite', '星标', '加星', '星標'],
  annotated: ['批注', '已批注', '批註'],
  published: ['posted', 'used', '已发布', '發布', '发布'],
  bookmark: ['bookmarks', 'link', '书签', '書籤'],
  article: ['articles', '文章'],
  selection: ['selections', '选段', '選段'],
  duplicate: ['duplicates', 'dupe', '重复', '重複'],
};

export const hasWords: Words<HasValue> = {
  image: ['images', 'picture', 'photo', '图片', '圖片'],
  note: ['notes', '备注', '備註'],
  highlight: ['highlights', '划线', '劃線', '高亮'],
  tag: ['tags', '标签', '標籤'],
};

export const sortWords: Words<SearchSort> = {
  relevance: ['best', '相关', '相关度', '相關'],
  newest: ['new', 'latest', 'date', '最新', '新'],
  oldest: ['old', '最早', '旧', '舊'],
  published: ['发布', '发布时间', '發布'],
  title: ['headline', '标题', '標題'],
  site: ['source', 'outlet', '站点', '媒体', '来源', '站點', '媒體'],
};

/** Primary subtags of languages by names people type; any other two- or three-letter code stands for itself. */
export const languageWords: Words<string> = {
  zh: ['chinese', 'cn', '中文', '汉语', '中'],
  en: ['english', '英文', '英语', '英語', '英'],
  ja: ['japanese', 'jp', '日文', '日语', '日語', '日本語'],
  ko: ['korean', 'kr', '韩文', '韩语', '韓語', '한국어'],
  de: ['german', 'deutsch', '德文', '德语', '德語'],
  fr: ['french', 'français', '法文', '法语', '法語'],
  es: ['spanish', 'español', '西班牙语', '西班牙語'],
  it: ['italian', 'italiano', '意大利语', '意大利語'],
  pt: ['portuguese', 'português', '葡萄牙语', '葡萄牙語'],
  ru: ['russian', 'русский', '俄文', '俄语', '俄語'],
};

/** The value that a folded word names. */
export function wordFor<Value extends string>(words: Words<Value>, word: string): Value | undefined {
  for (const value of Object.keys(words) as Value[]) if (value === word || words[value].includes(word)) return value;
  return undefined;
}

/** What one typing slip away (one letter more, less, other, or two swapped) was probably meant; words of three letters up. */
export function nearest<Word extends string>(typed: string, known: readonly Word[]): Word | undefined {
  if (typed.length < 3) return undefined;
  return known.find((word) => word.length > 1 && word !== typed && isOneSlip(typed, word));
}

function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
