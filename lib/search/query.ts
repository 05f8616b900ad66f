/**
 * The query language: typed text → a tree that the index answers. Any text is a query; what is wrong with it is said
 * and the rest is run. See docs/search-query.md.
 */
import type { QueryNode, QueryProblem, QueryProblemKind, SearchQuery, SearchSort } from '../model/search-query';
import type { DateContext } from './query-dates';
import { filterOf } from './query-filters';
import { type Place, readTokens, type Token } from './query-lexer';
import { nearest, operators, sortWords, wordFor } from './query-words';

export type { DateContext } from './query-dates';

/** Longer text and deeper brackets are nobody's search; what is beyond is left out. */
const mostCharacters = 2000;
const deepest = 16;

/**
 * Reads typed text. Neighbours must all be found; `or` (OR, |) binds closer than that: `leather or vinyl seats` is
 * (leather or vinyl) and seats. The last word, while nothing follows it, is a prefix. Never throws.
 */
export function parseQuery(typed: string, context: DateContext): SearchQuery {
  const text = typed.slice(0, mostCharacters);
  const parser = new Parser(text, readTokens(text), context);
  if (text !== typed)
    parser.report('too-long', { from: mostCharacters, to: typed.length }, typed.slice(mostCharacters));
  return parser.parse();
}

/** One descent over the tokens; a class because every step moves the same place on and reports to the same list. */
class Parser {
  private at = 0;
  private sort: SearchSort | null = null;
  private readonly problems: QueryProblem[] = [];
  private readonly typed: string;
  private readonly tokens: readonly Token[];
  private readonly context: DateContext;

  constructor(typed: string, tokens: readonly Token[], context: DateContext) {
    this.typed = typed;
    this.tokens = tokens;
    this.context = context;
  }

  parse(): SearchQuery {
    const where = this.all(0);
    if (where === null && this.sort === null && this.problems.length === 0)
      for (const token of this.tokens)
        if (token.kind === 'signs' && /\p{S}/u.test(this.typed.slice(token.from, token.to)))
          this.report('no-words', token);
    this.problems.sort((a, b) => a.from - b.from);
    return { where, sort: this.sort, problems: this.problems };
  }

  report(kind: QueryProblemKind, { from, to }: Place, text?: string, more: Partial<QueryProblem> = {}): void {
    this.problems.push({ kind, from, to, text: text ?? this.typed.slice(from, to), ...more });
  }

  /** Everything up to the bracket that closes this level. */
  private all(depth: number): QueryNode | null {
    const nodes: QueryNode[] = [];
    for (let token = this.tokens[this.at]; token; token = this.tokens[this.at]) {
      if (token.kind === 'close' && depth > 0) break;
      const node = this.either(depth);
      if (node) nodes.push(node);
    }
    return join('and', nodes);
  }

  /** One condition, or several with `or` between them. */
  private either(depth: number): QueryNode | null {
    const nodes: QueryNode[] = [];
    let found = this.one(depth);
    for (let or = this.tokens[this.at]; or?.kind === 'or'; or = this.tokens[this.at]) {
      this.at++;
      const other = this.startsOne(depth) ? this.one(depth) : null;
      if (!found || !other) this.report('stray-or', or);
      if (found && other) nodes.push(found);
      found = other ?? found;
    }
    if (found) nodes.push(found);
    return join('or', nodes);
  }

  private startsOne(depth: number): boolean {
    const token = this.tokens[this.at];
    return token !== undefined && token.kind !== 'or' && !(token.kind === 'close' && depth > 0);
  }

  private one(depth: number): QueryNode | null {
    const token = this.tokens[this.at];
    if (!token || token.kind === 'or') return null; // `or` at the very start: the caller reports it
    this.at++;
    switch (token.kind) {
      case 'not':
        return negate(this.startsOne(depth) ? this.one(depth) : null);
      case 'open':
        return this.brackets(token, depth);
      case 'close':
        this.report('stray-bracket', token);
        return null;
      case 'word':
        return this.word(token);
      case 'quote':
        return this.quoted(token);
      case 'address':
        return { kind: 'filter', name: 'url', values: [token.text] };
      case 'filter':
        return this.filter(token);
      case 'signs':
        return null;
    }
  }

  private brackets(open: Token, depth: number): QueryNode | null {
    if (depth >= deepest) {
      this.report('too-long', open);
      return null;
    }
    const node = this.all(depth + 1);
    if (this.tokens[this.at]) this.at++;
    else this.report('open-bracket', open);
    return node;
  }

  /** While a quotation is being typed its last word is a beginning, as any last word is. */
  private quoted(token: Extract<Token, { kind: 'quote' }>): QueryNode | null {
    if (!token.closed) this.report('open-quote', token, '"');
    if (!/[\p{L}\p{N}]/u.test(token.text)) return null;
    const typing = !token.closed && !/\s$/u.test(this.typed) && this.tokens[this.at - 2]?.kind !== 'not';
    const cut = token.text.lastIndexOf(' ');
    const last = token.text.slice(cut + 1);
    const [word] = readTokens(last);
    const isPlain = word?.kind === 'word' && word.text === last && !word.prefix;
    if (!typing || !isPlain) return { kind: 'phrase', text: token.text };
    const begun: QueryNode = { kind: 'term', text: last, prefix: true };
    const whole = token.text.slice(0, Math.max(0, cut));
    return /[\p{L}\p{N}]/u.test(whole) ? join('and', [{ kind: 'phrase', text: whole }, begun]) : begun;
  }

  private filter(token: Extract<Token, { kind: 'filter' }>): QueryNode | null {
    const { operator } = token;
    if (token.values.length === 0) {
      this.report('missing-value', token, undefined, { operator });
      return null;
    }
    if (operator === 'sort') {
      this.readSort(token);
      return null;
    }
    return filterOf(operator, token.values, this.context, (kind, value, near) =>
      this.report(kind, value, value.text, near === undefined ? { operator } : { operator, near }),
    );
  }

  private readSort({ operator, values }: Extract<Token, { kind: 'filter' }>): void {
    for (const value of values) {
      const word = value.text.toLowerCase();
      const sort = wordFor(sortWords, word);
      if (sort) this.sort = sort;
      else {
        const near = nearest(word, Object.keys(sortWords));
        this.report('unknown-value', value, value.text, near === undefined ? { operator } : { operator, near });
      }
    }
  }

  /** `tga:leather` was meant as an operator; `Toyota:leather` was not. Either way it is searched as words. */
  private word(token: Extract<Token, { kind: 'word' }>): QueryNode {
    const near = token.named ? nearest(token.text.toLowerCase(), operators) : undefined;
    if (near) this.report('unknown-operator', token, undefined, { near });
    return { kind: 'term', text: token.text, prefix: token.prefix || token.to === this.typed.length };
  }
}

function join(kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode | null {
  const flat = nodes.flatMap((node) => (node.kind === kind ? node.nodes : [node]));
  return flat.length > 1 ? { kind, nodes: flat } : (flat[0] ?? null);
}

function negate(node: QueryNode | null): QueryNode | null {
  if (!node) return null;
  return node.kind === 'not' ? node.node : { kind: 'not', node };
}
