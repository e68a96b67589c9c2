import { loadProphet, regressorCoefficients, stepSizes, type Prophet, type ProphetOptions } from 'prophet-wasm';

import { hourAfterStart, syntheticHistory } from './synthetic.js';

const STEP_ROW = 150;
const STEP = { time: hourAfterStart(STEP_ROW), name: 'deploy' };
const { time, y } = syntheticHistory();
const shifted = { time, y: Array.from(y, (value, i) => value + (i >= STEP_ROW ? 30 : 0)) };

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

describe('the option steps', () => {
  it('takes a lasting change of level out of trend and seasonalities', () => {
    const model = prophet.fit(shifted, { steps: [STEP] });
    const [{ size }] = stepSizes(model);
    expect(size).toBeCloseTo(30, 0);
    const clean = prophet.fit({ time, y });
    const ahead = [400, 412].map(hourAfterStart);
    const [expected, found] = [clean, model].map((one) => prophet.predict(one, ahead).yhat);
    found.forEach((value, i) => expect(value - expected[i]).toBeCloseTo(30, 0));
  });

  it('has a component that is 0 before its moment and its size from then on, and needs nothing but time', () => {
    const model = prophet.fit(shifted, { steps: [STEP] });
    const [{ size }] = stepSizes(model);
    const { components, additiveTerms, yhat, trend } = prophet.predict(model, [
      STEP.time - 1,
      STEP.time,
      STEP.time + 1e9,
    ]);
    expect(Array.from(components.deploy)).toEqual([0, expect.closeTo(size, 9), expect.closeTo(size, 9)]);
    yhat.forEach((value, i) => expect(value).toBeCloseTo(trend[i] + additiveTerms[i], 9));
  });

  it('is the model that a regressor of 0 and 1 gives, whose column it does not need', () => {
    const step = Array.from(time, (at) => (at >= STEP.time ? 1 : 0));
    const asRegressor = prophet.fit({ ...shifted, regressors: { deploy: step } }, { regressors: [{ name: 'deploy' }] });
    const asStep = prophet.fit(shifted, { steps: [STEP] });
    expect(asStep.params.sigmaObs).toBeCloseTo(asRegressor.params.sigmaObs, 9);
    expect(stepSizes(asStep)[0].size).toBeCloseTo(regressorCoefficients(asRegressor)[0].coef, 6);
  });

  it('is added in any mode', () => {
    const model = prophet.fit(shifted, { steps: [STEP], seasonalityMode: 'multiplicative' });
    const { components, multiplicativeTerms } = prophet.predict(model, [STEP.time]);
    expect(components.deploy[0]).toBeCloseTo(30, -1);
    expect(Math.abs(multiplicativeTerms[0])).toBeLessThan(1);
  });

  it('is named for its time where it has no name, and may be there often', () => {
    const hours = [20, 60, 100, 150, 200, 250, 300];
    const model = prophet.fit(shifted, { steps: hours.map((hour) => ({ time: hourAfterStart(hour) })) });
    expect(stepSizes(model).map(({ name }) => name)[3]).toBe('step 2024-01-07T06:00:00.000Z');
    expect(stepSizes(model)).toHaveLength(hours.length);
    expect(Object.keys(prophet.predict(model, [0]).components)).toHaveLength(2 + hours.length);
  });

  it('leaves regressors their coefficients', () => {
    const price = Array.from(time, (_, i) => Math.cos(i));
    const options: ProphetOptions = { steps: [STEP], regressors: [{ name: 'price', standardize: false }] };
    const data = { ...shifted, y: shifted.y.map((value, i) => value + 5 * price[i]), regressors: { price } };
    const [{ regressor, coef }] = regressorCoefficients(prophet.fit(data, options));
    expect(regressor).toBe('price');
    expect(coef).toBeCloseTo(5, 0);
  });

  it('has the prior scale it is given, else holidaysPriorScale: a small one holds it near 0', () => {
    const size = (options: ProphetOptions) => stepSizes(prophet.fit(shifted, options))[0].size;
    const small = size({ steps: [{ ...STEP, priorScale: 1e-4 }] });
    expect(Math.abs(small)).toBeLessThan(1);
    expect(size({ steps: [STEP], holidaysPriorScale: 1e-4 })).toBe(small);
  });

  it('has no effect after the history', () => {
    const model = prophet.fit(shifted, { steps: [STEP, { time: hourAfterStart(1000), name: 'later' }] });
    expect(stepSizes(model)[1].size).toBe(0);
    expect(prophet.predict(model, [hourAfterStart(1001)]).components.later[0]).toBe(0);
  });

  it('widens the interval back to the old level while it is not settled', () => {
    const options = (isSettled: boolean) => ({ steps: [{ ...STEP, isSettled }] });
    const [open, settled] = [false, true].map((isSettled) =>
      prophet.predict(prophet.fit(shifted, options(isSettled)), [STEP.time - 1, STEP.time]),
    );
    expect(Array.from(open.yhat)).toEqual(Array.from(settled.yhat));
    expect(Array.from(open.yhatUpper)).toEqual(Array.from(settled.yhatUpper));
    expect(open.yhatLower[0]).toBe(settled.yhatLower[0]);
    expect(settled.yhatLower[1] - open.yhatLower[1]).toBeCloseTo(30, 0);
  });

  it('is the same on regular rows, prepared rows and in fleets', () => {
    const options = { steps: [STEP] };
    const model = prophet.fit(shifted, options);
    const regular = { start: time[0], stepMs: time[1] - time[0], y: shifted.y };
    const [many] = prophet.fitMany({ time, ys: [shifted.y] }, options);
    const prepared = prophet.prepare(shifted);
    prepared.fit({ ...options, holidaysPriorScale: 3 });
    for (const other of [prophet.fit(regular, options), many, prepared.fit(options)]) {
      expect(stepSizes(other)[0].size).toBeCloseTo(stepSizes(model)[0].size, 6);
      expect(other.params.sigmaObs).toBeCloseTo(model.params.sigmaObs, 9);
    }
  });

  it.each([
    [5, 'invalid steps: 5 (expected a list)'],
    [[7], 'invalid steps[0]: 7 (expected an object with a time)'],
    [[{}], 'invalid time of steps[0]: undefined (expected epoch milliseconds'],
    [[{ time: NaN }], 'invalid time of steps[0]: NaN (expected epoch milliseconds'],
    [[{ at: 5 }], 'unknown field of steps[0]: at (expected one of time, name, priorScale, isSettled)'],
    [[{ time: 5, name: 'trend' }], 'invalid step name: "trend" (expected a name that no column of a forecast has)'],
    [[{ time: 5 }, { time: 5 }], 'invalid step name: "step 1970-01-01T00:00:00.005Z" (expected every name once)'],
    [[{ time: 5, name: 'a', priorScale: 0 }], 'invalid priorScale of step a: 0 (expected a number above 0)'],
    [[{ time: 5, name: 'a', isSettled: 1 }], 'invalid isSettled of step a: 1 (expected true or false)'],
  ])('refuses %j', (steps, message) => {
    const call = () => Reflect.apply(prophet.fit, prophet, [shifted, { steps }]);
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});
