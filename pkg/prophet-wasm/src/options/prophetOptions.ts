/**
 * The shape of the trend: `linear` bends at changepoints, `logistic` does so between a floor and a cap that it never
 * reaches, `flat` is constant.
 */
export type Growth = 'linear' | 'logistic' | 'flat';

/** How y is scaled before fitting: by its largest size, or from its smallest to its largest value. */
export type Scaling = 'absmax' | 'minmax';

/** How a component joins the trend: `additive` is added to it, `multiplicative` is a share of it. */
export type Mode = 'additive' | 'multiplicative';

/**
 * A built-in seasonality: `auto` lets the history decide, `true` and `false` switch it on and off, a whole number sets
 * its Fourier order (0 switches it off).
 */
export type SeasonalitySwitch = 'auto' | boolean | number;

/** A seasonality of the caller's own. */
export interface CustomSeasonality {
  /**
   * Name of the component, not that of another column in a forecast of Prophet's; `daily`, `weekly` or `yearly` replaces
   * the built-in one.
   */
  readonly name: string;
  /** Length of one cycle in milliseconds, at least 0.001. */
  readonly periodMs: number;
  /** Sine and cosine pairs, a whole number from 1 to 500. */
  readonly fourierOrder: number;
  /** Prior scale of its coefficients, above 0. Default: `seasonalityPriorScale`. */
  readonly priorScale?: number;
  /** Default: `seasonalityMode`. */
  readonly mode?: Mode;
  /** Name of a column of `conditions`: the seasonality holds where it is true. Default: everywhere. */
  readonly conditionName?: string | null;
}

/** A day that is unlike others, and perhaps the days around it; each day of the window has an effect of its own. */
export interface HolidayDay {
  /** Name of the component; all days of one name share the effect of a day of the window. */
  readonly name: string;
  /** Calendar day as `2026-12-25`: from midnight to midnight in `timeZone`. */
  readonly day: string;
  /** First day of the window, a whole number of days from -366 to 0. Default 0. */
  readonly lowerWindow?: number;
  /** Last day of the window, a whole number of days from 0 to 366. Default 0. */
  readonly upperWindow?: number;
  /** Prior scale of the effects, above 0, the same for all of one name. Default: `holidaysPriorScale`. */
  readonly priorScale?: number;
}

/** An event from one moment to another, such as a maintenance window of two hours. */
export interface HolidayInterval {
  /** Name of the component; all intervals of one name share one effect. */
  readonly name: string;
  /** Epoch milliseconds: the first moment of the event. */
  readonly start: number;
  /** Epoch milliseconds: the first moment after it. */
  readonly end: number;
  /** Prior scale of the effect, above 0, the same for all of one name. Default: `holidaysPriorScale`. */
  readonly priorScale?: number;
}

/** A holiday or event: one occurrence. */
export type Holiday = HolidayDay | HolidayInterval;

/** A further input: a column that is known for the history and for the future. */
export interface Regressor {
  /** Name of its column in `regressors`, and of the component. */
  readonly name: string;
  /** Prior scale of its coefficient, above 0. Default: `holidaysPriorScale`. */
  readonly priorScale?: number;
  /**
   * Whether the column is shifted and scaled to mean 0 and standard deviation 1; `auto` does so unless it holds only 0
   * and 1. A column of a single value never is. Default `auto`.
   */
  readonly standardize?: 'auto' | boolean;
  /** Default: `seasonalityMode`. */
  readonly mode?: Mode;
}

/** A lasting change of level: its column is 0 before a moment and 1 from then on, so that a forecast needs nothing but time. */
export interface Step {
  /** Epoch milliseconds: the first moment of the new level. One after the history has no effect. */
  readonly time: number;
  /** Name of the component. Default: `step` and the time, as `step 2026-01-09T10:00:00.000Z`. */
  readonly name?: string;
  /** Prior scale of its size, above 0, in units of scaled y. Default: `holidaysPriorScale`. */
  readonly priorScale?: number;
  /** Whether the new level is sure to last: while it is not, the interval reaches back to the old one. Default true. */
  readonly isSettled?: boolean;
}

/** Values that a forecast does not leave, in the unit of y. */
export interface Bounds {
  /** The least value; null for none. Default null. */
  readonly lower?: number | null;
  /** The largest value, above `lower`; null for none. Default null. */
  readonly upper?: number | null;
  /** `held`: each bound only where every y of the history keeps to it. Default `always`. */
  readonly when?: 'always' | 'held';
}

