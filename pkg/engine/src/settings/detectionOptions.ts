import type { DetectionOptionsInput } from 'foreband-detector';

import type { ScoreSettings, FitSettings } from './settings.js';

/** The detector's options for these settings. */
export function detectionOptions(settings: ScoreSettings & Pick<FitSettings, 'exclusions'>): DetectionOptionsInput {
  const { normalMin, normalMax, limitMin, limitMax, ...rest } = settings;
  return {
    thresholdMultiplier: rest.thresholdMultiplier,
    direction: rest.direction,
    minDeviationAbsolute: rest.minDeviationAbsolute,
    minDeviationRelative: rest.minDeviationRelative,
    n: rest.n,
    m: rest.m,
    normalRange: { lower: normalMin, upper: normalMax },
    limits: { lower: limitMin, upper: limitMax },
    exclusions: rest.exclusions,
  };
}
