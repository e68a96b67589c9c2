import { philox } from '../../src/sampling/philox.js';

const digits = (words: Uint32Array) => Array.from(words, (word) => word.toString(16).padStart(8, '0')).join(' ');

describe('philox(words, key0, key1)', () => {
  // Known answers of the authors' Random123 library: tests/kat_vectors, philox4x32 10.
  it.each([
    [[0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    [[0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], '408f276d 41c83b0e a20bc7c6 6d5451fd'],
    [[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], 'd16cfe09 94fdcceb 5001e420 24126ea1'],
  ])('gives of %j with key %j the authors’ answer', (counter, [key0, key1], answer) => {
    const words = Uint32Array.from(counter);
    philox(words, key0, key1);
    expect(digits(words)).toBe(answer);
  });
});
