import { loadProphet, robustFit, type Prophet } from 'prophet-wasm';

import { createRandom } from '../random.js';
import { hourAfterStart, syntheticHistory } from '../synthetic.js';

describe('robustFit(prophet, data, options, { maxDeviations, maxFits })', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  const clean = syntheticHistory();
  const spikes = [40, 41, 42, 150, 290];
  const spoilt = {
    time: clean.time,
    y: Array.from(clean.y, (y, i) => (spikes.includes(i) ? y + 300 : y)),
  };

  it('leaves the outliers out, says which, and fits as if they had no value', () => {
    const { model, outliers, settled, deviation } = robustFit(prophet, spoilt);
    expect(outliers).toEqual(spikes);
    expect(settled).toBe(true);
    const missing = Array.from(clean.y, (y, i) => (spikes.includes(i) ? NaN : y));
    expect(model).toEqual(prophet.fit({ time: clean.time, y: missing }));
    expect(deviation).toBeCloseTo(model.params.sigmaObs * model.scaling.yScale, 0);
  });

  it('forecasts what the clean series would, where a plain fit is bent', () => {
    const time = [hourAfterStart(400)];
    const [truth] = prophet.predict(prophet.fit(clean), time).yhat;
    const [robust] = prophet.predict(robustFit(prophet, spoilt).model, time).yhat;
    const [plain] = prophet.predict(prophet.fit(spoilt), time).yhat;
    expect(Math.abs(robust - truth)).toBeLessThan(1);
    expect(Math.abs(plain - truth)).toBeGreaterThan(3);
  });

  it('takes points back that an early, bent fit had thrown out', () => {
    const block = Array.from({ length: 10 }, (_, i) => 100 + i);
    const data = { time: clean.time, y: Array.from(clean.y, (y, i) => (block.includes(i) ? y + 400 : y)) };
    const bendy = { changepointPriorScale: 0.5 };
    expect(robustFit(prophet, data, bendy, { maxFits: 2 }).outliers.length).toBeGreaterThan(block.length);
    expect(robustFit(prophet, data, bendy)).toMatchObject({ outliers: block, settled: true });
  });

  it('leaves nothing out of a clean series, and fits once', () => {
    const { model, outliers, fits, settled } = robustFit(prophet, clean);
    expect({ outliers, fits, settled }).toEqual({ outliers: [], fits: 1, settled: true });
    expect(model).toEqual(prophet.fit(clean));
  });

  it('excludes few points of normal noise: at 4 deviations 1 in 16,000', () => {
    const random = createRandom(5);
    const n = 5000;
    const time = Array.from({ length: n }, (_, i) => hourAfterStart(i));
    const { outliers } = robustFit(prophet, { time, y: time.map(() => 10 + random.normal()) });
    expect(outliers.length).toBeLessThan(4);
    const tight = robustFit(prophet, { time, y: time.map(() => 10 + random.normal()) }, {}, { maxDeviations: 2 });
    expect(tight.outliers.length / n).toBeCloseTo(0.0455, 1);
  });

  it('sees a constant through spikes', () => {
    const y = Array.from({ length: 100 }, (_, i) => (i % 20 === 7 ? 90 : 5));
    const { model, outliers } = robustFit(prophet, { time: Array.from(y, (_, i) => hourAfterStart(i)), y });
    expect(outliers).toEqual([7, 27, 47, 67, 87]);
    expect(model.fit.status).toBe('constant');
  });

  it('says when it stopped before the points had settled', () => {
    const { settled, fits, outliers } = robustFit(prophet, spoilt, {}, { maxFits: 1 });
    expect({ settled, fits, outliers }).toEqual({ settled: false, fits: 1, outliers: [] });
  });

  it('does not count rows without a value, and keeps the caller’s rows as they were', () => {
    const y = Float64Array.from(spoilt.y, (value, i) => (i === 150 ? NaN : value));
    expect(robustFit(prophet, { time: clean.time, y }).outliers).toEqual([40, 41, 42, 290]);
    expect(y[40]).toBe(spoilt.y[40]);
  });

  it.each([
    [{ maxDeviations: 0 }, 'invalid maxDeviations: 0 (expected a number above 0)'],
    [{ maxFits: 0 }, 'invalid maxFits: 0 (expected a whole number from 1 to 100)'],
  ])('refuses %j', (trim, message) => {
    expect(() => robustFit(prophet, clean, {}, trim)).toThrow(message);
  });
});
