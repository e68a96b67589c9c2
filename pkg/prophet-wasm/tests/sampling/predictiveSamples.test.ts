import { loadProphet, predictiveSamples } from 'prophet-wasm';
import type { Model, PredictiveSamples, Prophet, ProphetOptions } from 'prophet-wasm';

import { handmadeModel } from '../handmadeModel.js';
import { hourAfterStart, syntheticHistory } from '../synthetic.js';

const ofRow = (samples: Float64Array, row: number, n: number) => samples.slice(row * n, (row + 1) * n);
const quantile = (values: Float64Array, p: number) => values.slice().sort()[Math.round(p * (values.length - 1))];
const share = (values: Float64Array, isSuch: (value: number) => boolean) =>
  values.filter(isSuch).length / values.length;

describe('predictiveSamples(prophet, model, time, { nSamples, seed })', () => {
  let prophet: Prophet;
  let model: Model;
  beforeAll(async () => {
    prophet = await loadProphet();
    model = prophet.fit(syntheticHistory());
  });

  it('has a row of draws for every time, in the order asked for', () => {
    const time = [hourAfterStart(400), hourAfterStart(10)];
    const samples = predictiveSamples(prophet, model, time, { nSamples: 7 });
    expect(samples.nSamples).toBe(7);
    expect(Array.from(samples.time)).toEqual(time);
    expect(samples.yhat).toHaveLength(14);
    expect(samples.trend).toHaveLength(14);
  });

  it('holds the exact interval’s share of the draws, near and far ahead', () => {
    const time = [100, 370, 480, 700].map(hourAfterStart);
    const nSamples = 20_000;
    const samples = predictiveSamples(prophet, model, time, { nSamples, seed: 1 });
    for (const intervalWidth of [0.5, 0.8, 0.95]) {
      const { yhatLower, yhatUpper } = prophet.predict(model, time, { intervalWidth });
      const deviation = Math.sqrt((intervalWidth * (1 - intervalWidth)) / nSamples);
      time.forEach((_, row) => {
        const inside = share(ofRow(samples.yhat, row, nSamples), (y) => y >= yhatLower[row] && y <= yhatUpper[row]);
        expect(Math.abs(inside - intervalWidth)).toBeLessThan(4 * deviation);
      });
    }
  });

  it.each<readonly [string, ProphetOptions]>([
    ['multiplicative seasonality', { seasonalityMode: 'multiplicative' }],
    ['logistic growth', { growth: 'logistic', changepointPriorScale: 0.5 }],
    ['both', { growth: 'logistic', seasonalityMode: 'multiplicative', changepointPriorScale: 0.5 }],
  ])('holds it with %s too, the trend’s own as well', (_, options) => {
    const cap = options.growth === 'logistic' ? 100 : undefined;
    const bent = prophet.fit({ ...syntheticHistory(), cap }, options);
    const time = [380, 480, 700].map(hourAfterStart);
    const nSamples = 20_000;
    const samples = predictiveSamples(prophet, bent, time, { nSamples, seed: 2 });
    const { yhatLower, yhatUpper } = prophet.predict(bent, time);
    const { trendLower, trendUpper } = prophet.trendInterval(bent, time);
    time.forEach((_at, row) => {
      const within = (values: Float64Array, lower: number, upper: number) =>
        share(ofRow(values, row, nSamples), (value) => value >= lower && value <= upper);
      const limit = 4 * Math.sqrt((0.8 * 0.2) / nSamples);
      expect(Math.abs(within(samples.yhat, yhatLower[row], yhatUpper[row]) - 0.8)).toBeLessThan(limit);
      // Where no change is likelier than 0.8, the trend's interval is the trend itself.
      expect(within(samples.trend, trendLower[row], trendUpper[row])).toBeGreaterThan(0.8 - limit);
    });
  });

  it('centers on the point forecast and on the trend', () => {
    const time = [hourAfterStart(500)];
    const { yhat, trend } = prophet.predict(model, time);
    const samples = predictiveSamples(prophet, model, time, { nSamples: 20_000 });
    const width = quantile(samples.yhat, 0.9) - quantile(samples.yhat, 0.1);
    expect(Math.abs(quantile(samples.yhat, 0.5) - yhat[0])).toBeLessThan(0.02 * width);
    expect(Math.abs(quantile(samples.trend, 0.5) - trend[0])).toBeLessThan(0.02 * width);
  });

  it('spreads the trend as theory says: variance 2 S scale² (t - 1)³ / 3', () => {
    const [changeScale, changeRate, h] = [0.1, 5, 0.7];
    const delta = [changeScale, -changeScale, changeScale, -changeScale, changeScale];
    const bending = handmadeModel({ params: { delta, tChange: [0.1, 0.2, 0.3, 0.4, 0.5] } });
    const nSamples = 50_000;
    const { trend } = predictiveSamples(prophet, bending, [1 + h], { nSamples });
    const mean = trend.reduce((sum, value) => sum + value, 0) / nSamples;
    const variance = trend.reduce((sum, value) => sum + (value - mean) ** 2, 0) / nSamples;
    expect(variance / ((2 * changeRate * changeScale ** 2 * h ** 3) / 3)).toBeCloseTo(1, 1);
  });

  it('has no trend uncertainty within the history, nor with flat growth', () => {
    const flat = prophet.fit(syntheticHistory(), { growth: 'flat' });
    const within = predictiveSamples(prophet, model, [hourAfterStart(359)], { nSamples: 50 });
    const beyond = predictiveSamples(prophet, flat, [hourAfterStart(900)], { nSamples: 50 });
    expect(new Set(within.trend).size).toBe(1);
    expect(new Set(beyond.trend).size).toBe(1);
    expect(new Set(within.yhat).size).toBe(50);
  });

  it('draws paths: the trend of one draw runs straight between rate changes', () => {
    const rare = handmadeModel({ params: { delta: [0.3], tChange: [0.5] } });
    const time = Array.from({ length: 101 }, (_, i) => 1 + i / 1000);
    const { trend } = predictiveSamples(prophet, rare, time, { nSamples: 100 });
    const bends = Array.from({ length: 100 }, (_, s) => {
      const path = time.map((_at, row) => trend[row * 100 + s]);
      return path.filter((_value, i) => i > 1 && Math.abs(path[i] - 2 * path[i - 1] + path[i - 2]) > 1e-12).length;
    });
    // Changes come at one in a length of the history, here a tenth of it; each bends a path at one or two rows.
    expect(Math.max(...bends)).toBeLessThanOrEqual(4);
    expect(bends.filter((count) => count > 0).length).toBeLessThan(25);
    expect(bends.filter((count) => count > 0).length).toBeGreaterThan(2);
  });

  const rowsOf = ({ yhat, trend, nSamples }: PredictiveSamples, rows: readonly number[]) =>
    rows.map((row) => [ofRow(yhat, row, nSamples), ofRow(trend, row, nSamples)]);

  it('does not depend on which other rows are asked for, on their order, or on the number of draws', () => {
    const time = Array.from({ length: 40 }, (_, i) => hourAfterStart(340 + ((i * 7) % 40) * 10));
    const all = predictiveSamples(prophet, model, time, { nSamples: 31, seed: 9 });
    const some = predictiveSamples(prophet, model, [time[30], time[3]], { nSamples: 31, seed: 9 });
    expect(rowsOf(some, [0, 1])).toEqual(rowsOf(all, [30, 3]));
    const fewer = predictiveSamples(prophet, model, [time[30]], { nSamples: 10, seed: 9 });
    expect(fewer.yhat).toEqual(ofRow(all.yhat, 30, 31).slice(0, 10));
  });

  it('is the same for the same seed and another for another', () => {
    const draw = (seed: number) => predictiveSamples(prophet, model, [hourAfterStart(500)], { nSamples: 100, seed });
    expect(draw(4)).toEqual(draw(4));
    expect(draw(4).yhat).not.toEqual(draw(5).yhat);
    expect(draw(4).trend).not.toEqual(draw(5).trend);
  });

  it('gives empty columns for no rows', () => {
    expect(predictiveSamples(prophet, model, []).yhat).toHaveLength(0);
  });

  it('refuses times so far ahead that each future changes a million times', () => {
    expect(() => predictiveSamples(prophet, model, [hourAfterStart(1e8)], { nSamples: 1000 })).toThrow(
      /^invalid time: \d+ \(expected at most \d+ with 1000 draws: ask for nearer times or fewer draws\)$/,
    );
  });

  it.each([
    [{ nSamples: 0 }, 'invalid nSamples: 0 (expected a whole number above 0, times 1 rows at most 10000000)'],
    [{ nSamples: 1e9 }, 'invalid nSamples: 1000000000'],
    [{ seed: -1 }, 'invalid seed: -1 (expected a whole number from 0 to 4294967295)'],
    [{ seed: 0.5 }, 'invalid seed: 0.5'],
  ])('refuses %j', (options, message) => {
    expect(() => predictiveSamples(prophet, model, [hourAfterStart(1)], options)).toThrow(message);
  });
});
