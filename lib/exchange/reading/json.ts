/**
 * The values at some places of a JSON text, one after the other, with their lines: a file of any size takes the memory
 * of one value, and one bad value costs one value. What lies around them is read by its brackets and quotes alone.
 */

export type Step = string | number;

export type Found =
  /** Own keys only, by `JSON.parse`: a key `__proto__` is a key like any other. */
  | { kind: 'value'; path: readonly Step[]; value: unknown; line: number }
  | { kind: 'bad'; reason: 'bad-entry' | 'too-large' | 'too-deep'; line: number; detail: string }
  | { kind: 'broken'; line: number };

/** A place: keys, and `*` for every element of a list. */
export type Pattern = readonly string[];

const limits = { value: 32 * 2 ** 20, depth: 100 };

/** The values at `patterns`, in order. Ends with `broken` where the text is no JSON any more. */
export async function* readValues(pieces: AsyncIterable<string>, patterns: readonly Pattern[]): AsyncGenerator<Found> {
  const reader = new ValueReader(patterns);
  for await (const piece of pieces) {
    yield* reader.read(piece);
    if (reader.broken) return;
  }
  yield* reader.end();
}

/** A list or object that is looked into. */
type Frame = { isList: boolean; step: Step; expects: 'key' | 'colon' | 'value' | 'comma' };

/** A value that is taken or passed over. */
type Value = {
  wanted: boolean;
  path: Step[];
  line: number;
  parts: string[];
  length: number;
  depth: number;
  inText: boolean;
  escaped: boolean;
  bare: boolean;
  reason: 'too-large' | 'too-deep' | null;
};

class ValueReader {
  broken = false;
  readonly #patterns: readonly Pattern[];
  readonly #frames: Frame[] = [];
  #value: Value | null = null;
  #key: { text: string; escaped: boolean } | null = null;
  #line = 1;
  #begun = false;

  constructor(patterns: readonly Pattern[]) {
    this.#patterns = patterns;
  }

  *read(piece: string): Generator<Found> {
    let at = 0;
    while (at < piece.length && !this.broken) {
      if (this.#value) at = yield* this.#readValue(piece, at);
      else if (this.#key) at = this.#readKey(piece, at);
      else at = yield* this.#readAround(piece, at);
    }
  }

  *end(): Generator<Found> {
    if (this.#value?.bare) yield* this.#finish('');
    if (!this.broken && (this.#frames.length > 0 || !this.#begun)) yield this.#break();
  }

  #break(): Found {
    this.broken = true;
    return { kind: 'broken', line: this.#line };
  }

  /** One character of what lies around values. */
  *#readAround(piece: string, at: number): Generator<Found, number> {
    const letter = piece[at] ?? '';
    if (letter === '\n') this.#line++;
    if (letter.trim() === '') return at + 1;
    const frame = this.#frames.at(-1);
    if (frame && letter === (frame.isList ? ']' : '}')) {
      this.#frames.pop();
      return at + 1;
    }
    if (frame?.expects === 'comma' && letter === ',') {
      if (frame.isList) frame.step = Number(frame.step) + 1;
      frame.expects = frame.isList ? 'value' : 'key';
    } else if (frame?.expects === 'key' && letter === '"') this.#key = { text: '"', escaped: false };
    else if (frame?.expects === 'colon' && letter === ':') frame.expects = 'value';
    else if ((frame ? frame.expects === 'value' : !this.#begun) && /[[{"\-\dtfn]/u.test(letter)) {
      this.#begun = true;
      return this.#begin(letter, at);
    } else yield this.#break();
    return at + 1;
  }

  #begin(letter: string, at: number): number {
    const path = this.#frames.map(({ step }) => step);
    const parent = this.#frames.at(-1);
    if (parent) parent.expects = 'comma';
    const fits = (pattern: Pattern, length: number) =>
      pattern.length >= length &&
      path.every((step, i) => (typeof step === 'number' ? pattern[i] === '*' : pattern[i] === step));
    const wanted = this.#patterns.some((pattern) => pattern.length === path.length && fits(pattern, path.length));
    if (!wanted && '[{'.includes(letter) && this.#patterns.some((pattern) => fits(pattern, path.length + 1))) {
      const isList = letter === '[';
      this.#frames.push({ isList, step: isList ? 0 : '', expects: isList ? 'value' : 'key' });
      return at + 1;
    }
    const bare = !'[{"'.includes(letter);
    const start = { parts: [], length: 0, depth: 0, inText: false, escaped: false, reason: null };
    this.#value = { wanted, path, line: this.#line, bare, ...start };
    return at;
  }

  #readKey(piece: string, at: number): number {
    const key = this.#key;
    const frame = this.#frames.at(-1);
    if (!key || !frame) return at;
    for (let i = at; i < piece.length; i++) {
      const letter = piece[i] ?? '';
      if (key.text.length < 1000) key.text += letter;
      if (key.escaped) key.escaped = false;
      else if (letter === '\\') key.escaped = true;
      else if (letter === '"') {
        const parsed = parse(key.text);
        frame.step = parsed.ok && typeof parsed.value === 'string' ? parsed.value : '';
        frame.expects = 'colon';
        this.#key = null;
        return i + 1;
      }
    }
    return piece.length;
  }

  /** Reads on in a value, to its end or that of the piece. */
  *#readValue(piece: string, from: number): Generator<Found, number> {
    const value = this.#value;
    if (!value) return from;
    for (let at = from; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (code === 10) this.#line++;
      if (value.inText) {
        if (value.escaped) value.escaped = false;
        else if (code === 92) value.escaped = true;
        else if (code === 34) {
          value.inText = false;
          if (value.depth === 0) return yield* this.#finish(piece.slice(from, at + 1), at + 1);
        }
      } else if (code === 34) value.inText = true;
      else if (code === 123 || code === 91) {
        if (++value.depth > limits.depth) value.reason ??= 'too-deep';
      } else if (code === 125 || code === 93 || (value.bare && (code === 44 || code <= 32))) {
        if (value.bare) {
          if (code === 10) this.#line--; // it is read again by what lies around
          return yield* this.#finish(piece.slice(from, at), at);
        }
        if (--value.depth === 0) return yield* this.#finish(piece.slice(from, at + 1), at + 1);
      }
    }
    this.#keep(piece.slice(from));
    return piece.length;
  }

  #keep(part: string): void {
    const value = this.#value;
    if (!value) return;
    value.length += part.length;
    if (value.length > limits.value) value.reason ??= 'too-large';
    if (value.wanted && value.reason !== 'too-large') value.parts.push(part);
    else value.parts.splice(1);
  }

  *#finish(part: string, next = 0): Generator<Found, number> {
    this.#keep(part);
    const value = this.#value;
    this.#value = null;
    if (!value?.wanted) return next;
    const { path, line, parts, reason } = value;
    const parsed = reason ? null : parse(parts.join(''));
    if (parsed?.ok) yield { kind: 'value', path, value: parsed.value, line };
    else yield { kind: 'bad', reason: reason ?? 'bad-entry', line, detail: (parts[0] ?? '').slice(0, 200) };
    return next;
  }
}

function parse(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
