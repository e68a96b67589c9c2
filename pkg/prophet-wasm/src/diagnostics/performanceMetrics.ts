import { invalid } from '../invalid.js';
import { metrics as builtIn, type Metric } from './metrics.js';
import { rollingMean, type RollingValues } from './rollingMean.js';
import { rollingMedian } from './rollingMedian.js';

/** Forecasts to measure: a `CrossValidation`, or forecasts without an interval. */
export interface Forecasts {
  /** Epoch milliseconds. */
  readonly time: Float64Array;
  /** End of training, epoch milliseconds. */
  readonly cutoff: Float64Array;
  readonly y: Float64Array;
  readonly yhat: Float64Array;
  readonly yhatLower?: Float64Array;
  readonly yhatUpper?: Float64Array;
}

/** How to measure. */
export interface MetricOptions {
  /**
   * Names of metrics: `mse`, `rmse`, `mae`, `mape`, `mdape`, `smape`, `coverage`, and those of `custom`. Default: all of
   * Prophet's seven, and then those of `custom`.
   */
  readonly metrics?: readonly string[];
  /** Metrics of the caller's own, by name. Default none. */
  readonly custom?: Readonly<Record<string, Metric>>;
  /**
   * Share of the rows in the window that ends with each horizon; 0 measures every horizon alone, 1 all rows at once,
   * less than 0 every row. Default 0.1.
   */
  readonly rollingWindow?: number;
  /** Measure the horizon in calendar months (UTC) instead of milliseconds. Default false. */
  readonly monthly?: boolean;
}

/** Metrics by horizon: columns of equal length. */
export interface PerformanceMetrics {
  /** Distance of time from cutoff, ascending: milliseconds, or calendar months. */
  readonly horizon: Float64Array;
  /** Each metric by its name. */
  readonly values: Readonly<Record<string, Float64Array>>;
  /** Metrics asked for that these forecasts do not have, with the reason. */
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

/** Below this size of any y, mape means nothing. */
const LEAST_Y = 1e-8;

/**
 * Prophet's measures of forecast quality, by horizon. `mape` is left out when an observation is 0, `coverage` when there
 * is no interval; null when no metric is left.
 * @throws RangeError for a metric that is not known, or is asked for twice, and for no rows.
 */
export function performanceMetrics(forecasts: Forecasts, options: MetricOptions = {}): PerformanceMetrics | null {
  const known: Readonly<Record<string, Metric>> = { ...builtIn, ...options.custom };
  const { metrics = Object.keys(known), rollingWindow = 0.1, monthly = false } = options;
  checkNames(metrics, known);
  const n = forecasts.y.length;
  if (n === 0) {
    throw invalid('forecasts', n, 'at least one row');
  }
  if (!Number.isFinite(rollingWindow)) {
    throw invalid('rollingWindow', rollingWindow, 'a share of the rows, or less than 0 for every row');
  }
  const skipped = metrics.flatMap((name) => reasonsAgainst(name, forecasts).map((reason) => ({ name, reason })));
  const names = metrics.filter((name) => !skipped.some((one) => one.name === name));
  if (names.length === 0) {
    return null;
  }
  const share = Math.trunc(rollingWindow * n);
  const window = share < 0 ? undefined : Math.min(Math.max(share, 1), n);
  const sorted = sortByHorizon(forecasts, monthly);
  const results = names.map((name) => measure(known[name], forecasts, sorted, window));
  const values = Object.fromEntries(names.map((name, i) => [name, results[i].value]));
  return { horizon: results[0].horizon, values, skipped };
}

function checkNames(names: readonly string[], known: Readonly<Record<string, Metric>>): void {
  names.forEach((name, i) => {
    if (!Object.hasOwn(known, name)) {
      throw invalid('metric', name, `one of ${Object.keys(known).join(', ')}`);
    }
    if (names.indexOf(name) !== i) {
      throw invalid('metric', name, 'every metric once');
    }
  });
}

function reasonsAgainst(name: string, { y, yhatLower, yhatUpper }: Forecasts): string[] {
  if (name === 'mape' && y.some((value) => Math.abs(value) < LEAST_Y)) {
    return ['an observation is 0'];
  }
  const hasInterval = yhatLower !== undefined && yhatUpper !== undefined;
  return name === 'coverage' && !hasInterval ? ['the forecasts have no interval'] : [];
}

/** Rows in the order of their horizons, equal ones in their given order. */
interface SortedRows {
  readonly order: Uint32Array;
  readonly horizon: Float64Array;
}

function sortByHorizon({ time, cutoff }: Forecasts, monthly: boolean): SortedRows {
  const distance = monthly ? monthsBetween : (from: number, to: number) => to - from;
  const horizon = time.map((at, i) => distance(cutoff[i], at));
  const order = Uint32Array.from(horizon, (_, i) => i).sort((a, b) => horizon[a] - horizon[b] || a - b);
  return { order, horizon: Float64Array.from(order, (row) => horizon[row]) };
}

function monthsBetween(from: number, to: number): number {
  const months = (time: number) => 12 * new Date(time).getUTCFullYear() + new Date(time).getUTCMonth();
  return months(to) - months(from);
}

/** Without a window, every row for itself. */
function measure(
  { ofRow, over = 'mean', then }: Metric,
  forecasts: Forecasts,
  { order, horizon }: SortedRows,
  window: number | undefined,
): RollingValues {
  const { y, yhat, yhatLower, yhatUpper } = forecasts;
  const rows = Float64Array.from(order, (i) =>
    ofRow({ y: y[i], yhat: yhat[i], yhatLower: yhatLower?.[i] ?? NaN, yhatUpper: yhatUpper?.[i] ?? NaN }),
  );
  const rolling = over === 'mean' ? rollingMean : rollingMedian;
  const { horizon: at, value } = window === undefined ? { horizon, value: rows } : rolling(rows, horizon, window);
  return { horizon: at, value: then === undefined ? value : value.map((one) => then(one)) };
}
