/** Runs a checked template: words and parts in order, within bounds, reaching nothing but the variables there are. */
import type { Clip } from '../../model/clip';
import type { ClipId } from '../../model/ids';
import type { TemplateMistake } from '../../model/template';
import { escapeMarkdown } from './escape';
import { filters } from './filters/registry';
import type { Expression, FilterCall, Node, Span } from './tree';
import {
  compare,
  isThere,
  list,
  type PartRequest,
  plainOf,
  type Shape,
  type TemplateContext,
  text,
  type Value,
  wordsOf,
} from './value';
import { clipVariables, fieldOf, postVariables } from './variables';

/** What a template gives: words, and parts between them. */
export type Output = { kind: 'words'; text: string } | { kind: 'part'; part: PartRequest };

export type Run = {
  output: Output[];
  /** The clips that any of it speaks of. */
  read: ReadonlySet<ClipId>;
  mistakes: (TemplateMistake & Span)[];
};

/** Nodes, values and thousands of characters handled: a hundred clips in a rich template take a tenth of it. */
const mostSteps = 100_000;
/** UTF-16 units of words. */
const mostOutput = 500_000;
const mostParts = 2_000;

class Stop extends Error {
  readonly at: Span;
  constructor(at: Span) {
    super('too much');
    this.at = { start: at.start, end: at.end };
  }
}

/**
 * The output of a template. `markdown`: values are escaped for it; otherwise they are one line of plain text. A
 * template that goes beyond the bounds is stopped, and what it has made so far is given.
 */
export function runTemplate(nodes: readonly Node[], context: TemplateContext, form: 'markdown' | 'plain'): Run {
  const runner = new Runner(context, form);
  try {
    runner.nodes(nodes, { current: null, names: new Map() });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    runner.mistakes.push({ kind: 'too-much', ...error.at });
  }
  return { output: runner.output, read: runner.read, mistakes: runner.mistakes };
}

type Scope = { current: Clip | null; names: ReadonlyMap<string, Value> };

class Runner {
  readonly output: Output[] = [];
  readonly read = new Set<ClipId>();
  readonly mistakes: Run['mistakes'] = [];
  private readonly context: TemplateContext;
  private readonly form: 'markdown' | 'plain';
  private steps = 0;
  private size = 0;
  private parts = 0;

  constructor(context: TemplateContext, form: 'markdown' | 'plain') {
    this.context = context;
    this.form = form;
  }

  nodes(nodes: readonly Node[], scope: Scope): void {
    for (const node of nodes) this.node(node, scope);
  }

  private node(node: Node, scope: Scope): void {
    this.step(node, 1);
    switch (node.kind) {
      case 'words':
        this.say(node.text, node);
        return;
      case 'print':
        this.print(node.value, scope);
        return;
      case 'if': {
        const taken = node.branches.find(({ condition }) => this.holds(condition, scope));
        this.nodes(taken?.body ?? node.otherwise, scope);
        return;
      }
      case 'for':
        this.repeat(node, scope);
        return;
    }
  }

  private repeat(node: Extract<Node, { kind: 'for' }>, scope: Scope): void {
    const list = wordsOf(this.value(node.list, scope));
    const items = list.kind === 'list' ? list.items : [];
    for (const [at, item] of items.entries()) {
      this.step(node, 1);
      const loop: Value = { kind: 'loop', at, count: items.length };
      const names = new Map([...scope.names, [node.name, item] as const, ['loop', loop] as const]);
      this.nodes(node.body, { current: item.kind === 'clip' ? item.clip : scope.current, names });
    }
  }

  private print(expression: Expression, scope: Scope): void {
    const value = this.value(expression, scope);
    if (value.kind !== 'part' || this.form === 'plain') {
      this.say(this.written(value), expression);
      return;
    }
    if (++this.parts > mostParts) throw new Stop(expression);
    this.output.push({ kind: 'part', part: value.part });
  }

  private written(value: Value): string {
    const { language } = this.context;
    if (this.form === 'plain') return plainOf(value, language);
    if (value.kind === 'markdown') return value.markdown;
    return value.kind === 'url' ? value.url : escapeMarkdown(plainOf(value, language));
  }

  private say(words: string, at: Span): void {
    this.size += words.length;
    if (this.size > mostOutput) throw new Stop(at);
    const last = this.output.at(-1);
    if (last?.kind === 'words') last.text += words;
    else this.output.push({ kind: 'words', text: words });
  }

