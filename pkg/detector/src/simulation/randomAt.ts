import { hashWords } from './hashWords.js';

/** Independent sources of randomness of one scenario; the numbers never change, or every simulated series would. */
export const streams = { noise: 1, wander: 2, burst: 3, plan: 4, fleet: 5 } as const;

/** Uniform between 0 and 1, both excluded, for one place of a stream. Places are whole numbers of 32 bits. */
export function uniformAt(seed: number, stream: number, place: number, draw = 0): number {
  return (hashWords(seed, stream, place, draw) + 0.5) / 2 ** 32;
}

/** Standard normal for one place of a stream, by the method of Box and Muller (1958). */
export function normalAt(seed: number, stream: number, place: number): number {
  const radius = Math.sqrt(-2 * Math.log(uniformAt(seed, stream, place, 0)));
  return radius * Math.cos(2 * Math.PI * uniformAt(seed, stream, place, 1));
}