/** Options of a fit; each has Prophet's default. */
export interface ProphetOptions {
  /** Shape of the trend. Default `linear`. `logistic` needs a cap in the history. */
  readonly growth?: Growth;
  /**
   * Times at which the rate of the trend may change, in epoch milliseconds within the history, any order. Given a
   * list, even an empty one, none are placed automatically. Default: automatic.
   */
  readonly changepoints?: readonly number[] | null;
  /** Number of automatic changepoints, a whole number from 0 to 1000; fewer when there are few rows. Default 25. */
  readonly nChangepoints?: number;
  /** Share of the rows, from the start, in which automatic changepoints are placed, 0 to 1. Default 0.8. */
  readonly changepointRange?: number;
  /** Scale tau of the Laplace prior on rate changes, above 0: larger bends more. Default 0.05. */
  readonly changepointPriorScale?: number;
  /** Yearly seasonality, period 365.25 days, order 10. Default `auto`: on from 730 days of history. */
  readonly yearlySeasonality?: SeasonalitySwitch;
  /** Weekly seasonality, order 3. Default `auto`: on from 14 days of history with steps under 7 days. */
  readonly weeklySeasonality?: SeasonalitySwitch;
  /** Daily seasonality, order 4. Default `auto`: on from 2 days of history with steps under 1 day. */
  readonly dailySeasonality?: SeasonalitySwitch;
  /** Seasonalities of the caller's own, in the order of their columns. Default none. */
  readonly seasonalities?: readonly CustomSeasonality[];
  /** How seasonalities and regressors that say nothing themselves join the trend. Default `additive`. */
  readonly seasonalityMode?: Mode;
  /** Prior scale of seasonal coefficients that name none themselves, above 0. Default 10. */
  readonly seasonalityPriorScale?: number;
  /** Holidays and events, of the history and of the future. Default none. */
  readonly holidays?: readonly Holiday[];
  /** How holidays join the trend. Default: `seasonalityMode`. */
  readonly holidaysMode?: Mode;
  /** Prior scale of holidays and regressors that name none themselves, above 0. Default 10. */
  readonly holidaysPriorScale?: number;
  /** Further inputs, in the order of their columns. Default none. */
  readonly regressors?: readonly Regressor[];
  /** Lasting changes of level, additive whatever the mode, in the order of their columns. Default none. */
  readonly steps?: readonly Step[];
  /**
   * Values that yhat and its interval do not leave. `auto`: at least 0 where no y of the history is below it, as
   * `{ lower: 0, when: 'held' }`; a fraction's upper bound is the caller's to give. Default `off`.
   */
  readonly bounds?: 'off' | 'auto' | Bounds;
  /**
   * IANA name of the time zone whose clock seasonalities and holidays follow, such as `Europe/Berlin`: a daily seasonality
   * keeps its hour when daylight saving time begins or ends. Default `UTC`.
   */
  readonly timeZone?: string;
  /** How y is scaled before fitting. Default `absmax`. */
  readonly scaling?: Scaling;
  /** Probability that the interval holds, between 0 and 1. Default 0.8. */
  readonly intervalWidth?: number;
}

/** Options as the fit used them: nothing missing, everything checked. Plain JSON. */
export interface ResolvedOptions {
  readonly growth: Growth;
  /** Explicit changepoints, ascending; null when placed automatically. */
  readonly changepoints: readonly number[] | null;
  readonly nChangepoints: number;
  readonly changepointRange: number;
  readonly changepointPriorScale: number;
  readonly yearlySeasonality: SeasonalitySwitch;
  readonly weeklySeasonality: SeasonalitySwitch;
  readonly dailySeasonality: SeasonalitySwitch;
  readonly seasonalities: readonly Required<CustomSeasonality>[];
  readonly seasonalityMode: Mode;
  readonly seasonalityPriorScale: number;
  readonly holidays: readonly ResolvedHoliday[];
  readonly holidaysMode: Mode;
  readonly holidaysPriorScale: number;
  readonly regressors: readonly Required<Regressor>[];
  readonly steps: readonly Required<Step>[];
  readonly bounds: Required<Bounds>;
  readonly timeZone: string;
  readonly scaling: Scaling;
  readonly intervalWidth: number;
}

/** A holiday with nothing missing. */
export type ResolvedHoliday = Required<HolidayDay> | Required<HolidayInterval>;
