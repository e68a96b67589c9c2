import { ADAPTIVE_LEAD_MS, type DetectionOptionsInput, type TimeSpan } from 'foreband-detector';

import { excludedSpans, type ExclusionSettings } from '../exclusions/excludedSpans.js';

import type { ScoreSettings } from '../settings/settings.js';

/**
 * The detector's options for these settings.
 * @param span where rows are scored: windows of maintenance are looked up there, and in the hours before, on which the score
 * looks back.
 */
export function detectionOptions(settings: ScoreSettings & ExclusionSettings, span: TimeSpan): DetectionOptionsInput {
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
    exclusions: excludedSpans(settings, { start: span.start - ADAPTIVE_LEAD_MS, end: span.end }),
  };
}
