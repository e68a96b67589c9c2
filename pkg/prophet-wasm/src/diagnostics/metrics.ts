/** One forecast beside its observation. */
export interface ForecastRow {
  readonly y: number;
  readonly yhat: number;
  /** Bounds of the interval; NaN where there is none. */
  readonly yhatLower: number;
  readonly yhatUpper: number;
}

/** A measure of forecast quality: a value of each row, and how rows are brought together. */
export interface Metric {
  readonly ofRow: (row: ForecastRow) => number;
  /** Mean or median over the window. Default `mean`. */
  readonly over?: 'mean' | 'median';
  /** Applied to the result of the window. Default: nothing. */
  readonly then?: (value: number) => number;
}

/** Prophet's metrics, by their names in the order of their columns. */
export type MetricName = 'mse' | 'rmse' | 'mae' | 'mape' | 'mdape' | 'smape' | 'coverage';

const square = ({ y, yhat }: ForecastRow) => (y - yhat) ** 2;
const relative = ({ y, yhat }: ForecastRow) => Math.abs((y - yhat) / y);

/** Their definitions. */
export const metrics: Readonly<Record<MetricName, Metric>> = {
  mse: { ofRow: square },
  rmse: { ofRow: square, then: Math.sqrt },
  mae: { ofRow: ({ y, yhat }) => Math.abs(y - yhat) },
  mape: { ofRow: relative },
  mdape: { ofRow: relative, over: 'median' },
  smape: {
    ofRow({ y, yhat }) {
      const size = (Math.abs(y) + Math.abs(yhat)) / 2;
      return size === 0 ? 0 : Math.abs(y - yhat) / size;
    },
  },
  coverage: { ofRow: ({ y, yhatLower, yhatUpper }) => (y >= yhatLower && y <= yhatUpper ? 1 : 0) },
};
