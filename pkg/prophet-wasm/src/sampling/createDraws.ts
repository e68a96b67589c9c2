import { invalid } from '../invalid.js';
import { philox } from './philox.js';

/** Two random numbers, uniform between 0 and 1, both excluded. */
export interface Pair {
  first: number;
  second: number;
}

/** Random numbers by place: three 32-bit words say which, the fourth separates uses. The pair is reused by each call. */
export type Draws = (a: number, b: number, c: number, use: number) => Readonly<Pair>;

/**
 * Random numbers that depend on the seed and their place alone.
 * @throws RangeError unless the seed is a whole number from 0 to 2^32 - 1.
 */
export function createDraws(seed: number): Draws {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw invalid('seed', seed, 'a whole number from 0 to 4294967295');
  }
  const words = new Uint32Array(4);
  const pair: Pair = { first: 0, second: 0 };
  return (a, b, c, use) => {
    words[0] = a;
    words[1] = b;
    words[2] = c;
    words[3] = use;
    philox(words, seed, 0);
    pair.first = uniform(words[0], words[1]);
    pair.second = uniform(words[2], words[3]);
    return pair;
  };
}

/** 52 bits and a half: never 0, never 1. */
function uniform(high: number, low: number): number {
  return ((high >>> 6) * 67108864 + (low >>> 6) + 0.5) / 4503599627370496;
}
