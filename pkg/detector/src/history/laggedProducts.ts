import type { Regression } from './mackinnon.js';

/**
 * Products of the columns of a Dickey-Fuller regression with each other, over the rows for which every lag is known:
 * constant, trend (where there is one), level, the differences 1 to `nLags` rows before, and last the difference itself.
 * @param y without gaps.
 */
export function laggedProducts(y: Float64Array, nLags: number, regression: Regression): readonly Float64Array[] {
  const difference = Float64Array.from({ length: y.length - 1 }, (_, row) => y[row + 1] - y[row]);
  const nRows = difference.length - nLags;
  const own = [
    new Float64Array(nRows).fill(1),
    ...(regression === 'constant' ? [] : [Float64Array.from({ length: nRows }, (_, row) => (2 * row) / nRows - 1)]),
    y.subarray(nLags, nLags + nRows),
  ];
  // Lag 0, the target, goes to the end.
  const placeOf = (lag: number) => own.length + (lag === 0 ? nLags : lag - 1);
  const size = own.length + nLags + 1;
  const products = Array.from({ length: size }, () => new Float64Array(size));
  const set = (row: number, column: number, value: number) => {
    products[row][column] = value;
    products[column][row] = value;
  };
  own.forEach((left, row) => {
    own.forEach((right, column) => set(row, column, dot(left, right)));
    for (let lag = 0; lag <= nLags; lag++) {
      set(row, placeOf(lag), dot(left, difference.subarray(nLags - lag, nLags - lag + nRows)));
    }
  });
  setLagged(difference, nLags, (left, right, value) => set(placeOf(left), placeOf(right), value));
  return products;
}

// Moving both columns back by one row takes one product away and adds one: no need to sum anew for each pair.
function setLagged(
  difference: Float64Array,
  nLags: number,
  set: (left: number, right: number, value: number) => void,
): void {
  const nRows = difference.length - nLags;
  const last = difference.length - 1;
  const target = difference.subarray(nLags);
  for (let distance = 0; distance <= nLags; distance++) {
    let product = dot(target, difference.subarray(nLags - distance, nLags - distance + nRows));
    set(0, distance, product);
    for (let lag = 1; lag + distance <= nLags; lag++) {
      product += difference[nLags - lag] * difference[nLags - lag - distance];
      product -= difference[last - lag + 1] * difference[last - lag + 1 - distance];
      set(lag, lag + distance, product);
    }
  }
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < left.length; row++) {
    sum += left[row] * right[row];
  }
  return sum;
}
