import type { DetectionOptions, TimeSpan } from 'foreband-detector';
import type { Holiday } from 'prophet-wasm';

import { presets } from './presets.js';

/** Whether a pattern is on: by Prophet's own rule, which asks for enough history, always, or never. */
export type SeasonalitySetting = 'auto' | 'on' | 'off';

/** What is learnt: changing any of these means another fit. */
export interface LearningSettings {
  /** Length of the history the model is fitted to, in ms. Default 28 days. */
  readonly trainingWindowMs: number;
  /** Distance between two training points, in ms. Default 5 minutes. */
  readonly stepMs: number;
  /** Stretches left out of the training and never flagged. Default none. */
  readonly exclusions: readonly TimeSpan[];
  /** Shape of the trend; `logistic` saturates between `growthFloor` and `growthCap`. Default `linear`. */
  readonly growth: 'linear' | 'flat' | 'logistic';
  /**
   * What logistic growth approaches, in the unit of the series, above the floor; null for what the unit says: 1 for a
   * fraction, 100 for a percentage, and an error for everything else. Default null.
   */
  readonly growthCap: number | null;
  /** What logistic growth starts from, in the unit of the series; null for 0. Default null. */
  readonly growthFloor: number | null;
  /** Whether patterns and holidays are added to the trend or are shares of it. Default `additive`. */
  readonly seasonalityMode: 'additive' | 'multiplicative';
  /**
   * Whose clock patterns and holidays follow: an IANA name, or `dashboard` for the time zone of the dashboard, which is
   * looked up before anything is learnt. Default `UTC`, so that viewers in different zones see the same scores.
   */
  readonly timeZone: string;
  /** The country, state or region whose holidays are unlike other days: `DE`, `DE-BY`, `US-CA`; empty for none. Default none. */
  readonly holidayRegion: string;
  /**
   * Whether all holidays of the region share one effect, of which a window of a month may hold one or two, or each has its
   * own, for windows of years. Default `shared`.
   */
  readonly holidayEffect: 'shared' | 'separate';
  /** Events that are unlike other times, one a line, or an iCalendar text; at most 200,000 characters. Default none. */
  readonly events: string;
  /**
   * What region and events come to in the time at hand. Nobody sets it: it is looked up before anything is learnt, and
   * travels with the settings.
   */
  readonly calendarRows?: readonly Holiday[];
  /** The pattern of a day. Default `auto`: on from two days of history. */
  readonly dailySeasonality: SeasonalitySetting;
  /** The pattern of a week. Default `auto`: on from fourteen days of history. */
  readonly weeklySeasonality: SeasonalitySetting;
  /** The pattern of a year. Default `auto`: on from two years of history. */
  readonly yearlySeasonality: SeasonalitySetting;
  /** Detail of the daily pattern while it is on: pairs of sine and cosine, 1 to 50. Default 4. */
  readonly dailyOrder: number;
  /** Detail of the weekly pattern while it is on: pairs of sine and cosine, 1 to 50. Default 20. */
  readonly weeklyOrder: number;
  /** Detail of the yearly pattern while it is on: pairs of sine and cosine, 1 to 50. Default 10. */
  readonly yearlyOrder: number;
  /** How readily the trend bends (Prophet's tau). Above 0, default 0.05. */
  readonly changepointPriorScale: number;
  /** At how many moments the trend may bend: a whole number, 0 to 1000. Default 25. */
  readonly nChangepoints: number;
  /** Share of the history, from its start, in which the trend may bend: 0 to 1. Default 0.8. */
  readonly changepointRange: number;
  /**
   * Readings further than this from the forecast are left out of the learning, in robust standard deviations of all
   * residuals: 2 or more, or null to learn from every reading. Default 4.
   */
  readonly robustDeviations: number | null;
}

/** What is forecast from a fitted model: changing these re-reads the model, without another fit. */
export interface ForecastSettings {
  /** Probability mass of the forecast's uncertainty interval. Above 0, below 1, default 0.95. */
  readonly intervalWidth: number;
  /**
   * The interval is widened, never narrowed, until the one of this width would hold this share of the history: what normal
   * noise does by itself, and other noise does not. 0.5 to 0.999, or null to take the model at its word. Default 0.975.
   */
  readonly calibrationShare: number | null;
  /** How far past the last reading the forecast is drawn when the visible range does not end in the future, in ms. Default 0. */
  readonly horizonMs: number;
}

/** What counts as an anomaly: changing these only re-scores. */
export interface DetectionSettings {
  /** The band is the interval widened by this factor. Above 0, usually 0.5 to 6, default 2. */
  readonly thresholdMultiplier: number;
  /** On which side of the band a point may be anomalous. Default `both`. */
  readonly direction: DetectionOptions['direction'];
  /** A point closer to the forecast than this is never anomalous; in the unit of the series. Default 0. */
  readonly minDeviationAbsolute: number;
  /** The same as a share of the forecast's size. 0 or more, default 0. */
  readonly minDeviationRelative: number;
  /** How many of the last `m` points must lie outside the band. Default 1. */
  readonly n: number;
  /** See `n`. Default 1. */
  readonly m: number;
  /** Values from here to `normalMax` are never anomalous. Default none. */
  readonly normalMin: number | null;
  /** See `normalMin`. */
  readonly normalMax: number | null;
  /** Values below this always are anomalous. Default none. */
  readonly limitMin: number | null;
  /** Values above this always are anomalous. Default none. */
  readonly limitMax: number | null;
}

/** Every setting of the detector; the query holds the defaults, a panel may override each. */
export interface DetectorSettings extends LearningSettings, ForecastSettings, DetectionSettings {}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What holds while neither query nor panel says otherwise: the recommended preset, and no filter. */
export const defaultSettings: DetectorSettings = {
  ...presets.recommended,
  trainingWindowMs: 28 * DAY_MS,
  stepMs: 5 * MINUTE_MS,
  exclusions: [],
  growthCap: null,
  growthFloor: null,
  timeZone: 'UTC',
  holidayRegion: '',
  holidayEffect: 'shared',
  events: '',
  horizonMs: 0,
  direction: 'both',
  minDeviationAbsolute: 0,
  minDeviationRelative: 0,
  n: 1,
  m: 1,
  normalMin: null,
  normalMax: null,
  limitMin: null,
  limitMax: null,
};

const scoringOnly: { readonly [name in keyof DetectionSettings]: true } = {
  thresholdMultiplier: true,
  direction: true,
  minDeviationAbsolute: true,
  minDeviationRelative: true,
  n: true,
  m: true,
  normalMin: true,
  normalMax: true,
  limitMin: true,
  limitMax: true,
};

// What they come to is compared in their place.
const calendarSources: ReadonlySet<string> = new Set(['holidayRegion', 'holidayEffect', 'events']);

const isOfForecast = (name: string) => !Object.hasOwn(scoringOnly, name) && !calendarSources.has(name);

/** Whether two settings lead to the same model and forecast, so that only the scoring differs. */
export function haveSameForecast(left: DetectorSettings, right: DetectorSettings): boolean {
  const forecastOf = (settings: DetectorSettings) =>
    JSON.stringify(settings, (name, value: unknown) => (isOfForecast(name) ? value : undefined));
  return forecastOf(left) === forecastOf(right);
}
