/** Reads records from outside: nothing of the wrong shape or size gets in, and nothing that was not asked for. */

/** What a check gives for a value that is not what it should be. */
export const wrong: unique symbol = Symbol('wrong');
const absent: unique symbol = Symbol('absent');

/** The value, made anew of what is allowed in it, or `wrong`. */
export type Check<T> = (value: unknown) => T | typeof wrong | typeof absent;

/** One check for every field of `T`: a field added to a type and not to its shape does not compile. */
export type Shape<T> = { [Field in keyof T]-?: Check<T[Field]> };

/** Text of at most so many UTF-16 units. */
export const text =
  (most: number): Check<string> =>
  (value) =>
    typeof value === 'string' && value.length <= most ? value : wrong;

/** An id as `newId` makes it, branded by where it is used. */
export const id = <Id extends string>(value: unknown): Id | typeof wrong =>
  typeof value === 'string' && /^[0-9a-z]{1,64}$/u.test(value) ? (value as Id) : wrong;

/** A finite number within bounds. */
export const number =
  (least: number, most: number): Check<number> =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most ? value : wrong;

/** Milliseconds since the epoch, as far as dates go. */
export const time = number(-8.64e15, 8.64e15);
/** How many of something. */
export const count = number(0, Number.MAX_SAFE_INTEGER);

export const flag: Check<boolean> = (value) => (typeof value === 'boolean' ? value : wrong);

export const oneOf =
  <T extends string>(...choices: readonly T[]): Check<T> =>
  (value) =>
    choices.find((choice) => choice === value) ?? wrong;

export const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (value) =>
    value === null ? null : check(value);

/** A field that may be missing, and then is missing in the result. */
export const optional =
  <T>(check: Check<T>): Check<T | undefined> =>
  (value) =>
    value === undefined ? absent : check(value);

/** A list of at most so many items; one wrong item makes it wrong. */
export const list =
  <T>(check: Check<T>, most: number): Check<T[]> =>
  (value) => {
    if (!Array.isArray(value) || value.length > most) return wrong;
    const items: T[] = [];
    for (const item of value) {
      const read = check(item);
      if (read === wrong || read === absent) return wrong;
      items.push(read);
    }
    return items;
  };

/** A plain object with these fields, each the object's own; other fields are dropped. */
export const record =
  <T extends object>(shape: Shape<T>): Check<T> =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong;
    const made: Record<string, unknown> = {};
    const checks = shape as Record<string, Check<unknown>>;
    // In the order in which they stand, so that a record written again is the same text.
    for (const field of new Set([...Object.keys(value), ...Object.keys(shape)])) {
      if (!Object.hasOwn(checks, field)) continue;
      const read = checks[field]?.(Object.hasOwn(value, field) ? (value as Record<string, unknown>)[field] : undefined);
      if (read === wrong) return wrong;
      if (read !== absent) made[field] = read;
    }
    return made as T;
  };

/** One of several records, told apart by a field. */
export const variant =
  <T extends object>(field: keyof T & string, checks: Record<string, Check<T>>): Check<T> =>
  (value) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, field)) return wrong;
    const name = (value as Record<string, unknown>)[field];
    return typeof name === 'string' && Object.hasOwn(checks, name) ? (checks[name]?.(value) ?? wrong) : wrong;
  };

/** What a check makes of a value; null when it is wrong. */
export function readShape<T>(check: Check<T>, value: unknown): T | null {
  const read = check(value);
  return read === wrong || read === absent ? null : read;
}
