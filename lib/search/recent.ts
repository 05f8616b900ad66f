/** What was used last, within a size. */

export class Recent<V> {
  /** Used longest ago first. */
  private readonly kept = new Map<string, V>();
  private size = 0;
  private readonly most: number;
  private readonly sizeOf: (value: V) => number;

  /** Keeps values of `most` together, each as large as `sizeOf` says. */
  constructor(most: number, sizeOf: (value: V) => number) {
    this.most = most;
    this.sizeOf = sizeOf;
  }

  get(key: string): V | undefined {
    const value = this.kept.get(key);
    if (value === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, value);
    return value;
  }

  /** Lets go of what was used longest ago where there is no room; what is larger than all the room is not kept. */
  keep(key: string, value: V): void {
    this.drop(key);
    if (this.sizeOf(value) > this.most) return;
    this.kept.set(key, value);
    this.size += this.sizeOf(value);
    for (const oldest of this.kept.keys()) {
      if (this.size <= this.most) return;
      this.drop(oldest);
    }
  }

  clear(): void {
    this.kept.clear();
    this.size = 0;
  }

  private drop(key: string): void {
    const value = this.kept.get(key);
    if (value === undefined) return;
    this.kept.delete(key);
    this.size -= this.sizeOf(value);
  }
}
