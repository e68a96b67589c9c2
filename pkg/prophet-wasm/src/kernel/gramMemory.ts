import type { Growth } from '../options/prophetOptions.js';

/** What the Gram matrix of a complete regular series depends on: neither its start nor its values. */
export interface GridShape {
  readonly growth: Growth;
  /** Rows. */
  readonly n: number;
  readonly stepMs: number;
  readonly waves: readonly { readonly periodMs: number; readonly fourierOrder: number }[];
  /** Scaled times. */
  readonly changepoints: readonly number[];
}

interface Remembered {
  readonly shape: GridShape;
  readonly gram: Float64Array;
}

const CAPACITY = 4;

/** Gram matrices by shape. */
export interface GramMemory {
  readonly find: (shape: GridShape) => Float64Array | undefined;
  readonly keep: (shape: GridShape, gram: Float64Array) => void;
}

/**
 * The Gram matrices of the last few shapes: many series on the same times, and the same window a day later, share one.
 * They are found by comparing, which costs less than a key.
 */
export function createGramMemory(): GramMemory {
  let remembered: readonly Remembered[] = [];
  return {
    find(shape) {
      const found = remembered.find((one) => isSame(one.shape, shape));
      if (found !== undefined && found !== remembered[0]) {
        remembered = [found, ...remembered.filter((one) => one !== found)];
      }
      return found?.gram;
    },
    keep(shape, gram) {
      remembered = [{ shape, gram }, ...remembered].slice(0, CAPACITY);
    },
  };
}

function isSame(one: GridShape, other: GridShape): boolean {
  return (
    one.n === other.n &&
    one.stepMs === other.stepMs &&
    one.growth === other.growth &&
    one.waves.length === other.waves.length &&
    one.changepoints.length === other.changepoints.length &&
    one.waves.every(
      ({ periodMs, fourierOrder }, i) =>
        periodMs === other.waves[i].periodMs && fourierOrder === other.waves[i].fourierOrder,
    ) &&
    one.changepoints.every((changepoint, i) => changepoint === other.changepoints[i])
  );
}
