import { initialTrend, type ScaledRows } from '../src/fit/initialTrend.js';
import { itWithReference, readReference } from './reference.js';

/** Rows scaled as Prophet scales them, with the largest value as cap of logistic growth. */
function scaledRows(scaling: 'absmax' | 'minmax'): ScaledRows {
  const { time, y } = readReference('prophet/data.csv');
  const [first, last] = [time[0], time[467]];
  const values = Array.from(y).slice(0, 468);
  const largest = Math.max(...values);
  const floor = scaling === 'minmax' ? Math.min(...values) : 0;
  const scale = (value: number) => (value - floor) / (largest - floor);
  return {
    t: values.map((_, i) => (time[i] - first) / (last - first)),
    y: values.map(scale),
    cap: values.map(() => scale(largest)),
  };
}

describe('initialTrend(growth, rows)', () => {
  itWithReference.each([
    ['linear', 'absmax', 0.3055671, 0.5307511],
    ['logistic', 'absmax', 1.507925, -0.08167497],
    ['flat', 'absmax', 0, 0.49335657],
    ['linear', 'minmax', 0.4053406, 0.3775322],
    ['logistic', 'minmax', 1.782523, 0.280521],
    ['flat', 'minmax', 0, 0.3279277],
  ] as const)('is upstream’s with %s growth and %s scaling: %d, %d', (growth, scaling, k, m) => {
    const start = initialTrend(growth, scaledRows(scaling));
    expect(start.k).toBeCloseTo(k, 5);
    expect(start.m).toBeCloseTo(m, 5);
  });

  it('keeps logistic growth off its bounds, and gives equal ends some rate', () => {
    const { k, m } = initialTrend('logistic', { t: [0, 1], y: [0, 2], cap: [1, 1] });
    expect([k, m]).toEqual([expect.closeTo(2 * Math.log(99), 9), expect.closeTo(0.5, 9)]);
    expect(initialTrend('logistic', { t: [0, 1], y: [0.5, 0.5], cap: [1, 1] }).k).not.toBe(0);
  });
});