  private holds(expression: Expression, scope: Scope): boolean {
    this.step(expression, 1);
    switch (expression.kind) {
      case 'not':
        return !this.holds(expression.of, scope);
      case 'both':
        return this.holds(expression.left, scope) && this.holds(expression.right, scope);
      case 'either':
        return this.holds(expression.left, scope) || this.holds(expression.right, scope);
      case 'compared':
        return compare(expression.by, this.value(expression.left, scope), this.value(expression.right, scope));
      default:
        return isThere(this.value(expression, scope));
    }
  }

  private value(expression: Expression, scope: Scope): Value {
    switch (expression.kind) {
      case 'text':
        return text(expression.text);
      case 'number':
        return { kind: 'number', number: expression.number };
      case 'path':
        return this.path(expression, scope);
      case 'filtered':
        return expression.filters.reduce(
          (value, call) => this.filter(call, value, scope),
          wordsOf(this.value(expression.of, scope)),
        );
      default:
        return { kind: 'flag', flag: this.holds(expression, scope) };
    }
  }

  private filter(call: FilterCall, input: Value, scope: Scope): Value {
    const filter = filters.find(({ name }) => name === call.name);
    if (!filter) return input;
    const args = call.args.map((arg) => wordsOf(this.value(arg, scope)));
    this.step(call, costOf(input));
    const result = filter.apply(input, args, this.context);
    this.step(call, costOf(result));
    return result;
  }

  private path({ names, args, start, end }: Extract<Expression, { kind: 'path' }>, scope: Scope): Value {
    const [first, ...fields] = names;
    if (!first) return text('');
    let value = this.variable(first.name, args, scope, { start, end });
    for (const { name } of fields) {
      if (value.kind === 'clip') this.read.add(value.clip.id);
      value = fieldOf(value, name, this.context);
    }
    if (value.kind === 'clip') this.read.add(value.clip.id);
    this.step({ start, end }, costOf(value));
    return value;
  }

  private variable(name: string, args: readonly Expression[], scope: Scope, at: Span): Value {
    const named = scope.names.get(name);
    if (named) return named;
    const { clips } = this.context;
    const ofPost = postVariables.find((one) => one.name === name);
    if (ofPost) {
      const words = args.map((arg) => plainOf(this.value(arg, scope), this.context.language));
      const value = ofPost.of(scope.current ? [scope.current] : clips, words, this.context);
      if (!value) this.mistakes.push({ kind: 'standing-missing', name: words[0] ?? '', ...at });
      return value ?? text('');
    }
    const ofClip = clipVariables.find((one) => one.name === name);
    const clip = scope.current ?? clips[0];
    if (!ofClip || !clip) return text('');
    return scope.current || clips.length === 1 ? this.ofClip(ofClip, clip) : this.ofAll(ofClip, clips);
  }

  private ofClip(variable: (typeof clipVariables)[number], clip: Clip): Value {
    this.read.add(clip.id);
    return variable.of(clip, this.context);
  }

  /** Outside a repeated part: what is one is the first clip's, what is many is of all clips, so that none is forgotten. */
  private ofAll(variable: (typeof clipVariables)[number], clips: readonly Clip[]): Value {
    const [first, ...rest] = clips.slice(0, isMany(variable.shape) ? clips.length : 1);
    if (!first) return text('');
    const value = this.ofClip(variable, first);
    const others = rest.map((clip) => this.ofClip(variable, clip));
    if (value.kind === 'list') return united([value, ...others]);
    if (value.kind !== 'part' || !('clips' in value.part)) return value;
    const part = { ...value.part, clips: clips.map(({ id }) => id) };
    const words = value.words?.kind === 'list' ? united([value, ...others].map(wordsOf)) : value.words;
    return { kind: 'part', part, words };
  }

  private step(at: Span, cost: number): void {
    this.steps += cost;
    if (this.steps > mostSteps) throw new Stop(at);
  }
}

const isMany = (shape: Shape): boolean => typeof shape === 'object';

/** Lists as one; the same text is in it once. */
function united(lists: readonly Value[]): Value {
  const items = lists.flatMap((value) => (value.kind === 'list' ? value.items : []));
  const seen = new Set<string>();
  const isAgain = (item: Value) => item.kind === 'text' && seen.size === seen.add(item.text.toLowerCase()).size;
  return list(items.filter((item) => !isAgain(item)));
}

function costOf(value: Value): number {
  if (value.kind === 'part') return value.words ? costOf(value.words) : 1;
  if (value.kind === 'list') return 1 + value.items.length;
  return value.kind === 'text' ? 1 + value.text.length / 1000 : 1;
}
