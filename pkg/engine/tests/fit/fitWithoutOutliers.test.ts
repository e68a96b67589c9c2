import { parseScenario, simulate } from 'foreband-detector';
import { loadProphet, robustFit, type Model, type Prophet } from 'prophet-wasm';

import { fitWithoutOutliers } from '../../src/fit/fitWithoutOutliers.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STEP = 600_000;
const START = Date.UTC(2026, 4, 4);
const scenario = parseScenario({ nAnomaliesPerWeek: 0, burstChance: 0 });

function cpu(nDays: number) {
  const { time, y } = simulate(scenario, { start: START, end: START + nDays * DAY - STEP, stepMs: STEP }).series;
  return { time, y };
}

describe('fitWithoutOutliers(prophet, history, options, maxDeviations)', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  it('fits a spoilt history as it fits a clean one', () => {
    const clean = cpu(21);
    const spoilt = { ...clean, y: clean.y.map((y, row) => (row % 97 < 1 ? y + 0.6 : y)) };
    const { model, nExcluded } = fitWithoutOutliers(prophet, spoilt, {}, 4);
    const nSpoilt = clean.y.filter((_, row) => row % 97 < 1).length;
    expect(nExcluded).toBeGreaterThanOrEqual(nSpoilt);
    const at = Float64Array.of(START + 21 * DAY + 9 * HOUR);
    const [truth] = prophet.predict(prophet.fit(clean), at).yhat;
    expect(prophet.predict(model, at).yhat[0]).toBeCloseTo(truth, 2);
    const sigma = ({ params, scaling }: Model) => params.sigmaObs * scaling.yScale;
    expect(sigma(model)).toBeCloseTo(sigma(prophet.fit(clean)), 3);
    expect(sigma(prophet.fit(spoilt))).toBeGreaterThan(2 * sigma(model));
  });

  it('excludes nearly the same samples as a search on every row', () => {
    const clean = cpu(28);
    const spoilt = { ...clean, y: clean.y.map((y, row) => (row % 150 < 2 ? y - 0.2 : y)) };
    const { outliers } = robustFit(prophet, spoilt, {}, { maxDeviations: 4 });
    const { nExcluded } = fitWithoutOutliers(prophet, spoilt, {}, 4);
    expect(Math.abs(nExcluded - outliers.length)).toBeLessThanOrEqual(3);
  });

  it('fits everything where more than a tenth of the samples are far away', () => {
    const { time, y } = cpu(21);
    const restless = { time, y: y.map((value, row) => (row % 8 === 0 ? value + 0.4 : value)) };
    const { model, nExcluded } = fitWithoutOutliers(prophet, restless, {}, 4);
    expect(nExcluded).toBe(0);
    expect(model).toEqual(prophet.fit(restless));
  });

  it('fits a constant through spikes', () => {
    const { time } = cpu(3);
    const { model, nExcluded } = fitWithoutOutliers(
      prophet,
      { time, y: time.map((_, row) => (row % 50 === 7 ? 1 : 0.2)) },
      {},
      4,
    );
    expect(nExcluded).toBe(9);
    expect(model.fit.status).toBe('constant');
  });
});
