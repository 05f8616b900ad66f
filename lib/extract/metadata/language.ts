/** The language of an article: as the page declares it, unless its script or its words say that this cannot be. */

const commonWords: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|and|of|to|in|is|that|for|with|was)\b/giu,
  de: /\b(?:der|die|und|das|ist|nicht|ein|mit|von|auf)\b/giu,
  fr: /\b(?:le|les|des|et|est|une|dans|que|pour|sur)\b/giu,
  es: /\b(?:el|los|las|que|una|por|para|con|del|como)\b/giu,
  pt: /\b(?:os|não|uma|para|com|dos|mais|que|em|são)\b/giu,
  it: /\b(?:il|che|di|una|per|con|della|sono|non|gli)\b/giu,
};

/** BCP 47 with canonical case, or null when nothing is declared and the text is too short or mixed to tell. */
export function chooseLanguage(declared: readonly string[], text: string): string | null {
  const sample = text.slice(0, 2000);
  const script = detectScript(sample);
  for (const written of declared) {
    const tag = canonical(written);
    if (tag && (!script || fits(tag, script)) && !(script === 'latin' && isContradicted(tag, sample))) return tag;
  }
  return script === 'latin' ? detectLatin(sample) : script;
}

/** `zh`, `ja` or `ko` by the letters that the text is made of, `latin` for Latin script, else null. */
function detectScript(text: string): 'zh' | 'ja' | 'ko' | 'latin' | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return null;
  const share = (pattern: RegExp): number => (text.match(pattern)?.length ?? 0) / letters;
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.1) return 'ja';
  if (share(/\p{Script=Hangul}/gu) > 0.3) return 'ko';
  if (share(/\p{Script=Han}/gu) > 0.3) return 'zh';
  return share(/\p{Script=Latin}/gu) > 0.8 ? 'latin' : null;
}

function fits(tag: string, script: 'zh' | 'ja' | 'ko' | 'latin'): boolean {
  const language = tag.split('-')[0] ?? '';
  const isChinese = ['zh', 'yue', 'wuu', 'cmn', 'lzh'].includes(language);
  if (script === 'zh') return isChinese || language === 'ja';
  if (script === 'latin') return !isChinese && language !== 'ja' && language !== 'ko';
  return language === script;
}

/** Common words of another language, and so many times as many as the declared one has: a template's `lang="en"`. */
const contradiction = { words: 20, times: 4 };

function isContradicted(tag: string, text: string): boolean {
  const counts = countCommonWords(text);
  const own = counts.find(({ language }) => language === tag.split('-')[0]);
  const [first] = counts;
  if (!own || !first || own === first) return false;
  return first.count >= contradiction.words && first.count >= own.count * contradiction.times;
}

/** The most frequent first. */
function countCommonWords(text: string): { language: string; count: number }[] {
  const counts = Object.entries(commonWords).map(([language, words]) => ({
    language,
    count: text.match(words)?.length ?? 0,
  }));
  return counts.sort((a, b) => b.count - a.count);
}

function detectLatin(text: string): string | null {
  const [first, second] = countCommonWords(text);
  return first && first.count >= 5 && first.count > (second?.count ?? 0) * 1.5 ? first.language : null;
}

function canonical(written: string): string | null {
  const tag =
    written
      .trim()
      .replace(/_/gu, '-')
      .split(/[,;\s]/u)[0] ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
