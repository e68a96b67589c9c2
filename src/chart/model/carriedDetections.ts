import type { DetectedSeries } from '../../engine/detectedSeries';
import { modelRemarks } from '../../engine/remarks';
import { haveSameForecast, type DetectorSettings } from '../../engine/settings';
import { hasDetectionColumns, type SeriesInput } from '../../training/seriesInput';

import { frameColumns } from './frameColumns';

const NONE = new Float64Array();

// Replaced as soon as the series is scored.
const NOT_SCORED: DetectedSeries['detection'] = {
  expected: NONE,
  bandLower: NONE,
  bandUpper: NONE,
  score: NONE,
  threshold: NONE,
  branch: new Uint8Array(),
  size: NONE,
  usual: NONE,
  severityBy: 'score',
  learningUntil: null,
  anomalous: new Uint8Array(),
  suppressedBy: new Uint8Array(),
  anomalies: [],
  incidents: [],
  suppressed: [],
};

function carriedDetection({ queried, carried }: SeriesInput, settings: DetectorSettings): DetectedSeries | undefined {
  const { frame, series } = queried;
  const model = carried?.model ?? null;
  if (
    carried === undefined ||
    model === null ||
    !hasDetectionColumns(frame) ||
    !haveSameForecast(carried.settings, settings)
  ) {
    return undefined;
  }
  const column = frameColumns(frame);
  return {
    kind: 'detected',
    series,
    forecast: {
      time: series.time,
      yhat: column('yhat'),
      yhatLower: column('yhat_lower'),
      yhatUpper: column('yhat_upper'),
      trend: NONE,
      additiveTerms: NONE,
      multiplicativeTerms: NONE,
      components: {},
    },
    detection: NOT_SCORED,
    model,
    nLeftOut: carried.nLeftOut,
    intervalFactor: carried.intervalFactor,
    training: carried.training,
    settings: carried.settings,
    remarks: modelRemarks(model),
  };
}

/**
 * What the frames already know: forecast and model of every series whose settings ask for no other. They are neither
 * fitted nor forecast again, only scored.
 */
export function carriedDetections(
  inputs: readonly SeriesInput[],
  settingsOf: ReadonlyMap<string, DetectorSettings>,
): ReadonlyMap<string, DetectedSeries> {
  const known = new Map<string, DetectedSeries>();
  for (const input of inputs) {
    const settings = settingsOf.get(input.key);
    const detection = settings === undefined ? undefined : carriedDetection(input, settings);
    if (detection !== undefined) {
      known.set(input.key, detection);
    }
  }
  return known;
}
