import { loadProphet, type Model, type Prophet } from 'prophet-wasm';

import { itWithReference, readReference } from './reference.js';
import { hourAfterStart, syntheticHistory } from './synthetic.js';

/*
 * Values of an independent exact solver (delta split into two non-negative halves, polished on the active set, gradient
 * below 1e-9), given to 9 or 10 digits.
 */
const DIGITS = 1e-6;

const close = (actual: number, expected: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(DIGITS * Math.abs(expected));

interface Golden {
  readonly logPosterior: number;
  readonly k: number;
  readonly m: number;
  readonly sigmaObs: number;
  /** Rate changes that are not zero, by index. */
  readonly delta: Readonly<Record<number, number>>;
}

function expectGolden(model: Model, golden: Golden): void {
  close(model.fit.logPosterior, golden.logPosterior);
  close(model.params.k, golden.k);
  close(model.params.m, golden.m);
  close(model.params.sigmaObs, golden.sigmaObs);
  const active = Object.fromEntries(Object.entries(model.params.delta).filter(([, value]) => value !== 0));
  expect(Object.keys(active)).toEqual(Object.keys(golden.delta));
  Object.entries(golden.delta).forEach(([index, value]) => close(active[index], value));
  expect(model.fit.status).toBe('certified');
}

const expectForecast = (prophet: Prophet, model: Model, time: readonly number[], yhat: readonly number[]) =>
  prophet.predict(model, time).yhat.forEach((value, i) => close(value, yhat[i]));

describe.each(['wasm', 'javascript'] as const)('the exact optimum, by the %s build', (backend) => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet({ backend });
  });

  const hours = [0, 100, 250, 359, 360, 383, 527].map(hourAfterStart);

  it('is found with automatic weekly and daily seasonality', () => {
    const model = prophet.fit(syntheticHistory());
    expect(model.seasonalities.map(({ name }) => name)).toEqual(['weekly', 'daily']);
    expectGolden(model, {
      logPosterior: 1543.374251515,
      k: 0.101901137,
      m: 0.712583051,
      sigmaObs: 0.00821691203,
      delta: { 16: 0.133562328, 17: 0.12528424 },
    });
    const yhat = [52.9753142, 57.4243842, 62.9708149, 65.6739376, 68.2010993, 67.3913569, 77.5221038];
    expectForecast(prophet, model, hours, yhat);
    const trend = [50.0113081, 52.0034364, 57.4809112, 65.1681142, 65.238639, 66.8607094, 77.0162804];
    prophet.predict(model, hours).trend.forEach((value, i) => close(value, trend[i]));
    close(model.params.beta[6], 0.113957943);
    close(model.params.beta[9], 0.0427206059);
  });

  it('is found with multiplicative seasonality', () => {
    const model = prophet.fit(syntheticHistory(), { seasonalityMode: 'multiplicative' });
    expectGolden(model, {
      logPosterior: 1450.904929456,
      k: 0.095722316,
      m: 0.714927949,
      sigmaObs: 0.010612672,
      delta: { 15: 0.0805155979, 16: 0.062838202, 17: 0.106966643, 24: 0.0266017802 },
    });
    const yhat = [52.8737988, 57.1192589, 63.0935076, 65.8318815, 68.7846682, 67.4666818, 78.1863158];
    expectForecast(prophet, model, hours, yhat);
  });

  it('is found with a flat trend', () => {
    const model = prophet.fit(syntheticHistory(), { growth: 'flat', weeklySeasonality: false });
    const golden = { logPosterior: 812.559581457, k: 0, m: 0.788771678, sigmaObs: 0.0634699023, delta: {} };
    expectGolden(model, golden);
    const yhat = [58.173202, 60.4764396, 60.8225865, 56.0554841, 58.173202, 56.0554841, 56.0554841];
    expectForecast(prophet, model, hours, yhat);
  });

  it('is found without changepoints', () => {
    const model = prophet.fit(syntheticHistory(), { nChangepoints: 0, weeklySeasonality: false });
    const golden = { logPosterior: 1227.225919833, k: 0.20842967, m: 0.684557166, sigmaObs: 0.0200606717, delta: {} };
    expectGolden(model, golden);
    const yhat = [51.0220909, 57.5145557, 63.7203075, 63.2066413, 65.6910844, 64.1845742, 70.0521716];
    expectForecast(prophet, model, hours, yhat);
  });

  itWithReference('is found on 480 business days, scaled by the largest value', () => {
    const { time, y } = readReference('prophet/data.csv');
    const model = prophet.fit({ time: Array.from(time).slice(0, 480), y: Array.from(y).slice(0, 480) });
    expect(model.scaling.yScale).toBe(72.03);
    expectGolden(model, {
      logPosterior: 1147.291028911,
      k: -1.06231315,
      m: 0.250966255,
      sigmaObs: 0.0440564159,
      delta: { 4: 1.60114042, 10: -0.682927882, 16: 0.157640685, 17: 2.08675211, 21: -1.04018025 },
    });
    const days = [0, 240, 479, 480, 509].map((i) => time[i]);
    expectForecast(prophet, model, days, [32.6839588, 26.1921883, 67.6614515, 68.0896829, 72.6770749]);
  });

  itWithReference('is found on 480 business days, scaled from smallest to largest value', () => {
    const { time, y } = readReference('prophet/data.csv');
    const history = { time: Array.from(time).slice(0, 480), y: Array.from(y).slice(0, 480) };
    const model = prophet.fit(history, { scaling: 'minmax' });
    close(model.scaling.yScale, 54.3);
    expect(model.scaling.yMin).toBe(17.73);
    expectGolden(model, {
      logPosterior: 978.203111353,
      k: -1.24734373,
      m: 0.144519372,
      sigmaObs: 0.0611958452,
      delta: { 4: 1.8216236, 10: -0.626719652, 16: 0.262719546, 17: 2.34295795, 21: -1.08170478 },
    });
    const days = [0, 240, 479, 480, 509].map((i) => time[i]);
    expectForecast(prophet, model, days, [32.0075526, 26.5190832, 68.0582955, 68.5025569, 73.3083882]);
  });
});
