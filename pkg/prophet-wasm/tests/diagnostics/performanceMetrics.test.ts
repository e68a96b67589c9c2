import { performanceMetrics, type Forecasts } from 'prophet-wasm';

const DAY_MS = 86_400_000;
const january = (days: readonly number[]) => Float64Array.from(days, (day) => Date.UTC(2020, 0, day));

/** Two folds of three days each. */
const six: Forecasts = {
  time: january([2, 3, 4, 3, 4, 5]),
  cutoff: january([1, 1, 1, 2, 2, 2]),
  y: Float64Array.of(10, 12, 8, 20, 16, 25),
  yhat: Float64Array.of(11, 11, 10, 18, 20, 25),
  yhatLower: Float64Array.of(9, 10, 9, 17, 18, 24),
  yhatUpper: Float64Array.of(12, 11.5, 11, 19, 22, 26),
};

const measured = (rollingWindow: number, name: string) => {
  const result = performanceMetrics(six, { rollingWindow });
  return result && [Array.from(result.horizon, (h) => h / DAY_MS), Array.from(result.values[name])];
};

const near = (values: readonly number[]): readonly unknown[] =>
  values.map((value): unknown => expect.closeTo(value, 6));

describe('performanceMetrics(forecasts, options)', () => {
  it.each([
    [0, 'mse', [1, 2, 3], [2.5, 8.5, 2]],
    [0, 'rmse', [1, 2, 3], [Math.sqrt(2.5), Math.sqrt(8.5), Math.sqrt(2)]],
    [0, 'mape', [1, 2, 3], [0.1, 0.1666667, 0.125]],
    [0, 'smape', [1, 2, 3], [0.100251, 0.154589, 0.111111]],
    [0, 'coverage', [1, 2, 3], [0.5, 0, 0.5]],
    [0.5, 'mse', [2, 3], [6.5, 4.1666667]],
    [0.5, 'mdape', [2, 3], [0.1, 0.25]],
    [0.5, 'coverage', [2, 3], [0.1666667, 0.3333333]],
    [1, 'mse', [3], [4.3333333]],
    [1, 'mae', [3], [1.6666667]],
    [1, 'mape', [3], [0.1305556]],
    [1, 'mdape', [3], [0.1]],
    [1, 'smape', [3], [0.1219842]],
    [1, 'coverage', [3], [0.3333333]],
    [-1, 'mae', [1, 1, 2, 2, 3, 3], [1, 2, 1, 4, 2, 0]],
    [-1, 'coverage', [1, 1, 2, 2, 3, 3], [1, 0, 0, 0, 0, 1]],
  ])('gives with rolling window %d for %s what Prophet gives', (window, name, horizon, values) => {
    expect(measured(window, name)).toEqual([horizon, near(values)]);
  });

  it('has all seven metrics, in Prophet’s order', () => {
    const names = ['mse', 'rmse', 'mae', 'mape', 'mdape', 'smape', 'coverage'];
    expect(Object.keys(performanceMetrics(six)?.values ?? {})).toEqual(names);
  });

  it('measures the horizon in calendar months on request', () => {
    const months = performanceMetrics(
      { ...six, time: Float64Array.from(six.time, (at) => at + 30 * DAY_MS) },
      { monthly: true, rollingWindow: 0, metrics: ['mae'] },
    );
    expect(Array.from(months?.horizon ?? [])).toEqual([1]);
  });

  const allZero = { ...six, y: new Float64Array(6), yhat: new Float64Array(6) };

  it('leaves mape out where an observation is 0, and says so', () => {
    const result = performanceMetrics(allZero, { metrics: ['mape', 'smape'], rollingWindow: 1 });
    expect(result?.values).toEqual({ smape: Float64Array.of(0) });
    expect(result?.skipped).toEqual([{ name: 'mape', reason: 'an observation is 0' }]);
  });

  it('leaves coverage out where there is no interval', () => {
    const { time, cutoff, y, yhat } = six;
    const result = performanceMetrics({ time, cutoff, y, yhat });
    expect(Object.keys(result?.values ?? {})).toEqual(['mse', 'rmse', 'mae', 'mape', 'mdape', 'smape']);
  });

  it('is null when no metric is left', () => {
    expect(performanceMetrics(allZero, { metrics: ['mape'] })).toBeNull();
  });

  it('leaves the caller’s list of metrics as it is', () => {
    const metrics = ['mape', 'mae'];
    performanceMetrics(allZero, { metrics });
    expect(metrics).toEqual(['mape', 'mae']);
  });

  it('takes metrics of the caller’s own', () => {
    const custom = { bias: { ofRow: ({ y, yhat }: { y: number; yhat: number }) => y - yhat } };
    expect(performanceMetrics(six, { custom, metrics: ['bias'], rollingWindow: 1 })?.values.bias[0]).toBeCloseTo(
      -4 / 6,
    );
  });

  it.each([
    [{ metrics: ['mse', 'accuracy'] }, 'invalid metric: "accuracy" (expected one of mse, rmse'],
    [{ metrics: ['mse', 'mse'] }, 'invalid metric: "mse" (expected every metric once)'],
    [{ rollingWindow: NaN }, 'invalid rollingWindow: NaN'],
  ])('refuses %j', (options, message) => {
    expect(() => performanceMetrics(six, options)).toThrow(message);
  });
});
