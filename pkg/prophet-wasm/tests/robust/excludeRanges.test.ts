import { excludeRanges, loadProphet } from 'prophet-wasm';

import { hourAfterStart, syntheticHistory } from '../synthetic.js';

const excluded = (ranges: readonly (readonly [number, number])[]) =>
  Array.from(
    excludeRanges(
      { time: [5, 1, 2, 3, 4], y: [50, 10, 20, NaN, 40] },
      ranges.map(([start, end]) => ({ start, end })),
    ).y,
  );

describe('excludeRanges(data, ranges)', () => {
  it.each<[string, [number, number][], number[]]>([
    ['nothing', [], [50, 10, 20, NaN, 40]],
    ['one range, both ends included', [[2, 4]], [50, 10, NaN, NaN, NaN]],
    [
      'ranges in any order, touching and within each other',
      [
        [4, 5],
        [0, 1],
        [0.5, 0.6],
        [5, 9],
      ],
      [NaN, NaN, 20, NaN, NaN],
    ],
    ['a single moment', [[1, 1]], [50, NaN, 20, NaN, 40]],
    [
      'what no row is in',
      [
        [2.1, 2.9],
        [6, 7],
      ],
      [50, 10, 20, NaN, 40],
    ],
  ])('takes the values out of %s', (_, ranges, expected) => {
    expect(excluded(ranges)).toEqual(expected);
  });

  it('leaves the caller’s history as it was', () => {
    const history = { time: [1, 2], y: Float64Array.of(1, 2) };
    excludeRanges(history, [{ start: 1, end: 2 }]);
    expect(history.y).toEqual(Float64Array.of(1, 2));
  });

  it('lets a fit be as if the rows had never been', async () => {
    const prophet = await loadProphet();
    const { time, y } = syntheticHistory();
    const isOut = (i: number) => i >= 100 && i <= 130;
    const broken = { time, y: Array.from(y, (value, i) => (isOut(i) ? 500 : value)) };
    const range = { start: hourAfterStart(100), end: hourAfterStart(130) };
    const rows = Array.from(time, (_, i) => i).filter((i) => !isOut(i));
    expect(prophet.fit(excludeRanges(broken, [range]))).toEqual(
      prophet.fit({ time: rows.map((i) => time[i]), y: rows.map((i) => y[i]) }),
    );
  });

  it.each([
    [[[2, 1]], 'invalid range 0: "2 to 1" (expected epoch milliseconds, start not after end)'],
    [
      [
        [1, 2],
        [NaN, 3],
      ],
      'invalid range 1: "NaN to 3"',
    ],
  ] as [[number, number][], string][])('refuses %j', (ranges, message) => {
    expect(() => excluded(ranges)).toThrow(message);
  });
});
