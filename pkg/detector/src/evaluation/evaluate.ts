import { detect } from '../detection/detect.js';
import type { Detection } from '../detection/detection.js';
import type { DetectionOptions } from '../detection/detectionOptions.js';
import { breachMultipliersOf } from './breachMultipliers.js';
import { placeEvents } from './eventFrame.js';
import { scoreEvents, type EventScores } from './eventScores.js';
import { forecastQualityOf, type ForecastQuality } from './forecastQuality.js';
import type { GroundTruth } from './groundTruth.js';
import type { HeldOut } from './heldOut.js';
import { heldOutTruth } from './heldOutTruth.js';
import { scorePoints, type PointScores } from './pointScores.js';
import { precisionRecallOf, type PrecisionRecall } from './precisionRecall.js';
import { rocOf, type Roc } from './roc.js';
import { scoresByKind, type KindScores } from './scoresByKind.js';
import { scoresBySeverity, type SeverityScores } from './scoresBySeverity.js';

/** How an evaluation weighs and what the forecast promised. */
export interface EvaluationOptions {
  /** Weight of recall against precision in `fBeta`, above 0: 2 for recall first, 0.5 for precision first. Default 1. */
  readonly beta?: number;
  /** Probability the forecast's interval was asked for, above 0, below 1. Default 0.95. */
  readonly intervalWidth?: number;
}

/** A detector evaluated on held-out rows. Columns have one row for each held-out row. */
export interface Evaluation {
  /** The rows, and which rows were fitted to. */
  readonly heldOut: HeldOut;
  /** 1 where the value is anomalous, else 0. */
  readonly labels: Uint8Array;
  /** The detection on them, all filters applied. */
  readonly detection: Detection;
  /** The options it was given. */
  readonly options: DetectionOptions;
  readonly points: PointScores;
  /** Event by event: what a user of alarms meets. */
  readonly events: EventScores;
  /** Found events by their kind. */
  readonly byKind: readonly KindScores[];
  /** Found and false events by their severity. */
  readonly bySeverity: readonly SeverityScores[];
  /** Over every threshold multiplier, without filters. */
  readonly roc: Roc;
  /** Over every threshold multiplier, without filters. */
  readonly precisionRecall: PrecisionRecall;
  /** The forecast on the normal rows. */
  readonly quality: ForecastQuality;
}

/**
 * Evaluates a detector on rows its model never saw.
 * @param heldOut from `joinFolds`.
 * @param truth of the whole series the folds were cut from.
 * @param options complete options from `parseDetectionOptions`.
 * @throws RangeError if the truth has fewer rows than the series, or for a beta or an interval width out of range.
 */
export function evaluate(
  heldOut: HeldOut,
  truth: GroundTruth,
  options: DetectionOptions,
  { beta = 1, intervalWidth = 0.95 }: EvaluationOptions = {},
): Evaluation {
  if (!(beta > 0 && beta < Infinity)) {
    throw new RangeError(`invalid beta: ${beta} (expected above 0)`);
  }
  if (!(intervalWidth > 0 && intervalWidth < 1)) {
    throw new RangeError(`invalid intervalWidth: ${intervalWidth} (expected above 0, below 1)`);
  }
  const { time, y, forecast, context } = heldOut;
  const { labels, known } = heldOutTruth(heldOut, truth);
  const detection = detect(time, y, forecast, options, context);
  const events = scoreEvents(detection, placeEvents(time, detection.score, truth.events, truth.unknown), beta);
  const strangeness = known(
    context.scoring === undefined ? breachMultipliersOf(y, forecast) : scoreMultipliersOf(detection, options),
  );
  return {
    heldOut,
    labels,
    detection,
    options,
    points: scorePoints(labels, detection.anomalous, known(detection.score), beta),
    events,
    byKind: scoresByKind(events.outcomes),
    bySeverity: scoresBySeverity(events),
    roc: rocOf(labels, strangeness),
    precisionRecall: precisionRecallOf(labels, strangeness),
    quality: forecastQualityOf(known(y), forecast, labels, detection.anomalous, intervalWidth),
  };
}

/** The multiplier at which each row would just be anomalous, where the score decides and not an interval. */
function scoreMultipliersOf({ score, threshold }: Detection, { thresholdMultiplier }: DetectionOptions): Float64Array {
  return score.map((value, row) => (thresholdMultiplier * value) / threshold[row]);
}
