/**
 * The shape of the trend: `linear` bends at changepoints, `flat` is constant. Saturating growth will join this union
 * with its own `cap` and `floor`.
 */
export type Growth = 'linear' | 'flat';

/** How y is scaled before fitting: by its largest size, or from its smallest to its largest value. */
export type Scaling = 'absmax' | 'minmax';

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
}

/** What a caller may say about a fit; everything has Prophet's default. */
export interface ProphetOptions {
  /** Shape of the trend. Default `linear`. */
  readonly growth?: Growth;
  /**
   * Times at which the rate of the trend may change, in epoch milliseconds within the history, any order. Given a
   * list, even an empty one, none are placed automatically. Default: automatic.
   */
  readonly changepoints?: readonly number[];
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
  /** Prior scale of seasonal coefficients that name none themselves, above 0. Default 10. */
  readonly seasonalityPriorScale?: number;
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
  readonly seasonalityPriorScale: number;
  readonly scaling: Scaling;
  readonly intervalWidth: number;
}
