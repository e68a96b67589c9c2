import { haveSameForecast, type DetectorSettings } from '../settings/settings.js';

/** A verb that works on a series, in the order of the work: what one gives, the next ones take. */
export type Stage = 'fit' | 'forecast' | 'score';

/** The first verb that has to run again for other settings; those after it run again, too. Scoring costs next to nothing. */
export function stageOfChange(before: DetectorSettings, after: DetectorSettings): Stage {
  if (haveSameForecast(before, after)) {
    return 'score';
  }
  const { intervalWidth, horizonMs } = before;
  return haveSameForecast(before, { ...after, intervalWidth, horizonMs }) ? 'forecast' : 'fit';
}
