/** A source of chance that gives the same draws for the same seed, so that a failing case can be run again. */
export class Chance {
  constructor(private state: number) {}

  /** 0 ≤ x < 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** From `least` to `most`, both possible. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  one<T>(from: readonly T[]): T {
    const drawn = from[this.between(0, from.length - 1)];
    if (drawn === undefined) throw new RangeError("Nothing to draw from");
    return drawn;
  }

  shuffled<T>(from: readonly T[]): T[] {
    const left = [...from];
    for (let at = left.length - 1; at > 0; at -= 1) {
      const other = this.between(0, at);
      const [a, b] = [left[at] as T, left[other] as T];
      left[at] = b;
      left[other] = a;
    }
    return left;
  }

  some<T>(from: readonly T[], count: number): T[] {
    return this.shuffled(from).slice(0, count);
  }
}
