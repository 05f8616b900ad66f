/** Requests from extension pages to the background: one typed map, checked senders, checked input, plain answers. */
import { browser } from 'wxt/browser';
import { type Failure, unexpected } from '../model/failure';
import { readRequest } from '../model/request-schema';
import type { RequestName, Requests } from '../model/requests';
import { fail, type Result } from '../model/result';
import { noteProblem } from './problem-log';

/** How long an answer may take, in milliseconds. Reading a page's text again waits for the page. */
const patience: Partial<Record<RequestName, number>> = {
  'update-text': 20_000,
  'add-page': 30_000,
  'save-backup': 600_000,
};
const usualPatience = 5000;

export type Handlers = {
  [Name in RequestName]: (input: Requests[Name]['input']) => Promise<Result<Requests[Name]['output']>>;
};

/**
 * Asks the background. Every request may be asked again without harm, so one that got no answer (a worker that was
 * stopped, a time-out) is asked once more; then the failure is `no-answer`. Input that changes while it is under way is
 * given as a function, so that what is asked again is what holds then.
 */
export async function request<Name extends RequestName>(
  name: Name,
  input: Requests[Name]['input'] | (() => Requests[Name]['input']),
): Promise<Result<Requests[Name]['output']>> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const message = { request: name, input: typeof input === 'function' ? input() : input };
    const answer = await Promise.race([send(message), silence(patience[name] ?? usualPatience)]);
    if (isResult<Requests[Name]['output']>(answer)) return answer;
  }
  return fail({ kind: 'no-answer' });
}

async function send(message: object): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch {
    return undefined; // nobody listened, or the worker went away before it answered
  }
}

function silence(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined));
}

function isResult<T>(answer: unknown): answer is Result<T> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';
}

/** Answers requests of this extension's own pages, and of nothing else. To be called while the worker starts. */
export function answerRequests(handlers: Handlers): void {
  const self = { id: browser.runtime.id, origin: browser.runtime.getURL('/') };
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) =>
    isRequest(message) ? answer(handlers, message, sender, self) : undefined,
  );
}

/** What is known of who sent a message. That it has a tab says nothing: a page of the extension may be one too. */
export type Sender = { id?: string | undefined; url?: string | undefined };

/** The answer to one message. Exported for its tests: this is the border to everything that can send messages. */
export async function answer(
  handlers: Handlers,
  message: { request: unknown; input?: unknown },
  sender: Sender,
  self: { id: string; origin: string },
): Promise<Result<unknown, Failure>> {
  if (sender.id !== self.id || !sender.url?.startsWith(self.origin)) return fail({ kind: 'rejected-message' });
  const asked = readRequest(message.request, message.input);
  if (!asked || !Object.hasOwn(handlers, asked.name)) return fail({ kind: 'rejected-message' });
  const handle = handlers[asked.name] as (input: unknown) => Promise<Result<unknown>>;
  try {
    return await handle(asked.input);
  } catch (error) {
    void noteProblem('background', error);
    return fail(unexpected(error));
  }
}

function isRequest(message: unknown): message is { request: unknown; input?: unknown } {
  return typeof message === 'object' && message !== null && Object.hasOwn(message, 'request');
}
