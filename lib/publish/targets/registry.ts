/** Every system a post can be published to over the network, in the order they are offered: one line each. */
import type { Target } from '../../model/target';
import { ghost } from './ghost';
import { gitea } from './gitea';
import { github } from './github';
import { gitlab } from './gitlab';
import { webhook } from './webhook';
import { wordpress } from './wordpress';

export const targets: readonly Target[] = [wordpress, ghost, github, gitlab, gitea, webhook];
