import { dickeyFullerTest, type Regression } from 'foreband-detector';

import { normalCdf } from '../../src/history/normalDistribution.js';
import { column } from '../columns.js';
import vectors from '../vectors/dickeyFuller.json';

const series = new Map(Object.entries(vectors.series));
const seriesNamed = (name: string) => Float64Array.from(series.get(name) ?? []);
const regressions: Readonly<Record<string, Regression>> = { c: 'constant', ct: 'constantAndTrend' };

describe('dickeyFullerTest', () => {
  // statsmodels' adfuller, see tests/vectors/generate.py.
  it.each(vectors.cases)(
    'agrees with statsmodels on a $what: $regression, lags $maxLag, chosen $chooses',
    (expected) => {
      const test = dickeyFullerTest(seriesNamed(expected.what), {
        regression: regressions[expected.regression],
        maxLag: expected.maxLag ?? undefined,
        isLagChosen: expected.chooses,
      });
      expect(test?.statistic).toBeCloseTo(expected.statistic, 8);
      expect(test?.pValue).toBeCloseTo(expected.pValue, 10);
      expect([test?.nLags, test?.nRows]).toEqual([expected.nLags, expected.nRows]);
      const { onePercent = NaN, fivePercent = NaN, tenPercent = NaN } = test?.criticalValues ?? {};
      [onePercent, fivePercent, tenPercent].forEach((value, i) => expect(value).toBeCloseTo(expected.critical[i], 12));
    },
  );

  it('says plainly whether the series returns to its level', () => {
    expect(dickeyFullerTest(seriesNamed('autoregressive'))).toMatchObject({
      verdict: 'stationary',
      text: 'Stationary: the series keeps returning to a constant level.',
    });
    expect(dickeyFullerTest(seriesNamed('random walk'))).toMatchObject({ verdict: 'notShown' });
    expect(dickeyFullerTest(seriesNamed('trend and noise'), { regression: 'constantAndTrend' })?.text).toBe(
      'Stationary: the series keeps returning to a straight trend.',
    );
  });

  it('does not depend on level and scale', () => {
    const y = seriesNamed('autoregressive');
    const test = dickeyFullerTest(y);
    const moved = dickeyFullerTest(y.map((value) => 1e6 + 1e-3 * value));
    expect(moved?.statistic).toBeCloseTo(test?.statistic ?? NaN, 4);
  });

  it('leaves missing values out', () => {
    const y = seriesNamed('autoregressive');
    const gappy = Float64Array.of(NaN, ...y.slice(0, 90), NaN, NaN, ...y.slice(90));
    expect(dickeyFullerTest(gappy)).toEqual(dickeyFullerTest(y));
  });

  it('has nothing to say of a constant, an exact pattern, or a few values', () => {
    expect(dickeyFullerTest(new Float64Array(100).fill(3))).toBeUndefined();
    expect(dickeyFullerTest(Float64Array.from({ length: 100 }, (_, row) => row % 2))).toBeUndefined();
    expect(dickeyFullerTest(column(1, 5, 2))).toBeUndefined();
    expect(dickeyFullerTest(column())).toBeUndefined();
  });

  it('refuses a lag that is no whole number', () => {
    expect(() => dickeyFullerTest(column(1, 2, 3), { maxLag: -1 })).toThrow('invalid maxLag: -1');
  });
});

describe('normalCdf', () => {
  // scipy 1.10.1: scipy.stats.norm.cdf.
  it.each([
    { z: 0, p: 0.5 },
    { z: 1, p: 0.8413447460685429 },
    { z: -1.959963984540054, p: 0.025 },
    { z: -8, p: 6.220960574271784e-16 },
    { z: 6, p: 0.9999999990134123 },
    { z: -40, p: 0 },
  ])('is $p at $z', ({ z, p }) => {
    expect(Math.abs(normalCdf(z) - p)).toBeLessThan(1e-15);
  });
});
