import type { Stage } from '../settings/setting.js';
import type { DetectorSettings } from '../settings/settings.js';
import { haveSameForecast } from '../settings/stages.js';

/**
 * The first verb that has to run again for other settings; those after it run again, too. Scoring costs next to nothing.
 * An interval is calibrated on the history, so that for a model without its history that takes a fit.
 */
export function stageOfChange(before: DetectorSettings, after: DetectorSettings): Stage {
  if (haveSameForecast(before, after)) {
    return 'score';
  }
  const { intervalWidth, horizonMs } = before;
  return haveSameForecast(before, { ...after, intervalWidth, horizonMs }) ? 'forecast' : 'fit';
}
