import { scoringOf, type DetectionContext } from '../detection/detect.js';
import type { Forecast } from '../detection/forecast.js';
import type { ForecastSource } from '../detection/forecastSource.js';
import { joinColumns, joinScoredRows } from '../detection/joinScoredRows.js';
import type { Scoring } from '../detection/scoredRows.js';
import type { Series } from '../series/series.js';
import type { TimeSpan } from '../series/timeSpan.js';
import type { Fold, RowRange } from './fold.js';
import type { Forecaster, TrainingRows } from './forecaster.js';

/** Rows that were used, as a reader wants to know it. */
export interface UsedRows extends TimeSpan {
  /** How many of them have a value. */
  readonly nValues: number;
}

/** One fold after its fit. */
export interface ForecastFold {
  readonly fold: Fold;
  /** The rows that the model was fitted to. */
  readonly training: UsedRows;
  /** The rows that were held out. */
  readonly heldOut: UsedRows;
  /** The forecast for the held-out rows. */
  readonly forecast: Forecast;
  /** Facts about the fit. */
  readonly context: DetectionContext;
}

/** The held-out rows of a series with the forecasts of models that never saw them. */
export interface HeldOut {
  /** The row of the series at which they begin; everything before it is warm-up and never scored. */
  readonly firstRow: number;
  /** Epoch milliseconds, ascending. */
  readonly time: Float64Array;
  /** Observed values, NaN where missing. */
  readonly y: Float64Array;
  /** The forecasts of all folds, one after the other. */
  readonly forecast: Forecast;
  /** Degenerate only if every fit was; the scale is that of the last; scored as each fold is. */
  readonly context: DetectionContext;
  /** Which rows were used for what, fold by fold. */
  readonly folds: readonly Pick<ForecastFold, 'fold' | 'training' | 'heldOut'>[];
}

const regularFit: DetectionContext = { isDegenerate: false, scale: 1 };

const noFit: ForecastSource = {
  forecast: (time) => {
    const unknown = new Float64Array(time.length).fill(NaN);
    return { time, yhat: unknown, yhatLower: unknown, yhatUpper: unknown };
  },
};

/**
 * Fits one fold's model and forecasts its held-out rows. Rows without a finite value are excluded from the fit; where
 * there is no other, nothing is forecast and the fold is never scored.
 */
export function forecastFold(series: Series, fold: Fold, forecaster: Forecaster): ForecastFold {
  const { time } = series;
  const rows = valuesWithin(series, fold.training);
  const { forecast, context = regularFit } = rows.time.length === 0 ? noFit : forecaster(rows);
  const nHeldOut = valuesWithin(series, fold.heldOut).time.length;
  return {
    fold,
    training: { start: time[fold.training.from], end: time[fold.training.to - 1], nValues: rows.time.length },
    heldOut: { start: time[fold.heldOut.from], end: time[fold.heldOut.to - 1], nValues: nHeldOut },
    forecast: forecast(time.subarray(fold.heldOut.from, fold.heldOut.to)),
    context,
  };
}

// A plain loop: with a refit for every row this runs thousands of times over the whole series.
function valuesWithin({ time, y }: Series, { from, to }: RowRange): TrainingRows {
  const rows = { time: new Float64Array(Math.max(0, to - from)), y: new Float64Array(Math.max(0, to - from)) };
  let length = 0;
  for (let row = from; row < to; row++) {
    if (Number.isFinite(y[row])) {
      rows.time[length] = time[row];
      rows.y[length] = y[row];
      length++;
    }
  }
  return { time: rows.time.subarray(0, length), y: rows.y.subarray(0, length) };
}

/**
 * Fits and forecasts fold after fold, each when it is asked for: a caller takes as many as its time allows, shows
 * progress, or stops. Hand what it gave to `joinFolds`.
 */
export function* forecastFolds(
  series: Series,
  folds: readonly Fold[],
  forecaster: Forecaster,
): Generator<ForecastFold> {
  for (const fold of folds) {
    yield forecastFold(series, fold, forecaster);
  }
}

/**
 * Puts folds together. May be called with the folds so far, to show what is known already.
 * @throws RangeError if there is none, if their held-out rows do not follow one another, or if a forecast has another
 * number of rows than were asked for.
 */
export function joinFolds(series: Series, forecasts: Iterable<ForecastFold>): HeldOut {
  const parts = [...forecasts];
  if (parts.length === 0) {
    throw new RangeError('invalid folds: none (expected at least one; is the series longer than the warm-up?)');
  }
  parts.forEach((part, i) => requireRows(part, parts.at(i - 1), i));
  const firstRow = parts[0].fold.heldOut.from;
  const end = parts[parts.length - 1].fold.heldOut.to;
  return {
    firstRow,
    time: series.time.subarray(firstRow, end),
    y: series.y.subarray(firstRow, end),
    forecast: {
      time: series.time.subarray(firstRow, end),
      yhat: joinColumn(parts, 'yhat'),
      yhatLower: joinColumn(parts, 'yhatLower'),
      yhatUpper: joinColumn(parts, 'yhatUpper'),
    },
    context: {
      isDegenerate: parts.every(({ context }) => context.isDegenerate),
      scale: parts[parts.length - 1].context.scale,
      ...scoringByFold(parts, firstRow),
    },
    folds: parts.map(({ fold, training, heldOut }) => ({ fold, training, heldOut })),
  };
}

/** Scores each fold's rows with its own model; nothing where all of them are scored classically. */
function scoringByFold(parts: readonly ForecastFold[], firstRow: number): Pick<DetectionContext, 'scoring'> {
  if (parts.every(({ context }) => context.scoring === undefined)) {
    return {};
  }
  const scoring: Scoring = ({ time, y }, options) =>
    joinScoredRows(
      parts.map(({ fold, forecast, context }) => {
        const [from, to] = [fold.heldOut.from - firstRow, fold.heldOut.to - firstRow];
        const rows = { time: time.subarray(from, to), y: y.subarray(from, to), forecast };
        return scoringOf(context)(rows, options);
      }),
    );
  return { scoring };
}

function requireRows({ fold, forecast }: ForecastFold, before: ForecastFold | undefined, place: number): void {
  const { from, to } = fold.heldOut;
  if (place > 0 && before?.fold.heldOut.to !== from) {
    throw new RangeError(`invalid folds: held-out rows start at ${from} (expected ${before?.fold.heldOut.to})`);
  }
  if (forecast.yhat.length !== to - from) {
    throw new RangeError(`invalid forecast: ${forecast.yhat.length} rows (expected ${to - from}, one for each time)`);
  }
}

function joinColumn(parts: readonly ForecastFold[], name: 'yhat' | 'yhatLower' | 'yhatUpper'): Float64Array {
  return joinColumns(parts.map(({ forecast }) => forecast[name]));
}
