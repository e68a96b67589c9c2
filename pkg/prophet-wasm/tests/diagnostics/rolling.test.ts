import { rollingMean, rollingMedian } from 'prophet-wasm';

const x = Float64Array.from({ length: 10 }, (_, i) => i);
const uneven = Float64Array.of(1, 2, 3, 4, 4, 4, 4, 4, 7, 7);

const plain = ({ horizon, value }: { horizon: Float64Array; value: Float64Array }) => ({
  horizon: Array.from(horizon),
  value: Array.from(value, (one) => Number(one.toFixed(12))),
});

describe.each([
  ['rollingMean', rollingMean, 22 / 3],
  ['rollingMedian', rollingMedian, 8],
] as const)('%s(values, horizon, window)', (_, rolling, atSeven) => {
  it('of one row is the row', () => {
    expect(plain(rolling(x, x, 1))).toEqual({ horizon: Array.from(x), value: Array.from(x) });
  });

  it('of four rows begins at the fourth', () => {
    expect(plain(rolling(x, x, 4))).toEqual({
      horizon: [3, 4, 5, 6, 7, 8, 9],
      value: [1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5],
    });
  });

  it('takes horizons of several rows together', () => {
    expect(plain(rolling(x, uneven, 3))).toEqual({
      horizon: [3, 4, 7],
      value: [1, 5, Number(atSeven.toFixed(12))],
    });
  });

  it('of all rows is one value, at the last horizon', () => {
    expect(plain(rolling(x, uneven, 10))).toEqual({ horizon: [7], value: [4.5] });
  });
});
