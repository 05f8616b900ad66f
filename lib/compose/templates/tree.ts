/** What a template is once it has been read: the nodes of its tree, and mistakes by their place in the text. */
import type { TemplateMistake } from '../../model/template';

/** From the first to behind the last UTF-16 unit. */
export type Span = { start: number; end: number };

export type Mistake = TemplateMistake & Span;

export type FilterCall = { name: string; args: Expression[] } & Span;

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'contains';

export type Expression = Span &
  (
    | { kind: 'text'; text: string }
    | { kind: 'number'; number: number }
    /** A variable, then its fields: `clip.title`. A part may have arguments: `gallery:"Photos"`. */
    | { kind: 'path'; names: ({ name: string } & Span)[]; args: Expression[] }
    | { kind: 'filtered'; of: Expression; filters: FilterCall[] }
    | { kind: 'compared'; by: Comparison; left: Expression; right: Expression }
    | { kind: 'both' | 'either'; left: Expression; right: Expression }
    | { kind: 'not'; of: Expression }
  );

export type Branch = { condition: Expression; body: Node[] };

export type Node = Span &
  (
    | { kind: 'words'; text: string }
    | { kind: 'print'; value: Expression }
    | { kind: 'if'; branches: Branch[]; otherwise: Node[] }
    | { kind: 'for'; name: string; list: Expression; body: Node[] }
  );

export type Tree = { nodes: Node[]; mistakes: Mistake[] };
