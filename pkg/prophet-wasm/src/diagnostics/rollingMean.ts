/** One value for each distinct horizon that has enough rows up to it. */
export interface RollingValues {
  readonly horizon: Float64Array;
  readonly value: Float64Array;
}

/**
 * For each distinct horizon, the mean of the `window` values that end with it; of the horizon where the window begins,
 * all rows count with the share that is needed. Horizons with fewer than `window` values up to them are left out.
 * @param values One for each row; rows ascend by `horizon`.
 * @param window 1 or more.
 */
export function rollingMean(values: Float64Array, horizon: Float64Array, window: number): RollingValues {
  const groups = groupByHorizon(values, horizon);
  const horizons: number[] = [];
  const means: number[] = [];
  // From right to left, `first` is the group where the window of the rightmost horizon not yet done begins.
  let sum = 0;
  let count = 0;
  let last = groups.length - 1;
  for (let first = groups.length - 1; first >= 0; first--) {
    sum += groups[first].sum;
    count += groups[first].count;
    while (count >= window) {
      const excess = ((count - window) * groups[first].sum) / groups[first].count;
      horizons.push(groups[last].horizon);
      means.push((sum - excess) / window);
      sum -= groups[last].sum;
      count -= groups[last].count;
      last--;
    }
  }
  return { horizon: Float64Array.from(horizons.reverse()), value: Float64Array.from(means.reverse()) };
}

interface Group {
  readonly horizon: number;
  sum: number;
  count: number;
}

function groupByHorizon(values: Float64Array, horizon: Float64Array): Group[] {
  const groups: Group[] = [];
  values.forEach((value, i) => {
    const group = groups.at(-1);
    if (group !== undefined && group.horizon === horizon[i]) {
      group.sum += value;
      group.count++;
    } else {
      groups.push({ horizon: horizon[i], sum: value, count: 1 });
    }
  });
  return groups;
}
