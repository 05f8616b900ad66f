/** What a filter is: one thing that is done to a value between two bars. */
import type { Shape, TemplateContext, Value } from '../value';

export type Filter = {
  name: string;
  /** How many arguments it takes. */
  args: { least: number; most: number };
  /** Whether the first argument names a field of the list's items. */
  byField?: true;
  /** What it gives for what. */
  shape: (input: Shape) => Shape;
  /** `input` is never a part, `args` are as many as allowed. Must not throw, nor take long. */
  apply: (input: Value, args: readonly Value[], context: TemplateContext) => Value;
  /** How it is written, for the list that people choose from. */
  example: string;
};
