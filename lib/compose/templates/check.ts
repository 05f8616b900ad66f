/** Finds what is wrong in a template before it is used: names that are not there, filters used wrongly, parts out of place. */
import type { TemplateField, TemplateMistake } from '../../model/template';
import { filters } from './filters/registry';
import { nearest } from './suggest';
import type { Expression, FilterCall, Mistake, Node, Span } from './tree';
import type { Shape } from './value';
import { clipVariables, fieldsOf, postVariables } from './variables';

type Scope = ReadonlyMap<string, Shape>;

const topScope: Scope = new Map([...clipVariables, ...postVariables].map(({ name, shape }) => [name, shape]));

/** The mistakes of a tree that stands in a field of a template. */
export function checkTemplate(nodes: readonly Node[], field: TemplateField): Mistake[] {
  const mistakes: Mistake[] = [];
  const check = new Checker(field, (mistake, { start, end }) => mistakes.push({ ...mistake, start, end }));
  check.nodes(nodes, topScope);
  return mistakes;
}

class Checker {
  private readonly field: TemplateField;
  private readonly report: (mistake: TemplateMistake, at: Span) => void;

  constructor(field: TemplateField, report: (mistake: TemplateMistake, at: Span) => void) {
    this.field = field;
    this.report = report;
  }

  nodes(nodes: readonly Node[], scope: Scope): void {
    for (const node of nodes) this.node(node, scope);
  }

  private node(node: Node, scope: Scope): void {
    switch (node.kind) {
      case 'words':
        return;
      case 'print':
        this.print(node.value, scope);
        return;
      case 'if':
        for (const { condition, body } of node.branches) {
          this.condition(condition, scope);
          this.nodes(body, scope);
        }
        this.nodes(node.otherwise, scope);
        return;
      case 'for': {
        const shape = this.shapeOf(node.list, scope);
        const items = shape && wordsShape(shape);
        const item = items && typeof items === 'object' && 'list' in items ? items.list : null;
        if (shape && shape !== unknown && !item)
          this.report({ kind: 'not-a-list', name: nameOf(node.list) }, node.list);
        // Of a list that is not known, the items are not known either: one mistake is said once.
        this.nodes(node.body, new Map([...scope, [node.name, item ?? unknown], ['loop', 'loop']]));
        return;
      }
    }
  }

  private print(value: Expression, scope: Scope): void {
    const shape = this.shapeOf(value, scope);
    if (!shape || shape === unknown) return;
    const name = nameOf(value);
    if (typeof shape === 'object' && 'part' in shape) {
      if (shape.part === null && this.field !== 'body') this.report({ kind: 'part-only-in-body', name }, value);
      return;
    }
    if (shape === 'loop' || shape === 'flag') {
      const fields = shape === 'loop' ? listed(fieldsOf.loop.slice(0, 2), name) : '';
      this.report({ kind: 'not-words', name, fields }, value);
    }
  }

  private condition(condition: Expression, scope: Scope): void {
    switch (condition.kind) {
      case 'not':
        this.condition(condition.of, scope);
        return;
      case 'both':
      case 'either':
      case 'compared':
        this.condition(condition.left, scope);
        this.condition(condition.right, scope);
        return;
      default:
        this.asValue(condition, scope);
    }
  }

  /** The shape of what is asked for as words; parts without words are none. */
  private asValue(expression: Expression, scope: Scope): Shape | null {
    const shape = this.shapeOf(expression, scope);
    const words = shape && wordsShape(shape);
    if (shape && !words) this.report({ kind: 'part-is-no-value', name: nameOf(expression) }, expression);
    return words;
  }

  /** Null when it cannot be known, which has been reported. */
  private shapeOf(expression: Expression, scope: Scope): Shape | null {
    switch (expression.kind) {
      case 'text':
        return 'text';
      case 'number':
        return 'number';
      case 'path':
        return this.path(expression, scope);
      case 'filtered': {
        let shape = this.asValue(expression.of, scope);
        for (const call of expression.filters) shape = shape && this.filter(call, shape, scope);
        return shape;
      }
      default:
        this.condition(expression, scope);
        return 'flag';
    }
  }

