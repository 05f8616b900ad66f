/** Which rule is for a page. */
import type { SiteRule } from '../../model/site-rule';
import { siteRules } from './registry';

/** The rule whose host is nearest to the address's; null for most pages. */
export function findRule(url: string, rules: readonly SiteRule[] = siteRules): SiteRule | null {
  const host = URL.parse(url)?.hostname.replace(/\.$/u, '');
  if (!host) return null;
  let best: { rule: SiteRule; length: number } | null = null;
  for (const rule of rules) {
    for (const name of rule.hosts) {
      const isOf = host === name || host.endsWith(`.${name}`);
      if (isOf && name.length > (best?.length ?? 0)) best = { rule, length: name.length };
    }
  }
  return best?.rule ?? null;
}
