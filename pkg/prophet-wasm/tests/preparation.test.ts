import { loadProphet, type Prophet } from 'prophet-wasm';

import { itWithReference, readReference } from './reference.js';

const DAY_MS = 86_400_000;
const START = Date.parse('2024-01-01');
const days = (n: number) => Array.from({ length: n }, (_, i) => START + i * DAY_MS);

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

describe('fit(history, { scaling })', () => {
  const history = { time: days(4), y: [-12, 3, 8, 4] };

  it('scales y by its largest size, by default', () => {
    expect(prophet.fit(history).scaling).toMatchObject({ yScale: 12, yMin: 0 });
  });

  it('scales y from its smallest to its largest value with minmax', () => {
    expect(prophet.fit(history, { scaling: 'minmax' }).scaling).toMatchObject({ yScale: 20, yMin: -12 });
  });

  it('scales time from 0 at the first to 1 at the last row that has a value', () => {
    const model = prophet.fit({ time: days(6), y: [NaN, 1, 2, 4, 3, NaN] });
    expect(model.scaling).toMatchObject({ timeStart: START + DAY_MS, timeScaleMs: 3 * DAY_MS });
    expect(model.history).toEqual({ start: START + DAY_MS, end: START + 4 * DAY_MS, count: 4 });
  });

  itWithReference('scales 255 business days to y 1 and time 1', () => {
    const { time, y } = readReference('prophet/data.csv');
    const first = { time: Array.from(time).slice(0, 255), y: Array.from(y).slice(0, 255) };
    const { scaling } = prophet.fit(first);
    expect(Math.max(...first.y) / scaling.yScale).toBe(1);
    expect((first.time[254] - scaling.timeStart) / scaling.timeScaleMs).toBe(1);
  });

  it.each([1e-6, 1e6])('gives the same parameters to the same series measured in units of %d', (unit) => {
    const time = days(60);
    const shape = (i: number) => 3 + 0.1 * i + Math.sin(i) + Math.cos(i * i);
    const plain = prophet.fit({ time, y: time.map((_, i) => shape(i)) });
    const scaled = prophet.fit({ time, y: time.map((_, i) => shape(i) * unit) });
    expect(scaled.params.k).toBeCloseTo(plain.params.k, 8);
    expect(scaled.params.m).toBeCloseTo(plain.params.m, 8);
    expect(scaled.params.sigmaObs).toBeCloseTo(plain.params.sigmaObs, 8);
  });

  it('gives the same parameters wherever y starts, with minmax', () => {
    const time = days(60);
    const shape = (i: number) => 3 + 0.1 * i + Math.sin(i) + Math.cos(i * i);
    const plain = prophet.fit({ time, y: time.map((_, i) => shape(i)) }, { scaling: 'minmax' });
    const raised = prophet.fit({ time, y: time.map((_, i) => shape(i) + 500) }, { scaling: 'minmax' });
    expect(raised.params.k).toBeCloseTo(plain.params.k, 8);
    expect(raised.params.m).toBeCloseTo(plain.params.m, 8);
    expect(raised.scaling.yMin - plain.scaling.yMin).toBeCloseTo(500, 9);
  });
});

describe('fit of a constant series', () => {
  it.each([
    { value: 0, scaling: 'absmax', yScale: 1, m: 0 },
    { value: 20, scaling: 'absmax', yScale: 20, m: 1 },
    { value: -20, scaling: 'absmax', yScale: 20, m: -1 },
    { value: 0.1, scaling: 'absmax', yScale: 0.1, m: 1 },
    { value: 0, scaling: 'minmax', yScale: 1, m: 0 },
    { value: 20, scaling: 'minmax', yScale: 1, m: 0 },
  ] as const)(
    'of $value scaled by $scaling repeats it exactly, with next to no noise',
    ({ value, scaling, yScale, m }) => {
      const time = days(40);
      for (const growth of ['linear', 'flat'] as const) {
        const model = prophet.fit({ time, y: time.map(() => value) }, { scaling, growth });
        expect(model.fit.status).toBe('constant');
        expect(model.scaling.yScale).toBe(yScale);
        expect(model.params).toMatchObject({ k: 0, m, sigmaObs: 1e-9 });
        const { yhat, yhatLower, yhatUpper } = prophet.predict(model, [...time, START + 100 * DAY_MS]);
        expect(new Set(yhat)).toEqual(new Set([value]));
        expect(yhatUpper[0] - yhatLower[0]).toBeLessThan(3e-9 * yScale);
      }
    },
  );

  it('is still a model with its seasonalities and changepoints, all zero', () => {
    const model = prophet.fit({ time: days(40), y: new Array<number>(40).fill(7) });
    expect(model.seasonalities.map(({ name }) => name)).toEqual(['weekly']);
    expect(model.params.beta).toEqual(new Array(6).fill(0));
    expect(model.params.delta).toEqual(new Array(25).fill(0));
  });
});

describe('a model', () => {
  it('survives JSON and predicts the same numbers', () => {
    const time = days(40);
    const model = prophet.fit({ time, y: time.map((_, i) => i + Math.sin(i * i)) });
    const restored = JSON.parse(JSON.stringify(model));
    expect(restored).toEqual(model);
    expect(prophet.predict(restored, [START + 50 * DAY_MS])).toEqual(prophet.predict(model, [START + 50 * DAY_MS]));
  });
});
