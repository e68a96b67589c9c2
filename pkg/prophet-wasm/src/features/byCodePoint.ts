/** Compares texts as Python does; the order of JavaScript, by halves of them, puts an emoji before a full-width letter. */
export function byCodePoint(one: string, other: string): number {
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    const difference = (one.codePointAt(i) ?? -1) - (other.codePointAt(i) ?? -1);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
