import { learningPart } from '../settings/learningSettings.js';
import type { DetectorSettings, ForecastSettings, LearningSettings } from '../settings/settings.js';

/** The settings a fit depends on. */
export type FitSettings = LearningSettings & Pick<ForecastSettings, 'calibrationShare'>;

/** The part of the settings a fit depends on, whatever else they hold. */
export function fitSettings(settings: DetectorSettings): FitSettings {
  const { intervalWidth: _width, horizonMs: _horizon, ...part } = learningPart(settings);
  return part;
}
