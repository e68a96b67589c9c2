import { createAutocorrelation } from '../../src/adaptive/autocorrelation.js';
import { findPeriod } from '../../src/adaptive/findPeriod.js';
import { withoutCycle } from '../../src/adaptive/withoutCycle.js';
import { createRandom } from '../random.js';
import { DAY, HOUR, MINUTE, seriesOf, type Part } from './opsSeries.js';

const STEP = 5 * MINUTE;
const noise: Part = ({ random }) => random.normal();
const every = (periodMs: number, lengthMs: number, size: number): Part => {
  return ({ time }) => (time % periodMs < lengthMs ? size : 0);
};
const periodOf = (stepMs: number, days: number, ...parts: readonly Part[]) =>
  findPeriod(seriesOf(days, stepMs, 4, parts).y, stepMs);

describe('findPeriod(rest, stepMs)', () => {
  it('finds a batch of 15 minutes every 100 minutes, and what share of the variance it explains', () => {
    const period = periodOf(STEP, 28, noise, every(100 * MINUTE, 15 * MINUTE, 15));
    expect(period).toEqual({ periodMs: 100 * MINUTE, fourierOrder: 9, share: expect.closeTo(0.96, 1) });
  });

  it('finds a wave, to a fraction of a step', () => {
    const wave: Part = ({ time }) => 3 * Math.sin((2 * Math.PI * time) / (137 * MINUTE));
    const period = periodOf(STEP, 28, noise, wave);
    expect(Math.abs((period?.periodMs ?? 0) / MINUTE - 137)).toBeLessThan(0.2);
    expect(period?.share).toBeCloseTo(0.8, 1);
  });

  it('prefers the shortest of periods that do as well: not two cycles of one', () => {
    expect(periodOf(STEP, 14, noise, every(HOUR, STEP, 12))?.periodMs).toBe(HOUR);
  });

  it('finds none in noise, in what drifts, and in a period beyond twelve hours', () => {
    expect(periodOf(STEP, 28, noise)).toBeNull();
    expect(periodOf(STEP, 28, noise, ({ day }) => 3 * Math.sin(day / 3))).toBeNull();
    expect(periodOf(STEP, 28, noise, every(DAY, HOUR, 15))).toBeNull();
  });

  it('finds none where the first half’s cycle does not explain the second: one that came to an end', () => {
    const batch = every(100 * MINUTE, 15 * MINUTE, 15);
    expect(periodOf(STEP, 28, noise, (moment) => (moment.day < 16 ? batch(moment) : 0))).toBeNull();
  });

  it('looks past gaps and outliers', () => {
    const { y } = seriesOf(28, STEP, 4, [noise, every(100 * MINUTE, 15 * MINUTE, 15)]);
    const spoilt = y.map((value, i) => (i % 6 === 1 || (i > 900 && i < 1400) ? NaN : i % 500 === 0 ? 1e6 : value));
    expect(findPeriod(spoilt, STEP)?.periodMs).toBeCloseTo(100 * MINUTE, -4);
  });

  it('looks at means of rows where there are very many', () => {
    const period = periodOf(MINUTE, 28, noise, every(100 * MINUTE, 15 * MINUTE, 15));
    expect(period?.periodMs).toBeCloseTo(100 * MINUTE, -4);
  });

  it('finds none where there is nothing', () => {
    expect(findPeriod(new Float64Array(2000), STEP)).toBeNull();
    expect(findPeriod(new Float64Array(2000).fill(NaN), STEP)).toBeNull();
  });
});

describe('createAutocorrelation(x, most)', () => {
  it('is the mean product of known pairs over their mean square, at every lag asked for', () => {
    const random = createRandom(5);
    const x = Float64Array.from({ length: 300 }, (_, i) =>
      i % 17 < 3 || (i > 100 && i < 130) ? NaN : random.normal() + Math.sin(i),
    );
    const plain = (lag: number) => {
      let [product, square] = [0, 0];
      for (let i = lag; i < x.length; i++) {
        if (!Number.isNaN(x[i] * x[i - lag])) {
          product += x[i] * x[i - lag];
          square += (x[i] ** 2 + x[i - lag] ** 2) / 2;
        }
      }
      return product / square;
    };
    createAutocorrelation(x, 60)(7, 60).forEach((value, i) => expect(value).toBeCloseTo(plain(7 + i), 9));
  });
});

it('withoutCycle(values, periodMs, stepMs) takes off the median of each place in the cycle', () => {
  const values = Float64Array.from({ length: 90 }, (_, i) => [5, 1, 1][i % 3] + (i === 31 ? 100 : 0));
  const rest = withoutCycle(values, 3 * STEP, STEP);
  expect(Array.from(rest).filter((value) => value !== 0)).toEqual([100]);
});
