import type { Anomaly, SuppressedExcursion } from './anomaly.js';
import { branchCodes } from './branch.js';
import { classicScoring } from './classicScoring.js';
import { confirmRuns, type ConfirmedRun } from './confirmRuns.js';
import type { Detection } from './detection.js';
import type { DetectionOptions } from './detectionOptions.js';
import { createExcursion } from './excursion.js';
import { filterPoints, pointStates, type FilteredPoints } from './filterPoints.js';
import { findIncidents } from './findIncidents.js';
import type { Forecast } from './forecast.js';
import type { ScoredRows, Scoring } from './scoredRows.js';
import { suppressionCodes, suppressionReasonOf } from './suppression.js';

/** The facts about the fit behind a forecast that the detector needs. */
export interface DetectionContext {
  /** True for a constant or interpolating fit, whose interval has no width worth the name. */
  readonly isDegenerate: boolean;
  /** Size of the training values in the unit of the series (Prophet's `y_scale`), above 0. */
  readonly scale: number;
  /** How rows are scored: `adaptiveScoring` or `replayScoring`. Default the classic score. */
  readonly scoring?: Scoring;
}

const regularFit: DetectionContext = { isDegenerate: false, scale: 1 };

/** How rows are scored behind a forecast: as the context says, else classically. */
export function scoringOf({ scoring, scale, isDegenerate }: DetectionContext): Scoring {
  return scoring ?? classicScoring(scale, isDegenerate);
}

/**
 * Scores points against a forecast, filters them, and groups what is anomalous into anomalies and incidents, the same
 * for every way of scoring. Cheap: a change of the threshold needs nothing but another call.
 * @param time epoch milliseconds on one regular grid, ascending; the columns `y` and `forecast` have the same rows.
 * @param y observed values in the unit of the forecast; NaN (or any value that is not finite) where nothing is known.
 * @param options complete options from `parseDetectionOptions`.
 * @param context what is known of the fit, and how rows are scored. Default: a regular fit, the classic score.
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
  const rows = scoringOf(context)({ time, y, forecast }, options);
  const points = filterPoints(rows, options);
  const anomalous = new Uint8Array(time.length);
  const runs = findRuns(points, options, anomalous);
  const branch = withLimits(rows, points, anomalous);
  return {
    expected: rows.expected,
    bandLower: rows.bandLower,
    bandUpper: rows.bandUpper,
    score: rows.score,
    threshold: rows.threshold,
    branch,
    size: rows.size,
    usual: rows.usual,
    severityBy: rows.severityBy,
    learningUntil: rows.learningUntil,
    anomalous,
    suppressedBy: points.suppressedBy,
    anomalies: runs.map((run) => anomalyOf(rows, points.side, run, anomalous)),
    incidents: findIncidents(rows, { ...points, anomalous, branch, runs }, options.thresholdMultiplier),
    suppressed: findSuppressed(rows, points),
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

function findRuns(
  { state, side, suppressedBy }: FilteredPoints,
  options: DetectionOptions,
  anomalous: Uint8Array,
): readonly ConfirmedRun[] {
  const runs = confirmRuns({ state, side }, options, (row) => {
    anomalous[row] = 1;
  });
  for (let i = 0; options.n > 1 && i < state.length; i++) {
    if (state[i] === pointStates.outside && anomalous[i] === 0) {
      suppressedBy[i] = suppressionCodes.nOfM;
    }
  }
  return runs;
}

/** The branches of the score, and `limit` for what only a limit made anomalous. */
function withLimits({ branch, side }: ScoredRows, { state }: FilteredPoints, anomalous: Uint8Array): Uint8Array {
  if (!state.includes(pointStates.beyondLimit)) {
    return branch;
  }
  return branch.map((code, row) => (anomalous[row] === 1 && side[row] === 0 ? branchCodes.limit : code));
}

function anomalyOf(rows: ScoredRows, side: Int8Array, run: ConfirmedRun, anomalous: Uint8Array): Anomaly {
  // Object.assign, since spreading costs several microseconds an anomaly.
  return Object.assign(createExcursion(rows, side, run.first, run.last, anomalous), {
    confirmedAt: rows.time[run.confirmed],
    isOpen: run.isOpen,
  });
}

function findSuppressed(rows: ScoredRows, { side, suppressedBy }: FilteredPoints): readonly SuppressedExcursion[] {
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
      found.push(Object.assign(createExcursion(rows, side, first, last, suppressedBy), { reason }));
    }
  }
  return found;
}
