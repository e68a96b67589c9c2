import { crossValidate, crossValidationSteps, loadProphet, performanceMetrics, type Prophet } from 'prophet-wasm';

import { itWithReference, readReference } from '../reference.js';
import { hourAfterStart, START, syntheticHistory } from '../synthetic.js';

const DAY_MS = 86_400_000;

describe('crossValidate(prophet, model, data, options)', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  const history = syntheticHistory(480);

  it('forecasts the rows of each horizon from the rows up to its cutoff alone', () => {
    const model = prophet.fit(history);
    const { time, cutoff, y, yhat, yhatLower, yhatUpper } = crossValidate(prophet, model, history, {
      horizonMs: 2 * DAY_MS,
      periodMs: 3 * DAY_MS,
      initialMs: 12 * DAY_MS,
    });
    const lastCutoff = hourAfterStart(479) - 2 * DAY_MS;
    expect([...new Set(cutoff)]).toEqual([lastCutoff - 3 * DAY_MS, lastCutoff]);
    expect(time).toHaveLength(2 * 48);
    expect(time.every((at, i) => at > cutoff[i] && at <= cutoff[i] + 2 * DAY_MS)).toBe(true);
    expect(Array.from(y)).toEqual(Array.from(time, (at) => history.y[(at - START) / 3_600_000]));

    const past = syntheticHistory(432);
    const seasonalities = model.seasonalities;
    const alone = prophet.predict(
      prophet.fit(past, { seasonalities, weeklySeasonality: false, dailySeasonality: false }),
      time.slice(48),
    );
    expect(yhat.slice(48)).toEqual(alone.yhat);
    expect(yhatLower.slice(48)).toEqual(alone.yhatLower);
    expect(yhatUpper.slice(48)).toEqual(alone.yhatUpper);
  });

  it('keeps the seasonalities of the model, where a fold alone would be too short for them', () => {
    const model = prophet.fit(history);
    const options = { horizonMs: DAY_MS, cutoffs: [hourAfterStart(10 * 24)] };
    const { yhat, time } = crossValidate(prophet, model, history, options);
    const past = syntheticHistory(241);
    const weekly = prophet.fit(past, { seasonalities: model.seasonalities, dailySeasonality: false });
    expect(prophet.fit(past).seasonalities.map(({ name }) => name)).toEqual(['daily']);
    expect(yhat).toEqual(prophet.predict(weekly, time).yhat);
  });

  it('keeps the scaling, which Prophet’s own cross-validation drops', () => {
    const high = { time: history.time, y: Array.from(history.y, (y) => y + 1e6) };
    const options = { horizonMs: DAY_MS, cutoffs: [hourAfterStart(400)] };
    const errors = (['minmax', 'absmax'] as const).map((scaling) => {
      const cv = crossValidate(prophet, prophet.fit(high, { scaling }), high, options);
      return performanceMetrics(cv, { metrics: ['rmse'], rollingWindow: 1 })?.values.rmse[0] ?? NaN;
    });
    const shifted = crossValidate(prophet, prophet.fit(history, { scaling: 'minmax' }), history, options);
    expect(errors[0]).toBeCloseTo(
      performanceMetrics(shifted, { metrics: ['rmse'], rollingWindow: 1 })?.values.rmse[0] ?? NaN,
      6,
    );
    expect(errors[1]).toBeGreaterThan(2 * errors[0]);
  });

  it('keeps explicit changepoints that are before the end of a fold', () => {
    const changepoints = [hourAfterStart(200), hourAfterStart(400)];
    const model = prophet.fit(history, { changepoints });
    const { yhat, time } = crossValidate(prophet, model, history, {
      horizonMs: DAY_MS,
      cutoffs: [hourAfterStart(400)],
    });
    const fold = prophet.fit(syntheticHistory(401), {
      changepoints: [hourAfterStart(200)],
      seasonalities: model.seasonalities,
    });
    expect(yhat).toEqual(prophet.predict(fold, time).yhat);
  });

  it('goes in slices of one fold, tells how far it is, and can be left', () => {
    const steps = crossValidationSteps(prophet, prophet.fit(history), history, {
      horizonMs: 2 * DAY_MS,
      initialMs: 12 * DAY_MS,
    });
    expect(steps.next()).toEqual({ done: false, value: { done: 1, total: 6 } });
    expect(steps.next()).toEqual({ done: false, value: { done: 2, total: 6 } });
    steps.return(crossValidate(prophet, prophet.fit(history), history, { horizonMs: 2 * DAY_MS }));
    expect(steps.next()).toEqual({ done: true, value: undefined });
  });

  it.each([
    [[START], 'invalid cutoff: 1704067200000 (expected a time after 1704067200000, the first, and at most'],
    [[hourAfterStart(470)], 'invalid cutoff'],
    [[NaN], 'invalid cutoff: NaN'],
    [[], 'invalid cutoffs: 0 (expected at least one)'],
    [[START + 1], 'invalid cutoff: 1704067200001 (expected a time with at least 2 rows up to it)'],
  ])('refuses cutoffs %j', (cutoffs, message) => {
    const model = prophet.fit(history);
    expect(() => crossValidate(prophet, model, history, { horizonMs: DAY_MS, cutoffs })).toThrow(message);
  });

  const days = (horizon: number, period: number, initial?: number) => ({
    horizonMs: horizon * DAY_MS,
    periodMs: period * DAY_MS,
    initialMs: initial && initial * DAY_MS,
  });

  describe('on the first 100 rows of Prophet’s own data', () => {
    const first100 = () => {
      const { time, y } = readReference('prophet/data.csv');
      return { time: Array.from(time).slice(0, 100), y: Array.from(y).slice(0, 100) };
    };

    itWithReference.each([
      [days(4, 10, 115), 3, 8],
      [days(4, 10, 135), 1, undefined],
      [days(4, 4, 115), 7, 20],
      [days(1, 1, 140), 2, undefined],
      [days(32, 10), 2, 44],
      [days(4, 10, 90), 6, 16],
    ])('%j makes the folds that Prophet makes', (options, folds, rows) => {
      const data = first100();
      for (const growth of ['linear', 'flat'] as const) {
        const { cutoff } = crossValidate(prophet, prophet.fit(data, { growth }), data, options);
        expect(new Set(cutoff).size).toBe(folds);
        expect(cutoff).toHaveLength(rows ?? cutoff.length);
      }
    });

    itWithReference('a cap, regressors and conditions go with the rows of each fold', () => {
      const data = first100();
      const rows = data.time.map((_, i) => i);
      const logistic = prophet.fit({ ...data, cap: 40 }, { growth: 'logistic' });
      const saturating = crossValidate(prophet, logistic, { ...data, cap: 40 }, days(1, 1, 140));
      expect(new Set(saturating.cutoff).size).toBe(2);
      expect(saturating.yhat.every(Number.isFinite)).toBe(true);
      const full = {
        ...data,
        regressors: { load: rows.map((i) => i % 5) },
        conditions: { odd: rows.map((i) => i % 2) },
      };
      const model = prophet.fit(full, {
        regressors: [{ name: 'load' }],
        seasonalities: [
          { name: 'monthly', periodMs: 30 * DAY_MS, fourierOrder: 5 },
          { name: 'weekly if odd', periodMs: 7 * DAY_MS, fourierOrder: 3, conditionName: 'odd' },
        ],
      });
      expect(new Set(crossValidate(prophet, model, full, days(4, 4, 135)).cutoff).size).toBe(2);
    });

    itWithReference('two given cutoffs make two folds', () => {
      const data = first100();
      const cutoffs = [Date.UTC(2012, 6, 31), Date.UTC(2012, 7, 31)];
      const { cutoff } = crossValidate(prophet, prophet.fit(data), data, { horizonMs: 32 * DAY_MS, cutoffs });
      expect([...new Set(cutoff)]).toEqual(cutoffs);
    });

    itWithReference.each([
      [-1, 16],
      [0, 4],
      [0.2, 4],
      [1, 1],
    ])('six folds measured with rolling window %d have %d rows', (rollingWindow, rows) => {
      const data = first100();
      const cv = crossValidate(prophet, prophet.fit(data), data, days(4, 10, 90));
      expect(performanceMetrics(cv, { rollingWindow })?.horizon).toHaveLength(rows);
    });

    itWithReference('one window over all rows has their means, and of mdape their median', () => {
      const data = first100();
      const cv = crossValidate(prophet, prophet.fit(data), data, days(4, 10, 90));
      const each = performanceMetrics(cv, { rollingWindow: -1 })?.values ?? {};
      const all = performanceMetrics(cv, { rollingWindow: 1 })?.values ?? {};
      for (const name of ['mse', 'mape', 'mae', 'coverage']) {
        expect(all[name][0]).toBeCloseTo(each[name].reduce((sum, value) => sum + value, 0) / 16, 10);
      }
      const sorted = Array.from(each.mdape).sort((a, b) => a - b);
      expect(all.mdape[0]).toBeCloseTo((sorted[7] + sorted[8]) / 2, 12);
    });
  });
});
