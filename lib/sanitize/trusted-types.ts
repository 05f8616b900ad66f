/** The `clipsheet` Trusted Types policy: the one place where a string becomes something the browser will parse. */

import type { Brand } from '../model/ids';

/**
 * A `TrustedHTML` object where the browser has Trusted Types, the string itself elsewhere. Typed as a string because
 * that is what the DOM's sinks take in TypeScript's library.
 */
export type TrustedHtml = Brand<'TrustedHtml'>;

type Policy = { createHTML(html: string): unknown };
type Factory = { createPolicy(name: string, rules: { createHTML(html: string): string }): Policy };

let policy: Policy | undefined;

/**
 * The policy, made on first use. A page's own content security policy may forbid the name where a browser applies it
 * to injected scripts; then the string goes through as it is, and a sink that refuses it throws.
 */
function makePolicy(): Policy {
  const plain: Policy = { createHTML: (html) => html };
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  if (!factory) return plain;
  try {
    return factory.createPolicy('clipsheet', { createHTML: (html) => html });
  } catch {
    return plain;
  }
}

/** `html` for a sink. Only for inert parsing and for documents of our own making: this cleans nothing. */
export function trust(html: string): TrustedHtml {
  policy ??= makePolicy();
  return policy.createHTML(html) as TrustedHtml;
}
