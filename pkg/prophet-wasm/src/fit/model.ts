import type { HolidayColumn } from '../features/holidayColumns.js';
import type { FittedRegressor } from '../features/regressor.js';
import type { InactiveSeasonality, Seasonality } from '../features/seasonality.js';
import type { ResolvedOptions } from '../options/prophetOptions.js';
import type { Recurring } from '../recurring/recurring.js';

/** Version of the shape of a `Model`. */
export const MODEL_VERSION = 3;

/**
 * Status of a fit.
 * - `certified`: every optimality condition holds to 1e-6 / changepointPriorScale, computed from the rows.
 * - `rounding`: each holds to within what rounding allows: of y where there is hardly any noise, or of larger parts.
 * - `constant`: all y are equal; nothing was fitted.
 * - `interpolating`: the model can pass through every row; no noise level above 1e-9 is optimal.
 * - `unsettled`: the optimum was not reached in 100 steps; `kkt` says how far the conditions are from holding. Only where the
 *   means bend (logistic growth, multiplicative terms) and the data hardly tell parameters apart.
 * - `imported`: fitted elsewhere, such as in Python; nothing was checked here, and kkt is NaN.
 */
export type FitStatus = 'certified' | 'rounding' | 'constant' | 'interpolating' | 'unsettled' | 'imported';

/** Parameters as in Prophet's Stan program, in scaled units. */
export interface ModelParams {
  /** Base rate: change of scaled y over the length of the history; with logistic growth, of the exponent. */
  readonly k: number;
  /** Offset: scaled trend at the start of the history; with logistic growth, the scaled time of half the cap. */
  readonly m: number;
  /** Rate change at every changepoint. */
  readonly delta: readonly number[];
  /**
   * Coefficients: sine and cosine of every harmonic, seasonality by seasonality, then one for each holiday column, one for
   * each regressor, and one for each step.
   */
  readonly beta: readonly number[];
  /** Standard deviation of the noise. */
  readonly sigmaObs: number;
  /** Changepoints in scaled time, 0 at the start of the history and 1 at its end. */
  readonly tChange: readonly number[];
}

/** How data become scaled: (y - floor) / yScale, (time - timeStart) / timeScaleMs. */
export interface ModelScaling {
  readonly yScale: number;
  /** The floor where the caller gives none: 0 with absmax scaling, the smallest y with minmax. */
  readonly yMin: number;
  /** Whether the floor is the caller's: logistic growth with a floor in the history. */
  readonly hasFloor: boolean;
  /** The caller's floor where it was one number, which holds in a forecast too unless it is given another; else null. */
  readonly floor: number | null;
  /** The same for the cap of logistic growth. */
  readonly cap: number | null;
  /** Epoch milliseconds. */
  readonly timeStart: number;
  readonly timeScaleMs: number;
}

/** Bounds that yhat and its interval do not leave, in the unit of y; null for no such bound. */
export interface ModelBounds {
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A fitted model: plain JSON, complete for predicting. */
export interface Model {
  /** Version of this shape. */
  readonly version: typeof MODEL_VERSION;
  readonly options: ResolvedOptions;
  readonly scaling: ModelScaling;
  readonly params: ModelParams;
  /** Seasonalities in the model, in the order of their columns in beta. */
  readonly seasonalities: readonly Seasonality[];
  /** Built-in seasonalities that are not, with the reason. */
  readonly inactiveSeasonalities: readonly InactiveSeasonality[];
  /** Columns of holidays, in the order of their coefficients. */
  readonly holidays: readonly HolidayColumn[];
  /** Regressors, in the order of their coefficients. */
  readonly regressors: readonly FittedRegressor[];
  /** The bounds of the options that are in force. */
  readonly bounds: ModelBounds;
  /** Values that return exactly at the same time of day or week, on top of all else; null for none. */
  readonly recurring: Recurring | null;
  /** First and last time of the rows used (epoch milliseconds), and their number. */
  readonly history: { readonly start: number; readonly end: number; readonly count: number };
  readonly fit: {
    readonly status: FitStatus;
    /** As Stan reports it: without constants, and without the Jacobian of ln sigmaObs. NaN when not known. */
    readonly logPosterior: number;
    /** Largest residual of the optimality conditions, from the rows; 0 for a constant series, NaN when imported. */
    readonly kkt: number;
  };
}
