/** Injected before `clipper.js` where the site has a rule: leaves it what follows the rule. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { followRule } from '../lib/extract/follow-rule';
import type { Handover } from '../lib/extract/handover';

export default defineUnlistedScript(() => {
  const orders = (globalThis as Handover).__clipsheet;
  const rule = orders?.rule;
  if (orders && rule) orders.find = (page, witnesses) => followRule(page, witnesses, rule);
});
