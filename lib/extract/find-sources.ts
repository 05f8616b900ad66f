/** Which statements of a page agree with each fact of a clip: what a person is told of where it is from. */
import type { ClipDraft, FactSource, SourcedFact } from '../model/clip';
import type { Witnesses } from '../model/page-reading';
import { parsePublished } from './metadata/published';
import { findZones } from './metadata/zones';

type Statements = Record<FactSource, string>;

/** For each fact the draft has, all kinds of statements that say the same; a fact that nothing states is left out. */
export function findSources(draft: ClipDraft, witnesses: Witnesses): Partial<Record<SourcedFact, FactSource[]>> {
  const meta = witnesses.meta.map(([, content]) => content).join('\n');
  const structured = witnesses.jsonLd.join('\n');
  const { ruled = {}, heading } = witnesses;
  const { head, foot } = findZones(witnesses, draft.text);
  const visible = [head, foot, ...witnesses.marks.map(({ value, text }) => `${value}\n${text}`)].join('\n');
  const [firstName = ''] = (draft.byline ?? '').split(/[,、]/u);
  const found: Partial<Record<SourcedFact, FactSource[]>> = {
    title: agreeing(
      draft.title,
      { rule: ruled.title ?? '', visible: heading, structured, meta: `${meta}\n${witnesses.documentTitle}` },
      holds,
    ),
    byline: agreeing(firstName, { rule: ruled.byline ?? '', visible, structured, meta }, holds),
    publishedAt: agreeing(
      draft.publishedAt?.slice(0, 10) ?? '',
      { rule: ruled.date ?? '', visible, structured, meta },
      holdsDay,
    ),
  };
  return Object.fromEntries(Object.entries(found).filter(([, sources]) => sources.length > 0));
}

function agreeing(
  fact: string,
  statements: Statements,
  says: (statement: string, fact: string) => boolean,
): FactSource[] {
  if (fact.trim() === '') return [];
  return (Object.keys(statements) as FactSource[]).filter((source) => says(statements[source], fact));
}

function holds(statement: string, fact: string): boolean {
  return fold(statement).includes(fold(fact));
}

/** Whether a statement holds a day, written in any of the ways that are understood. */
function holdsDay(statement: string, day: string): boolean {
  if (statement.includes(day) || statement.includes(day.replaceAll('-', ''))) return true;
  return statement.split('\n').some((line) => parsePublished(line)?.startsWith(day));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}
