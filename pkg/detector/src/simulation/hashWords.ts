/**
 * MurmurHash3_x86_32 of a message of whole 32-bit words (Austin Appleby, public domain;
 * https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp). Used as a counter-based random number
 * generator: the number belonging to (seed, stream, place) needs no number before it, so any part of a series can be
 * made without the rest.
 * @returns a whole number, 0 to 2^32 - 1.
 */
export function hashWords(seed: number, ...words: readonly number[]): number {
  let hash = seed | 0;
  for (const word of words) {
    const mixed = Math.imul(rotateLeft(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
    hash = (Math.imul(rotateLeft(hash ^ mixed, 13), 5) + 0xe6546b64) | 0;
  }
  hash ^= 4 * words.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
