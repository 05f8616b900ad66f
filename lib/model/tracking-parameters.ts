/** Parameters of addresses that only track. */

/** Parameters that say where a visitor came from, never what is shown. A `*` at the end stands for any ending. */
const trackingParameters = [
  'utm_*',
  'mtm_*',
  'pk_*',
  'piwik_*',
  'matomo_*',
  'hsa_*',
  '_hs*',
  'vero_*',
  'oly_*',
  'at_*',
  'ga_*',
  '__cf_*',
  '__twitter_impression',
  '__s',
  '_ga',
  '_gl',
  '_openstat',
  'cmpid',
  'dclid',
  'dicbo',
  'ef_id',
  'epik',
  'fb_action_ids',
  'fb_action_types',
  'fb_ref',
  'fb_source',
  'fbclid',
  'gad_campaignid',
  'gad_source',
  'gbraid',
  'gclid',
  'gclsrc',
  'guccounter',
  'guce_referrer',
  'guce_referrer_sig',
  'igsh',
  'igshid',
  'irclickid',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'msclkid',
  'rb_clickid',
  'ref_src',
  'ref_url',
  's_cid',
  'share_from',
  'share_medium',
  'share_plat',
  'share_session_id',
  'share_source',
  'share_tag',
  'share_token',
  'shareuid',
  'smid',
  'soc_src',
  'soc_trk',
  'spm',
  'spm_id_from',
  'sr_share',
  'srsltid',
  'trackid',
  'ttclid',
  'twclid',
  'vd_source',
  'wbraid',
  'wickedid',
  'wt_mc',
  'wt_zmc',
  'xtor',
  'yclid',
  'ysclid',
  // WeChat and what it adds to links that are passed on
  'isappinstalled',
  'nsukey',
  'wechat_redirect',
  'wxfid',
  'wxshare_count',
] as const;

/** Parameters that are tracking on some sites and content on others. `from` alone may be a date or a place. */
const trackingBySite: readonly { host: RegExp; parameters: readonly string[] }[] = [
  {
    host: /(^|\.)mp\.weixin\.qq\.com$/u,
    parameters: ['from', 'scene', 'srcid', 'sharer_*', 'clicktime', 'enterid', 'subscene', 'ascene', 'sessionid'],
  },
  { host: /(^|\.)weixin\.qq\.com$/u, parameters: ['exportkey', 'pass_ticket', 'devicetype', 'version', 'lang'] },
  { host: /(^|\.)(toutiao|ixigua|douyin)\.com$/u, parameters: ['app', 'timestamp', 'req_id', 'group_id', 'tt_from'] },
  { host: /(^|\.)(youtube\.com|youtu\.be|spotify\.com)$/u, parameters: ['si', 'feature', 'pp'] },
  { host: /(^|\.)(twitter|x)\.com$/u, parameters: ['s', 't'] },
  { host: /(^|\.)(linkedin)\.com$/u, parameters: ['trk', 'trackingid', 'lipi'] },
];

/** `from` is a mark of sharing with these values and content with others. */
const sharingOrigins = new Set([
  'singlemessage',
  'groupmessage',
  'timeline',
  'wechat',
  'weixin',
  'weibo',
  'qq',
  'qzone',
  'share',
  'sharetimeline',
]);

/** Whether a parameter of an address on `host` can go without changing what is shown. */
export function isTracking(name: string, value: string, host: string): boolean {
  const lower = name.toLowerCase();
  if (lower === 'amp' || (lower === 'outputtype' && value === 'amp')) return true;
  if (lower === 'from' && sharingOrigins.has(value.toLowerCase())) return true;
  if (trackingParameters.some((pattern) => names(pattern, lower))) return true;
  return trackingBySite.some((site) => site.host.test(host) && site.parameters.some((p) => names(p, lower)));
}

function names(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
