/** One value for all rows, or one a row. */
export type ValueOrColumn = number | ArrayLike<number>;

/** Inputs besides time and y; columns have one value for each row, in its order. */
export interface ExtraColumns {
  /** The value that logistic growth approaches, in the unit of y; above the floor. A fit of another growth refuses it. */
  readonly cap?: ValueOrColumn;
  /** The value that logistic growth starts from, in the unit of y; refused as `cap` is. Default 0, or the smallest y with minmax scaling. */
  readonly floor?: ValueOrColumn;
  /** A column of finite numbers for each of the option `regressors`, by its name. */
  readonly regressors?: Readonly<Record<string, ArrayLike<number>>>;
  /** A column of true and false (or 1 and 0) for each `conditionName` of a seasonality, by that name. */
  readonly conditions?: Readonly<Record<string, ArrayLike<number | boolean>>>;
}

/** Observations at times of their own: equal lengths, any order. */
export interface TimedHistory extends ExtraColumns {
  /** Epoch milliseconds, within 8.64e15 of 1970 as in a `Date`. */
  readonly time: ArrayLike<number>;
  /** Observed values, at most 1e300 in size; NaN for a missing one. */
  readonly y: ArrayLike<number>;
}

/** Observations at regular times, which need no column of their own: row i stands at `start + i stepMs`. */
export interface RegularHistory extends ExtraColumns {
  /** Epoch milliseconds of the first row. */
  readonly start: number;
  /** Distance of two rows in milliseconds, at least 0.001. */
  readonly stepMs: number;
  /** Observed values, at most 1e300 in size; NaN for a missing one. A Float64Array is read where it is. */
  readonly y: ArrayLike<number>;
}

/** Observations as a caller has them. */
export type History = TimedHistory | RegularHistory;
