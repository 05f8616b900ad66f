/** A template: how a post is made of clips, written once and used by a whole company. */
import type { Brand } from './ids';

export type TemplateId = Brand<'TemplateId'>;

export type Template = {
  id: TemplateId;
  name: string;
  /** BCP 47: the language of posts made with it; empty for that of their clips. */
  language: string;
  /** In the language of templates, see docs/templates.md; these give one line of plain text each, tags by commas. */
  title: string;
  standfirst: string;
  tags: string;
  /** Gives the parts of the post. */
  body: string;
  createdAt: number;
  updatedAt: number;
};

/** What is written in a template, and can have mistakes in it. */
export const templateFields = ['title', 'standfirst', 'tags', 'body'] as const satisfies readonly (keyof Template)[];
export type TemplateField = (typeof templateFields)[number];

/** What is wrong, with the names a sentence needs. */
export type TemplateMistake =
  | { kind: 'unclosed-tag'; opening: string }
  | { kind: 'empty-tag' }
  | { kind: 'unclosed-string' }
  | { kind: 'unexpected'; found: string }
  | { kind: 'value-missing' }
  | { kind: 'comparison-outside-if' }
  | { kind: 'unknown-tag' | 'unknown-variable' | 'unknown-filter'; name: string; suggestion: string | null }
  | { kind: 'unknown-field'; name: string; of: string; suggestion: string | null }
  | { kind: 'unclosed-block'; tag: string }
  | { kind: 'stray-tag'; tag: string; belongsTo: string }
  | { kind: 'wrong-for' }
  | { kind: 'not-a-list'; name: string }
  | { kind: 'not-words'; name: string; fields: string }
  | { kind: 'argument-count'; name: string; least: number; most: number }
  | { kind: 'wrong-argument'; name: string; allowed: string }
  | { kind: 'part-takes-nothing'; name: string }
  | { kind: 'part-only-in-body'; name: string }
  | { kind: 'part-is-no-value'; name: string }
  | { kind: 'standing-missing'; name: string }
  | { kind: 'too-deep' }
  | { kind: 'too-long'; most: number }
  | { kind: 'too-much' };

/** A mistake and where it is: offsets in UTF-16 units, lines and columns from 1. */
export type TemplateProblem = TemplateMistake & {
  field: TemplateField;
  start: number;
  end: number;
  line: number;
  column: number;
};
