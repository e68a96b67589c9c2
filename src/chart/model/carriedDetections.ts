import { type DatedSettings, type DetectedSeries, modelRemarks, stageOfChange } from 'foreband-engine';

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

function carriedDetection({ queried, carried }: SeriesInput, asked: DatedSettings): DetectedSeries | undefined {
  const { frame, series } = queried;
  const fitted = carried?.fitted ?? null;
  if (
    carried === undefined ||
    fitted === null ||
    !hasDetectionColumns(frame) ||
    stageOfChange(carried, asked) !== 'score'
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
    lead: carried.lead,
    detection: NOT_SCORED,
    fitted,
    training: carried.training,
    settings: carried.settings,
    calendar: carried.calendar,
    remarks: modelRemarks(fitted),
  };
}

/**
 * Forecast and model that the frames bring along, of every series whose settings ask for no other. They are neither fitted
 * nor forecast again, only scored.
 */
export function carriedDetections(
  inputs: readonly SeriesInput[],
  settingsOf: ReadonlyMap<string, DatedSettings>,
): ReadonlyMap<string, DetectedSeries> {
  const known = new Map<string, DetectedSeries>();
  for (const input of inputs) {
    const asked = settingsOf.get(input.key);
    const detection = asked === undefined ? undefined : carriedDetection(input, asked);
    if (detection !== undefined) {
      known.set(input.key, detection);
    }
  }
  return known;
}
