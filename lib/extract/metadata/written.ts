/** What stands around a headline in words: outlet, author and time, in English and in Chinese patterns. */

/** The outlet behind `来源：`; empty when there is none. */
export function findOutlet(head: string): string {
  return /来源\s*[:：]\s*([^\s|｜:：]{2,20})/u.exec(head)?.[1]?.replace(/[（(].*$/u, '') ?? '';
}

/** The names behind `记者` and the like; empty when there are none. */
export function findChineseByline(head: string): string {
  const found =
    /(?:记者|作者|文|撰文)\s*[:：/／|｜]\s*([\p{Script=Han}·]{2,12}(?:[、 ][\p{Script=Han}·]{2,4}){0,4})/u.exec(head) ??
    /[(（【]?(?:本报|本网|新华社|中新社|本刊)?记者\s+([\p{Script=Han}·]{2,4}(?:[、 ][\p{Script=Han}·]{2,4}){0,4})(?=[\s)）】]|$)/u.exec(
      head,
    );
  return found?.[1]?.replace(/(?:来源|编辑|责编|发布|时间).*$/u, '').trim() ?? '';
}

/** A date written near the headline: `2024年3月5日 09:30`, `2024-03-05 09:30:12`, `March 5, 2024`, `5 March 2024`. */
export function findWrittenTime(head: string): string {
  const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
  const numeric =
    /(?<!\d)(?:19|20)\d\d\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}\s?日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/u;
  const english = new RegExp(
    `${month}\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d|\\d{1,2} ${month}\\.?,? (?:19|20)\\d\\d`,
    'u',
  );
  return numeric.exec(head)?.[0] ?? english.exec(head)?.[0] ?? '';
}
