/** Every site rule, by the name of the publisher. */
import type { SiteRule } from '../../model/site-rule';
import { autohome } from './autohome';
import { d1ev } from './d1ev';
import { electrek } from './electrek';
import { gasgoo } from './gasgoo';
import { guancha } from './guancha';
import { ifeng } from './ifeng';
import { insideevs } from './insideevs';
import { netease } from './netease';
import { peoplesDaily } from './peoples-daily';
import { sina } from './sina';
import { sohu } from './sohu';
import { tencentNews } from './tencent-news';
import { toutiao } from './toutiao';
import { wechat } from './wechat';
import { xinhua } from './xinhua';

export const siteRules: readonly SiteRule[] = [
  autohome,
  d1ev,
  electrek,
  gasgoo,
  guancha,
  ifeng,
  insideevs,
  netease,
  peoplesDaily,
  sina,
  sohu,
  tencentNews,
  toutiao,
  wechat,
  xinhua,
];
