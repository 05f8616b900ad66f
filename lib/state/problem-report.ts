/** What went wrong on this machine, and a report of it that a person can read before anyone else does. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { formatProblems, type ProblemEntry } from '../model/problem-log';
import type { Result } from '../model/result';
import { writeClipboard } from '../platform/clipboard';
import { extensionVersion } from '../platform/pages';
import { clearProblems, readProblems } from '../platform/problem-log';
import { saveFile } from '../platform/save-file';
import { readStorageUse } from '../platform/storage-use';
import { facets } from '../store/facets';
import { attempt } from '../store/failures';
import { indexProgress } from '../store/search-upkeep';
import { db } from './db';
import { formatBytes, interfaceLanguage } from './i18n';
import { settings } from './settings';

const current = signal<readonly ProblemEntry[]>([]);
/** Newest first. */
export const problems: ReadonlySignal<readonly ProblemEntry[]> = current;

export async function refreshProblems(): Promise<void> {
  current.value = await readProblems();
}

export async function forgetProblems(): Promise<void> {
  await clearProblems();
  await refreshProblems();
}

export type ReportChoice = { said: string; withAddresses: boolean };

/** The whole report: numbers and names of the machine and the library, nothing of what pages or people say but `said`. */
export async function composeReport({ said, withAddresses }: ReportChoice): Promise<string> {
  const facts = { ...(await machineFacts()), ...(await libraryFacts()) };
  const lines = Object.entries(facts).map(([name, value]) => `${`${name}:`.padEnd(18)} ${value}`);
  const log = formatProblems(await readProblems(), withAddresses);
  const parts = ['Clipsheet: problem report', said.trim(), lines.join('\n'), log || 'Nothing has gone wrong.'];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

async function machineFacts() {
  const { used, available, persisted } = await readStorageUse();
  const { theme, density, keepImages, backup } = settings.peek();
  return {
    version: extensionVersion(),
    browser: navigator.userAgent,
    language: `${interfaceLanguage.peek()} (browser: ${navigator.language})`,
    storage: `${formatBytes(used)} used, ${formatBytes(available)} free, ${persisted ? 'kept' : 'may be cleared'}`,
    settings: `${theme}, ${density}, images ${keepImages ? 'kept' : 'not kept'}, backup ${backup.every}`,
    written: new Date().toISOString(),
  };
}

async function libraryFacts(): Promise<Record<string, string | number>> {
  const read = await attempt(db, async () => ({ found: await facets(db), index: await indexProgress(db) }));
  if (!read.ok) return { library: `cannot be read: ${read.failure.kind}` };
  const { found, index } = read.value;
  return {
    clips: found.total,
    deleted: found.deleted,
    tags: found.tags.length,
    sites: found.sites.length,
    'search index': index ? `being made: ${index.done} of ${index.total}` : 'whole',
  };
}

const reportName = (): string => `clipsheet-problem-${new Date().toISOString().slice(0, 10)}.txt`;

/** Offers the report as a text file; gives its name. */
export async function saveReport(report: string): Promise<Result<string>> {
  const saved = await saveFile(reportName(), 'text/plain;charset=utf-8', new TextEncoder().encode(report));
  return saved.ok ? { ok: true, value: reportName() } : saved;
}

export function copyReport(report: string): Promise<Result<null>> {
  const holder = document.createElement('pre');
  holder.textContent = report;
  return writeClipboard(holder.outerHTML, report);
}