  private path({ names, args }: Extract<Expression, { kind: 'path' }>, scope: Scope): Shape | null {
    const [first, ...fields] = names;
    if (!first) return null;
    let shape = scope.get(first.name) ?? null;
    if (!shape) {
      this.report(
        { kind: 'unknown-variable', name: first.name, suggestion: nearest(first.name, [...scope.keys()]) },
        first,
      );
      return null;
    }
    let of = first.name;
    for (const field of fields) {
      shape = this.fieldShape(shape, field, of);
      if (!shape) return null;
      of = field.name;
    }
    this.partArgs(first, fields.length > 0, args);
    return shape;
  }

  private fieldShape(shape: Shape, field: { name: string } & Span, of: string): Shape | null {
    if (shape === unknown) return unknown;
    const known = typeof shape === 'string' && shape in fieldsOf ? fieldsOf[shape as keyof typeof fieldsOf] : [];
    const found = known.find(({ name }) => name === field.name);
    if (found) return found.shape;
    const suggestion = nearest(
      field.name,
      known.map(({ name }) => name),
    );
    this.report({ kind: 'unknown-field', name: field.name, of, suggestion }, field);
    return null;
  }

  private partArgs(first: { name: string } & Span, hasFields: boolean, args: readonly Expression[]): void {
    const { name } = first;
    const allowed = hasFields ? undefined : postVariables.find((one) => one.name === name)?.args;
    const { least, most } = allowed ?? { least: 0, most: 0 };
    if (most === 0 && args.length > 0) {
      this.report({ kind: 'part-takes-nothing', name }, first);
      return;
    }
    if (args.length < least || args.length > most) this.report({ kind: 'argument-count', name, least, most }, first);
    for (const arg of args) {
      const isAllowed = arg.kind === 'text' && (allowed?.among?.includes(arg.text) ?? true);
      const among = allowed?.among?.map((one) => `"${one}"`).join(', ') ?? '"…"';
      if (!isAllowed) this.report({ kind: 'wrong-argument', name, allowed: among }, arg);
    }
  }

  private filter(call: FilterCall, input: Shape, scope: Scope): Shape | null {
    const { name, args } = call;
    const filter = filters.find((one) => one.name === name);
    if (!filter) {
      const suggestion = nearest(
        name,
        filters.map((one) => one.name),
      );
      this.report({ kind: 'unknown-filter', name, suggestion }, call);
      return null;
    }
    const { least, most } = filter.args;
    if (args.length < least || args.length > most) this.report({ kind: 'argument-count', name, least, most }, call);
    for (const arg of args) this.asValue(arg, scope);
    if (filter.byField) this.sortField(args[0], input, name);
    return filter.shape(input);
  }

  private sortField(by: Expression | undefined, input: Shape, name: string): void {
    const item = typeof input === 'object' && 'list' in input ? input.list : null;
    const known = typeof item === 'string' && item in fieldsOf ? fieldsOf[item as keyof typeof fieldsOf] : [];
    if (by?.kind !== 'text' || known.length === 0 || known.some((one) => one.name === by.text)) return;
    this.report({ kind: 'wrong-argument', name, allowed: known.map((one) => `"${one.name}"`).join(', ') }, by);
  }
}

/** Stands for what a mistake has hidden: everything may be asked of it. */
const unknown: Shape = { part: 'text' };

const wordsShape = (shape: Shape): Shape | null => (typeof shape === 'object' && 'part' in shape ? shape.part : shape);

const listed = (fields: readonly { name: string }[], of: string): string =>
  fields.map(({ name }) => `${of}.${name}`).join(', ');

/** A value as people know it: the variable it begins with. */
function nameOf(expression: Expression): string {
  switch (expression.kind) {
    case 'path':
      return expression.names.map(({ name }) => name).join('.');
    case 'filtered':
      return nameOf(expression.of);
    case 'text':
      return expression.text;
    case 'number':
      return String(expression.number);
    default:
      return '';
  }
}
