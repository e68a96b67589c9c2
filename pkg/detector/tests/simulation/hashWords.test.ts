import { hashWords } from '../../src/simulation/hashWords.js';

describe('hashWords', () => {
  // Vectors for MurmurHash3_x86_32 by Ian Boyd (https://stackoverflow.com/a/31929528); words are little endian.
  it.each([
    { words: [], seed: 0, hash: 0 },
    { words: [], seed: 1, hash: 0x514e28b7 },
    { words: [], seed: 0xffffffff, hash: 0x81f16f39 },
    { words: [0xffffffff], seed: 0, hash: 0x76293b50 },
    { words: [0x87654321], seed: 0, hash: 0xf55b516b },
    { words: [0x87654321], seed: 0x5082edee, hash: 0x2362f9de },
    { words: [0], seed: 0, hash: 0x2362f9de },
    { words: [0x61616161], seed: 0x9747b28c, hash: 0x5a97808a },
  ])('hashes $words with seed $seed to $hash, as published', ({ words, seed, hash }) => {
    expect(hashWords(seed, ...words)).toBe(hash);
  });
});
