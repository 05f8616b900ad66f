/** Every system a post can be published to over the network, in the order they are offered: one line each. */
import type { Target } from '../../model/target';
import { wordpress } from './wordpress';

export const targets: readonly Target[] = [wordpress];
