/** Output of recording rules for a series, row by row; NaN where they say nothing. */
export interface RuleBand {
  /** Value that is compared with the band. */
  readonly level: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

type Sides = Pick<RuleBand, 'lower' | 'upper'>;

/** A band of a width of its own at each row. */
export function bandAround(middle: Float64Array, width: (row: number) => number): Sides {
  return {
    lower: middle.map((value, row) => value - width(row)),
    upper: middle.map((value, row) => value + width(row)),
  };
}

/** The largest upper edge of those that say something. */
export function largest(bands: readonly Sides[]): Float64Array {
  return bands[0].upper.map((_, row) =>
    edgeOf(
      bands.map(({ upper }) => upper[row]),
      Math.max,
    ),
  );
}

/** The smallest lower edge of those that say something. */
export function smallest(bands: readonly Sides[]): Float64Array {
  return bands[0].lower.map((_, row) =>
    edgeOf(
      bands.map(({ lower }) => lower[row]),
      Math.min,
    ),
  );
}

function edgeOf(edges: readonly number[], choose: (...values: number[]) => number): number {
  return edges.reduce(
    (edge, value) => (Number.isNaN(value) ? edge : Number.isNaN(edge) ? value : choose(edge, value)),
    NaN,
  );
}
