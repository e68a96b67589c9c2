// MurmurHash3's 32-bit finalizer constants (Austin Appleby, public domain): two independent lanes make 64 bits, so that
// two series in one cache hardly ever meet by chance.
const LANES = [
  { seed: 0x9747b28c, multiplier: 0x85ebca6b },
  { seed: 0x3c6ef372, multiplier: 0xc2b2ae35 },
] as const;

function hashWords(words: Uint32Array, seed: number, multiplier: number): number {
  let hash = seed ^ words.length;
  // Thousands of rows a series: an iterator takes several times as long.
  for (let place = 0; place < words.length; place++) {
    hash = Math.imul(hash ^ words[place], multiplier);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

/** A short text that differs, but for chance, when any number of the columns differs by a bit. */
export function fingerprint(...columns: readonly Float64Array[]): string {
  const parts = columns.flatMap((column) => {
    const words = new Uint32Array(column.buffer, column.byteOffset, column.length * 2);
    return LANES.map(({ seed, multiplier }) => hashWords(words, seed, multiplier).toString(36));
  });
  return parts.join('.');
}

/** The same for a text: some twenty letters, figures and a dot. */
export function textFingerprint(text: string): string {
  return fingerprint(Float64Array.from(text, (letter) => letter.codePointAt(0) ?? 0));
}
