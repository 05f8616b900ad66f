/** Two versions of one post side by side, part by part, and the post that comes of choosing between them. */
import type { BlockId } from '../model/ids';
import type { Block, Post } from '../model/post';

export type Side = 'mine' | 'theirs';

/** What is chosen together, because one part of it makes no sense without the other. */
const groups = {
  title: ['title'],
  standfirst: ['standfirst'],
  address: ['slug', 'slugEdited', 'canonicalUrl'],
  language: ['language'],
  author: ['author'],
  tags: ['tags'],
  notBefore: ['notBefore'],
  notices: ['notices'],
  status: ['status'],
} as const satisfies Record<string, readonly (keyof Post)[]>;

export type PostField = keyof typeof groups;
const fields = Object.keys(groups) as PostField[];

/** Who changed something since the version that both had; `both` also where there is no such version. */
export type ChangedBy = Side | 'both';

export type PostChange = { key: string; by: ChangedBy } & (
  | { what: 'field'; field: PostField }
  /** Null on the side that does not have the part. */
  | { what: 'block'; mine: Block | null; theirs: Block | null }
  /** The parts that both have stand in another order. */
  | { what: 'order' }
);

/**
 * What differs between two versions of a post, fields first, then parts in the order of mine with theirs between.
 * `base` is the latest version that both had. What writing does not touch (receipts, times) is not compared.
 */
export function comparePosts(mine: Post, theirs: Post, base: Post | null): PostChange[] {
  const inFields = fields.flatMap((field): PostChange[] => {
    const of = (post: Post) => groups[field].map((name) => post[name] ?? null);
    if (isSame(of(mine), of(theirs))) return [];
    return [{ key: field, what: 'field', field, by: changedBy(of(mine), of(theirs), base && of(base)) }];
  });
  const moved = compareOrder(mine.blocks, theirs.blocks, base?.blocks ?? null);
  return [...inFields, ...compareBlocks(mine, theirs, base), ...moved];
}

/** The side that stands where nobody says otherwise: of whoever changed it; null where both did. */
export function usualSide({ by }: PostChange): Side | null {
  return by === 'both' ? null : by;
}

/**
 * Mine, with what was chosen of theirs; what nobody chose stays mine. A state comes with how theirs came to it. The
 * result has the identity, receipts and times of mine.
 */
export function mergePosts(
  mine: Post,
  theirs: Post,
  changes: readonly PostChange[],
  choices: ReadonlyMap<string, Side>,
): Post {
  const isTheirs = ({ key }: PostChange) => choices.get(key) === 'theirs';
  const merged: Post = { ...mine };
  for (const change of changes) if (change.what === 'field' && isTheirs(change)) take(merged, theirs, change.field);
  const ordered = changes.some((change) => change.what === 'order' && isTheirs(change));
  const order = ordered ? joinOrder(theirs.blocks, mine.blocks) : joinOrder(mine.blocks, theirs.blocks);
  const chosen = new Map(
    changes.flatMap((change) =>
      change.what === 'block' ? [[idOf(change), isTheirs(change) ? change.theirs : change.mine] as const] : [],
    ),
  );
  const kept = new Map(mine.blocks.map((block) => [block.id, block]));
  merged.blocks = order.flatMap((id) => (chosen.has(id) ? chosen.get(id) : kept.get(id)) ?? []);
  return merged;
}

function take(merged: Post, theirs: Post, field: PostField): void {
  for (const name of groups[field]) {
    if (theirs[name] === undefined) delete merged[name as 'notBefore'];
    else Object.assign(merged, { [name]: theirs[name] });
  }
  if (field === 'status') merged.steps = joinSteps(merged.steps ?? [], theirs.steps ?? []);
}

/** Every step once, in the order of time. */
function joinSteps(mine: NonNullable<Post['steps']>, theirs: NonNullable<Post['steps']>) {
  const added = theirs.filter((step) => !mine.some((other) => isSame(other, step)));
  return [...mine, ...added].sort((a, b) => a.at - b.at);
}

function compareBlocks(mine: Post, theirs: Post, base: Post | null): PostChange[] {
  const [here, there, before] = [mine, theirs, base].map((post) => new Map(post?.blocks.map((one) => [one.id, one])));
  return joinOrder(mine.blocks, theirs.blocks).flatMap((id): PostChange[] => {
    const sides = { mine: here?.get(id) ?? null, theirs: there?.get(id) ?? null };
    if (isSame(sides.mine, sides.theirs)) return [];
    const by = changedBy(sides.mine, sides.theirs, base && (before?.get(id) ?? null), base !== null);
    return [{ key: `block ${id}`, what: 'block', by, ...sides }];
  });
}

function compareOrder(mine: readonly Block[], theirs: readonly Block[], base: readonly Block[] | null): PostChange[] {
  const common = (of: readonly Block[]) =>
    of.flatMap(({ id }) => (has(mine, id) && has(theirs, id) && (!base || has(base, id)) ? id : []));
  const shared = (of: readonly Block[]) => of.flatMap(({ id }) => (has(mine, id) && has(theirs, id) ? id : []));
  if (isSame(shared(mine), shared(theirs))) return [];
  const by = base ? changedBy(common(mine), common(theirs), common(base), true) : 'both';
  return [{ key: 'order', what: 'order', by }];
}

const has = (blocks: readonly Block[], id: BlockId): boolean => blocks.some((block) => block.id === id);
const idOf = ({ mine, theirs }: { mine: Block | null; theirs: Block | null }): BlockId | undefined =>
  (mine ?? theirs)?.id;

/** `known`: there is such a version, even where it has nothing there. */
function changedBy(mine: unknown, theirs: unknown, base: unknown, known = base !== null): ChangedBy {
  if (!known) return 'both';
  if (isSame(mine, base)) return 'theirs';
  return isSame(theirs, base) ? 'mine' : 'both';
}

/** The ids of `first`, and those only `second` has behind the ones they stand behind there. */
function joinOrder(first: readonly Block[], second: readonly Block[]): BlockId[] {
  const ids = first.map(({ id }) => id);
  for (const [nth, { id }] of second.entries()) {
    if (ids.includes(id)) continue;
    const before = second.slice(0, nth).findLast((other) => ids.includes(other.id));
    ids.splice(before ? ids.indexOf(before.id) + 1 : 0, 0, id);
  }
  return ids;
}

/** Whether two plain values are the same, whatever the order of their fields. */
function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
    return Object.fromEntries(Object.entries(one).sort(([x], [y]) => (x < y ? -1 : 1)));
  });
}
