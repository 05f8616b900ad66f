/** Which blocks of a page are its article, by the chance that a model gives each. */
import type { Witnesses } from '../../model/page-reading';
import { type Block, type Blocks, chainTags, type Frame } from './collect-blocks';
import { type Measured, measureBlocks } from './measure-blocks';
import type { Features } from './text-features';

/** A block stays, or comes back, when it is more likely than this to be of the article. */
const least = { kept: 0.44, dropped: 0.57 };
/** A line that reads as an invitation or a byline has to be more likely. */
const leastOfLines = 0.9;
/** A heading or an entry's time that is more likely than this goes with the text below it. */
const leastOfLeads = 0.05;
/** How much the two beside it weigh: what is of the article stands together. */
const beside = 0.15;
/** Of the text that Readability found at least this share stays: else the page is of a kind the model was never shown. */
const fewest = 0.04;
/** Paragraphs of one parent of which so much text stays lose no more than a quarter of it; shorter ones are not looked at. */
const shortestParagraph = 60;
const fewestCharacters = 400;
const mostGoing = 0.25;
const inTable = 1 << chainTags.indexOf('table');
/** What is never of the text, however near it stands. */
const frameLine = /^[（(【]?(?:原标题|责任?编辑)[:：]/u;

/** The chance, from 0 to 1, that a block with these features is of the article. */
export type Likelihood = (features: Features) => number;

/**
 * The blocks of the article. Much of what is known of a block is how it stands to what Readability kept; where most of
 * the choice is what it had dropped, all is measured and chosen once more with the first choice in its place.
 */
export function chooseArticle(
  blocks: Blocks,
  kept: ReadonlySet<Block>,
  witnesses: Witnesses,
  likelihood: Likelihood,
): ReadonlySet<Block> {
  const first = wholeRuns(chooseOnce(blocks, kept, witnesses, likelihood), blocks, kept);
  let [before, after, common] = [0, 0, 0];
  for (const block of blocks.blocks) {
    const { length } = block.text;
    if (kept.has(block)) before += length;
    if (first.has(block)) after += length;
    if (kept.has(block) && first.has(block)) common += length;
  }
  if (after < fewest * before) return kept;
  return common * 2 < after ? chooseOnce(blocks, first, witnesses, likelihood) : first;
}

/**
 * Adds the rest where most of what Readability kept of the paragraphs side by side would go, though the others stay: the
 * model has seen few long articles, and of those often only the beginning was called true.
 */
function wholeRuns(chosen: Set<Block>, { blocks }: Blocks, kept: ReadonlySet<Block>): Set<Block> {
  const runs = new Map<Frame | null, Run>();
  for (const block of blocks) {
    const { frame, links, text } = block;
    if (!kept.has(block) || links > 0 || text.length < shortestParagraph || frame.element.localName !== 'p') continue;
    const run = runs.get(frame.parent) ?? { stays: 0, goes: 0, going: [] };
    runs.set(frame.parent, run);
    if (chosen.has(block)) run.stays += text.length;
    else {
      run.goes += text.length;
      run.going.push(block);
    }
  }
  for (const { stays, goes, going } of runs.values())
    if (stays > fewestCharacters && goes > stays * mostGoing) for (const block of going) chosen.add(block);
  return chosen;
}

/** Paragraphs of one parent: how many characters stay and go, and which go. */
type Run = { stays: number; goes: number; going: Block[] };

function chooseOnce(
  blocks: Blocks,
  kept: ReadonlySet<Block>,
  witnesses: Witnesses,
  likelihood: Likelihood,
): Set<Block> {
  const measured = measureBlocks(blocks, kept, witnesses);
  const chances = measured.map(({ features }) => likelihood(features));
  for (let at = measured.length - 1; at-- > 0; )
    if (isLead(measured[at] as Measured) && (chances[at] ?? 0) > leastOfLeads)
      chances[at] = Math.max(chances[at] ?? 0, chances[at + 1] ?? 0);
  const tables = measured.map(({ block, isKept }) => (isKept ? tableOf(block) : null));
  const ofTables = tableChances(measured, chances, tables);
  // What a page has twice, for phones say, is not brought back beside the text that is there.
  const texts = new Set(measured.map(({ block, isKept }) => isKept && block.text));
  const chosen = measured.filter(({ block, isKept, isLine }, at) => {
    const table = tables[at];
    const own = chances[at] ?? 0;
    if (isLine && !table && own < leastOfLines) return false;
    if (isKept ? frameLine.test(block.text) : texts.has(block.text)) return false;
    const around = ((chances[at - 1] ?? own) + (chances[at + 1] ?? own)) / 2;
    const chance = (table && ofTables.get(table)) || own + beside * (around - own);
    return chance > (isKept ? least.kept : least.dropped);
  });
  return new Set(chosen.map(({ block }) => block));
}

function isLead({ block: { frame, text }, isKept }: Measured): boolean {
  return isKept && (/^h[2-6]$/u.test(frame.element.localName) || /^\d?\d[:.]\d\d$/u.test(text));
}

/** A table of data stays or goes as a whole: the mean chance of its cells, by their length. */
function tableChances(
  measured: readonly Measured[],
  chances: readonly number[],
  tables: readonly (object | null)[],
): Map<object, number> {
  const sums = new Map<object, [chance: number, length: number]>();
  for (let at = 0; at < measured.length; at++) {
    const table = tables[at];
    if (!table) continue;
    const { length } = (measured[at] as Measured).block.text;
    const [chance, total] = sums.get(table) ?? [0, 0];
    sums.set(table, [chance + (chances[at] ?? 0) * length, total + length]);
  }
  return new Map([...sums].map(([table, [chance, length]]) => [table, chance / (length || 1)]));
}

/** The table that a block is a cell of; none for tables that only lay out a page. */
export function tableOf({ frame, texts }: Block): Element | null {
  if (!(frame.chain & inTable)) return null;
  return texts[0]?.parentElement?.closest('tr')?.children[1]?.closest('table') ?? null;
}
