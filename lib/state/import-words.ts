/** Problems of an import in words, on screen and in a file. */
import type { Importer, ImportProblem, Place, ProblemReason } from '../exchange/format';
import type { Failure } from '../model/failure';
import { saveFile } from '../platform/save-file';
import { formatNumber, type MessageKey, t } from './i18n';

export const nameOfFormat = (importer: Importer): string => t(importer.label as MessageKey);
export const hintOfFormat = (importer: Importer): string => t(importer.hint as MessageKey);

const reasons: Record<ProblemReason, MessageKey> = {
  'no-address': 'import_problem_no_address',
  'bad-address': 'import_problem_bad_address',
  'bad-entry': 'import_problem_bad_entry',
  'too-large': 'import_problem_too_large',
  'too-deep': 'import_problem_too_deep',
  'no-columns': 'import_problem_no_columns',
  damaged: 'import_problem_damaged',
};

export const describeProblem = ({ reason }: ImportProblem): string => t(reasons[reason]);

/** `line 12`, `part.csv, line 12`; empty where nothing is known. */
export function describePlace({ file, line }: Place): string {
  const where = line === null ? '' : t('import_line', formatNumber(line, { useGrouping: false }));
  return [file, where].filter(Boolean).join(', ');
}

/** Saves the problems as a text file, one in a line. */
export async function saveProblems(name: string, problems: readonly ImportProblem[]): Promise<Failure | null> {
  const lines = problems.map((problem) =>
    [describePlace(problem.at), describeProblem(problem), problem.detail].filter(Boolean).join('\t'),
  );
  const data = new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
  const saved = await saveFile(`${name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}-unreadable.txt`, 'text/plain', data);
  return saved.ok ? null : saved.failure;
}
