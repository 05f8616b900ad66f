// @vitest-environment node
import { gitlab } from '../../../../lib/publish/targets/gitlab';
import { describeForge } from './forge-contract';

describeForge('gitlab', gitlab, 'gitlab.example');
