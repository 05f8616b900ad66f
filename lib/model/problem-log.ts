/** What went wrong on this machine, as it is kept for the person: without what pages say. */

export type ProblemEntry = {
  /** Milliseconds since the epoch. */
  at: number;
  /** The page or worker of the extension it happened in, or `check`. */
  where: string;
  message: string;
  /** Of the extension's own scripts only. */
  stack: string;
  /** Addresses of pages that the message named; shown and exported only when a person asks for them. */
  addresses: string[];
};

const longest = { message: 400, stack: 1500, addresses: 5 };
const address = /\b(?:https?|file|ftp):\/\/[^\s"'<>)\]}]+/giu;
const quoted = /(["'“‘«「])(?:(?!["'”’»」]).){24,}(["'”’»」])/gu;

/** The entry of a thrown value: addresses are taken out of the message, long quotations cut, foreign frames left out. */
export function problemEntry(at: number, where: string, error: unknown, own: string): ProblemEntry {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.includes(own)) : [];
  return {
    at,
    where,
    message: withoutContent(message).slice(0, longest.message),
    stack: withoutContent(frames.map((frame) => frame.replaceAll(own, '/').trim()).join('\n')).slice(0, longest.stack),
    addresses: [...new Set(message.match(address) ?? [])].slice(0, longest.addresses).map((one) => one.slice(0, 500)),
  };
}

const withoutContent = (text: string): string => text.replace(address, '<address>').replace(quoted, '$1…$2');

/** What was stored under a key of the log, whatever it is; null when it is no entry. */
export function readProblemEntry(stored: unknown): ProblemEntry | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { at, where, message, stack, addresses } = stored as Partial<Record<keyof ProblemEntry, unknown>>;
  if (typeof at !== 'number' || typeof where !== 'string' || typeof message !== 'string') return null;
  const listed = Array.isArray(addresses) ? addresses.filter((one): one is string => typeof one === 'string') : [];
  return { at, where, message, stack: typeof stack === 'string' ? stack : '', addresses: listed };
}

/** The log as text, newest first, for a person to read. */
export function formatProblems(entries: readonly ProblemEntry[], withAddresses: boolean): string {
  return entries
    .map(({ at, where, message, stack, addresses }) => {
      const lines = [`${new Date(at).toISOString()}  ${where}`, message, ...(stack ? stack.split('\n') : [])];
      if (withAddresses) lines.push(...addresses.map((one) => `about ${one}`));
      return lines.join('\n    ');
    })
    .join('\n');
}
