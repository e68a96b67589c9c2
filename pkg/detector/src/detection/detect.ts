import type { Anomaly, SuppressedExcursion } from './anomaly';
import { bandOf } from './band';
import { confirmRuns } from './confirmRuns';
import type { Detection } from './detection';
import type { DetectionOptions } from './detectionOptions';
import { createExcursion, type ScoredColumns } from './excursion';
import type { Forecast } from './forecast';
import { judgePoints, pointStates, type Judgements } from './judgePoints';
import { scoresOf } from './scoresOf';
import { suppressionCodes, suppressionReasonOf } from './suppression';

/** What the detector must know of the fit behind a forecast. */
export interface DetectionContext {
  /** True for a constant or interpolating fit, whose interval has no width worth the name. */
  readonly isDegenerate: boolean;
  /** Size of the training values in the unit of the series (Prophet's `y_scale`), above 0. */
  readonly scale: number;
}

const regularFit: DetectionContext = { isDegenerate: false, scale: 1 };

// On a degenerate fit the band has no width, and every rounding error would leave it.
const DEGENERATE_DEVIATION = 0.001;

/**
 * Scores points against a forecast and groups those outside the band into anomalies. Cheap: a change of the threshold
 * needs nothing but another call.
 * @param time epoch milliseconds on one regular grid, ascending; the columns `y` and `forecast` have the same rows.
 * @param y observed values in the unit of the forecast; NaN (or any value that is not finite) where nothing is known.
 * @param options complete options from `parseDetectionOptions`.
 * @param context what is known of the fit. On a degenerate one a point must deviate by more than 0.1 % of the scale,
 * unless the options set a minimum deviation. Default: a regular fit.
 * @throws RangeError if the columns differ in length.
 */
export function detect(
  time: Float64Array,
  y: Float64Array,
  forecast: Forecast,
  options: DetectionOptions,
  context: DetectionContext = regularFit,
): Detection {
  requireSameRows(time, y, forecast);
  const band = bandOf(forecast, options.thresholdMultiplier);
  const score = scoresOf(y, forecast);
  const columns = { time, y, yhat: forecast.yhat, score, band };
  const judgements = judgePoints(columns, withDegenerateDeviation(options, context));
  const anomalous = new Uint8Array(time.length);
  const anomalies = findAnomalies(columns, judgements, options, anomalous);
  return {
    bandLower: band.lower,
    bandUpper: band.upper,
    score,
    anomalous,
    suppressedBy: judgements.suppressedBy,
    anomalies,
    suppressed: findSuppressed(columns, judgements),
  };
}

function requireSameRows(time: Float64Array, y: Float64Array, forecast: Forecast): void {
  const columns = { ...forecast, y };
  for (const name of ['y', 'time', 'yhat', 'yhatLower', 'yhatUpper'] as const) {
    if (columns[name].length !== time.length) {
      throw new RangeError(
        `invalid ${name}: ${columns[name].length} rows (expected ${time.length}, one for each time)`,
      );
    }
  }
}

function withDegenerateDeviation(options: DetectionOptions, context: DetectionContext): DetectionOptions {
  const isDeviationSet = options.minDeviationAbsolute > 0 || options.minDeviationRelative > 0;
  if (!context.isDegenerate || isDeviationSet) {
    return options;
  }
  return { ...options, minDeviationAbsolute: DEGENERATE_DEVIATION * context.scale };
}

function findAnomalies(
  columns: ScoredColumns,
  { state, side, suppressedBy }: Judgements,
  options: DetectionOptions,
  anomalous: Uint8Array,
): readonly Anomaly[] {
  const runs = confirmRuns({ state, side, suppressedBy }, options, (row) => {
    anomalous[row] = 1;
  });
  for (let i = 0; options.n > 1 && i < state.length; i++) {
    if (state[i] === pointStates.outside && anomalous[i] === 0) {
      suppressedBy[i] = suppressionCodes.nOfM;
    }
  }
  return runs.map(({ first, last, confirmed, isOpen }) =>
    // Object.assign, since spreading costs several microseconds an anomaly.
    Object.assign(createExcursion(columns, side[first], first, last, anomalous), {
      confirmedAt: columns.time[confirmed],
      isOpen,
    }),
  );
}

function findSuppressed(columns: ScoredColumns, { side, suppressedBy }: Judgements): readonly SuppressedExcursion[] {
  const found: SuppressedExcursion[] = [];
  let last = -1;
  for (let first = 0; first < side.length; first = last + 1) {
    const code = suppressedBy[first];
    last = first;
    const reason = suppressionReasonOf(code);
    if (reason !== undefined) {
      while (last + 1 < side.length && suppressedBy[last + 1] === code && side[last + 1] === side[first]) {
        last++;
      }
      found.push(Object.assign(createExcursion(columns, side[first], first, last, suppressedBy), { reason }));
    }
  }
  return found;
}
