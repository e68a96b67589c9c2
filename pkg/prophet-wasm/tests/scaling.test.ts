import { loadProphet, type Model, type Prophet } from 'prophet-wasm';

import { handmadeModel } from './handmadeModel.js';

const DAY_MS = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const days = (n: number) => Array.from({ length: n }, (_, i) => START + i * DAY_MS);
const wavy = (i: number) => 3 + 0.1 * i + Math.sin(i) + Math.cos(i * i);

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

describe('fit(history, { scaling }).scaling', () => {
  const history = { time: days(4), y: [-12, 3, 8, 4] };

  it('divides y by its largest size, by default', () => {
    expect(prophet.fit(history).scaling).toMatchObject({ yScale: 12, yMin: 0 });
  });

  it('takes y from its smallest to its largest value with minmax', () => {
    expect(prophet.fit(history, { scaling: 'minmax' }).scaling).toMatchObject({ yScale: 20, yMin: -12 });
  });

  it('takes time from the first to the last row that has a value', () => {
    const model = prophet.fit({ time: days(6), y: [NaN, 1, 2, 4, 3, NaN] });
    expect(model.scaling).toMatchObject({ timeStart: START + DAY_MS, timeScaleMs: 3 * DAY_MS });
    expect(model.history).toEqual({ start: START + DAY_MS, end: START + 4 * DAY_MS, count: 4 });
  });

  it.each([1e-6, 1e6])('makes the parameters independent of the unit of y: %d', (unit) => {
    const time = days(60);
    const plain = prophet.fit({ time, y: time.map((_, i) => wavy(i)) }).params;
    const scaled = prophet.fit({ time, y: time.map((_, i) => wavy(i) * unit) }).params;
    for (const name of ['k', 'm', 'sigmaObs'] as const) {
      expect(scaled[name]).toBeCloseTo(plain[name], 8);
    }
  });

  it('makes the parameters independent of where y starts, with minmax', () => {
    const time = days(60);
    const plain = prophet.fit({ time, y: time.map((_, i) => wavy(i)) }, { scaling: 'minmax' });
    const raised = prophet.fit({ time, y: time.map((_, i) => wavy(i) + 500) }, { scaling: 'minmax' });
    for (const name of ['k', 'm', 'sigmaObs'] as const) {
      expect(raised.params[name]).toBeCloseTo(plain.params[name], 8);
    }
    expect(raised.scaling.yMin - plain.scaling.yMin).toBeCloseTo(500, 9);
  });

  it('is undone by predict', () => {
    const model = handmadeModel({ params: { k: 1, m: 0.25 } });
    const scaling = { ...model.scaling, yScale: 8, yMin: 100, timeStart: 1000, timeScaleMs: 10 };
    const scaled: Model = { ...model, scaling };
    expect(Array.from(prophet.predict(scaled, [990, 1000, 1005, 1010]).yhat)).toEqual([94, 102, 106, 110]);
  });
});
