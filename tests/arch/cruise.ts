/** Runs dependency-cruiser over a source tree and gives what breaks the rules as readable lines. */
import swc from '@swc/core';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

// dependency-cruiser parses TypeScript with swc here, but has no way to tell it that a file holds JSX.
const parseFile = swc.parseFileSync;
swc.parseFileSync = ((path, options) =>
  parseFile(path, { ...options, syntax: 'typescript', tsx: path.endsWith('.tsx') })) as typeof parseFile;

const rules = new URL('dependency-rules.cjs', import.meta.url).pathname;

/** `rule: from → to` for each violation, and how many modules were read. `root` holds `lib/`, `components/` and `entrypoints/`. */
export async function findViolations(root: string): Promise<{ violations: string[]; modules: number }> {
  const options = await extractOptions(rules);
  const { output } = await cruise(
    ['entrypoints', 'lib', 'components'],
    { ...options, baseDir: root },
    {
      ...options.enhancedResolveOptions,
      bustTheCache: true,
    },
  );
  const { summary } = output as ICruiseResult;
  return {
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    modules: summary.totalCruised,
  };
}
