// @vitest-environment node
import { gitea } from '../../../../lib/publish/targets/gitea';
import { describeForge } from './forge-contract';

describeForge('gitea', gitea, 'codeberg.example');
