import type { Model } from 'prophet-wasm';

import type { Forecastable } from '../fit/fittedModel.js';
import type { TrendVerb, Verbs } from '../verbs.js';

/** A curve over time in the unit of the series. Columns of one length. */
export interface TimeCurve {
  /** Epoch ms. */
  readonly time: Float64Array;
  readonly value: Float64Array;
}

/** The trend of a model over its history and a stretch beyond. */
export interface TrendCurve extends TimeCurve {
  /** Bounds of the trend's interval: the trend itself within the history, and opening beyond it. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** End of the history, epoch ms: what follows is forecast. */
  readonly historyEnd: number;
  /** Changepoints at which the trend bends noticeably, epoch ms. */
  readonly bends: readonly number[];
}

/** One cycle of a seasonality: what it adds to the trend. */
export interface SeasonalityCurve extends TimeCurve {
  /** The model's name of it: `daily`, `weekly`, `yearly` or the user's own. */
  readonly name: string;
  readonly periodMs: number;
  /** Whether its values are shares of the trend instead of in the unit of the series. */
  readonly isShare: boolean;
}

/** A model taken apart. */
export interface ModelComponents {
  readonly trend: TrendCurve;
  readonly seasonalities: readonly SeasonalityCurve[];
  /** Standard deviation of the noise, in the unit of the series. */
  readonly noise: number;
}

const TREND_POINTS = 240;
const SEASONALITY_POINTS = 336;

/** Share of the history's length that the trend goes on beyond it, where its interval opens. */
const BEYOND = 0.2;

// A rate change that moves the level by less than this share of the noise over the whole history cannot be seen.
const NOTICEABLE = 0.5;

function evenly(start: number, end: number, nPoints: number): Float64Array {
  return Float64Array.from({ length: nPoints + 1 }, (_, point) => start + ((end - start) * point) / nPoints);
}

function bendsOf({ params, scaling }: Model): number[] {
  return params.tChange
    .filter((_, index) => Math.abs(params.delta[index] ?? 0) > NOTICEABLE * params.sigmaObs)
    .map((time) => scaling.timeStart + time * scaling.timeScaleMs);
}

function trendCurve(engine: TrendVerb, model: Model, intervalWidth: number): TrendCurve {
  const { start, end } = model.history;
  const times = evenly(start, end + BEYOND * (end - start), TREND_POINTS);
  const { time, trend, trendLower, trendUpper } = engine.trend({ model }, times, intervalWidth);
  return { time, value: trend, lower: trendLower, upper: trendUpper, historyEnd: end, bends: bendsOf(model) };
}

/**
 * Takes a model apart: its trend with what is known of its uncertainty, and one cycle of every seasonality.
 * @param weekStart midnight before a Monday on the reader's clock, epoch ms: where the cycles begin.
 */
export function modelComponents(
  engine: Pick<Verbs, 'forecast'> & TrendVerb,
  fitted: Forecastable,
  intervalWidth: number,
  weekStart: number,
): ModelComponents {
  const { model } = fitted;
  const seasonalities = model.seasonalities.map(({ name, periodMs, mode }): SeasonalityCurve => {
    const time = evenly(weekStart, weekStart + periodMs, SEASONALITY_POINTS);
    return {
      name,
      periodMs,
      isShare: mode === 'multiplicative',
      time,
      value: engine.forecast(fitted, time, intervalWidth).components[name] ?? time.map(() => NaN),
    };
  });
  return {
    trend: trendCurve(engine, model, intervalWidth),
    seasonalities,
    noise: model.params.sigmaObs * model.scaling.yScale,
  };
}
