import type { DetectionOptions } from 'foreband-detector';

import type { DetectionSettings, LearningSettings } from './settings';

/** The detector's options for these settings. */
export function detectionOptions(
  settings: DetectionSettings & Pick<LearningSettings, 'exclusions'>,
): Partial<DetectionOptions> {
  const bound = (value: number | null) => value ?? undefined;
  return {
    thresholdMultiplier: settings.thresholdMultiplier,
    direction: settings.direction,
    minDeviationAbsolute: settings.minDeviationAbsolute,
    minDeviationRelative: settings.minDeviationRelative,
    n: settings.n,
    m: settings.m,
    normalRange: { lower: bound(settings.normalMin), upper: bound(settings.normalMax) },
    limits: { lower: bound(settings.limitMin), upper: bound(settings.limitMax) },
    exclusions: settings.exclusions,
  };
}
