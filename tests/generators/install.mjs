// @ts-check
/** Before the first test: the generators are put on this machine, where it can have them. */
import { installGenerators } from './generators.mjs';

export const setup = installGenerators;
