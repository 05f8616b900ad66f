/** Reads what stands in a tag: a value with its filters, or a condition. */
import type { TemplateMistake } from '../../model/template';
import type { Token } from './tokens';
import type { Comparison, Expression, FilterCall, Mistake, Span } from './tree';

type Named = { name: string } & Span;

/** Parentheses and `not` within each other. */
const deepest = 20;

/** Reads tokens one after another; a mistake ends the tag, since nothing behind it can be trusted. */
export class ExpressionReader {
  private readonly tokens: readonly Token[];
  private readonly tag: Span;
  private readonly report: (mistake: Mistake) => void;
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly Token[], tag: Span, report: (mistake: Mistake) => void) {
    this.tokens = tokens;
    this.tag = { start: tag.start, end: tag.end };
    this.report = report;
  }

  get isDone(): boolean {
    return this.at >= this.tokens.length;
  }

  /** The next word when it is this one, taken. */
  takeName(name?: string): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'name' || (name !== undefined && token.text !== name)) return null;
    this.at++;
    return token.text;
  }

  /** Where the next token stands, else the end of the tag. */
  get place(): Span {
    const token = this.tokens[this.at];
    return token ? { start: token.start, end: token.end } : this.tag;
  }

  /** Reports what is left over. */
  end(): boolean {
    const token = this.tokens[this.at];
    if (!token) return true;
    const isCondition = conditionWords.has(textOf(token));
    const mistake: TemplateMistake = isCondition
      ? { kind: 'comparison-outside-if' }
      : { kind: 'unexpected', found: textOf(token) };
    this.report({ ...mistake, start: token.start, end: token.end });
    return false;
  }

  /** `a or b and not c == d`; null after a mistake. */
  condition(): Expression | null {
    return this.chain('or', 'either', () => this.chain('and', 'both', () => this.negation()));
  }

  /** A value with its filters; null after a mistake. */
  value(): Expression | null {
    const of = this.primary();
    if (!of) return null;
    const filters: FilterCall[] = [];
    while (this.takeSign('|')) {
      const place = this.place;
      const name = this.takeName();
      if (name === null) return this.missing();
      const args = this.args();
      if (!args) return null;
      filters.push({ name, args, start: place.start, end: place.end });
    }
    if (filters.length === 0) return of;
    return { kind: 'filtered', of, filters, start: of.start, end: filters.at(-1)?.end ?? of.end };
  }

  private chain(word: 'or' | 'and', kind: 'either' | 'both', next: () => Expression | null): Expression | null {
    let left = next();
    while (left && this.takeName(word)) {
      const right = next();
      if (!right) return null;
      left = { kind, left, right, start: left.start, end: right.end };
    }
    return left;
  }

  private negation(): Expression | null {
    const { start } = this.place;
    if (!this.takeName('not')) return this.comparison();
    return this.deeper(() => {
      const of = this.negation();
      return of && { kind: 'not', of, start, end: of.end };
    });
  }

  private comparison(): Expression | null {
    const left = this.value();
    if (!left) return null;
    const by = this.takeComparison();
    if (!by) return left;
    const right = this.value();
    return right && { kind: 'compared', by, left, right, start: left.start, end: right.end };
  }

  private primary(): Expression | null {
    if (this.takeSign('(')) {
      const inside = this.deeper(() => this.condition());
      return inside && !this.takeSign(')') ? this.missing() : inside;
    }
    const value = this.plain();
    if (value?.kind !== 'path') return value;
    const args = this.args();
    return args && { ...value, args };
  }

  /** A name and the fields behind it. */
  private names(first: Named): (Expression & { kind: 'path' }) | null {
    const names = [first];
    while (this.takeSign('.')) {
      const place = this.place;
      const name = this.takeName();
      if (name === null) return this.missing();
      names.push({ name, ...place });
    }
    return { kind: 'path', names, args: [], start: first.start, end: names.at(-1)?.end ?? first.end };
  }

  /** `:"a":"b"` or `:"a", "b"`; null after a mistake. */
  private args(): Expression[] | null {
    const args: Expression[] = [];
    for (let sign = this.takeSign(':'); sign; sign = this.takeSign(':') || this.takeSign(',')) {
      const arg = this.plain();
      if (!arg) return null;
      args.push(arg);
    }
    return args;
  }

  /** A value without filters or arguments of its own. */
  private plain(): Expression | null {
    const token = this.tokens[this.at];
    if (!token) return this.missing();
    this.at++;
    const { start, end } = token;
    if (token.kind === 'number') return { kind: 'number', number: token.number, start, end };
    if (token.kind === 'text') return { kind: 'text', text: token.text, start, end };
    if (token.kind === 'name') return this.names({ name: token.text, start, end });
    this.report({ kind: 'unexpected', found: token.text, start, end });
    return null;
  }

  private takeSign(text: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || token.text !== text) return false;
    this.at++;
    return true;
  }

  private takeComparison(): Comparison | null {
    const token = this.tokens[this.at];
    const text = token ? textOf(token) : '';
    if (token?.kind === 'text' || !isComparison(text)) return null;
    this.at++;
    return text;
  }

  private deeper<T>(read: () => T | null): T | null {
    if (this.depth >= deepest) {
      this.report({ kind: 'too-deep', ...this.place });
      return null;
    }
    this.depth++;
    const found = read();
    this.depth--;
    return found;
  }

  private missing(): null {
    this.report({ kind: 'value-missing', ...this.place });
    return null;
  }
}

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'contains']);
const conditionWords: ReadonlySet<string> = new Set([...comparisons, 'and', 'or', 'not']);

const isComparison = (text: string): text is Comparison => comparisons.has(text);

const textOf = (token: Token): string => (token.kind === 'number' ? String(token.number) : token.text);
