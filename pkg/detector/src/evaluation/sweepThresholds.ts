import { detect } from '../detection/detect.js';
import type { DetectionOptions } from '../detection/detectionOptions.js';
import { thresholdOf } from '../detection/threshold.js';
import { placeEvents } from './eventFrame.js';
import { scoreEvents, type EventScores } from './eventScores.js';
import type { GroundTruth } from './groundTruth.js';
import type { HeldOut } from './heldOut.js';
import { heldOutTruth } from './heldOutTruth.js';
import { scorePoints, type PointScores } from './pointScores.js';

/** The detector at one threshold multiplier, everything else unchanged. */
export interface SweepRow {
  /** The panel option, above 0. */
  readonly thresholdMultiplier: number;
  /** The same as a score: half of it. */
  readonly threshold: number;
  readonly points: PointScores;
  readonly events: EventScores;
}

const MAX_MULTIPLIER = 6;
const STEPS_PER_UNIT = 10;

/** The multipliers a panel offers: 0.5, 0.6 and so on to 6. */
export const sweptMultipliers: readonly number[] = Array.from(
  { length: (MAX_MULTIPLIER - 0.5) * STEPS_PER_UNIT + 1 },
  (_, i) => (i + STEPS_PER_UNIT / 2) / STEPS_PER_UNIT,
);

/**
 * Evaluates one threshold multiplier after the other with the same filters, so each row is what the panel would show there.
 * No refit: the forecast does not depend on the threshold. A generator, so that a caller can stop between two rows.
 * @param options complete options from `parseDetectionOptions`; their own multiplier is not used.
 * @param multipliers above 0. Default `sweptMultipliers`.
 * @throws RangeError if the truth has fewer rows than the series.
 */
export function* sweepThresholds(
  heldOut: HeldOut,
  truth: GroundTruth,
  options: DetectionOptions,
  multipliers: readonly number[] = sweptMultipliers,
): Generator<SweepRow> {
  const { time, y, forecast, context } = heldOut;
  const { labels, known } = heldOutTruth(heldOut, truth);
  const { score } = detect(time, y, forecast, options, context);
  const frame = placeEvents(time, score, truth.events, truth.unknown);
  const knownScore = known(score);
  for (const thresholdMultiplier of multipliers) {
    const detection = detect(time, y, forecast, { ...options, thresholdMultiplier }, context);
    yield {
      thresholdMultiplier,
      threshold: thresholdOf(thresholdMultiplier),
      points: scorePoints(labels, detection.anomalous, knownScore),
      events: scoreEvents(detection, frame),
    };
  }
}
