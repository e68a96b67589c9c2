/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** Uniform from 0 to below 1. */
  readonly uniform: () => number;
  /** Standard normal, by the method of Box and Muller (1958). */
  readonly normal: () => number;
}

/** The generator splitmix32, after Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014). */
export function createRandom(seed: number): Random {
  let state = Math.imul(seed, 0x85ebca6b) | 0;
  const uniform = () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal };
}
