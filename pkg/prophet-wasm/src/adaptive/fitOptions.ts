import type { ProphetOptions, SeasonalitySwitch, Step } from '../options/prophetOptions.js';
import type { AdaptiveModelOptions, CustomPeriod } from './adaptiveOptions.js';
import { DAY_MS } from './grid.js';

/** Name of the seasonality of another period. */
export const CYCLE = 'cycle';

const DAILY = { order: 4, fromMs: 2 * DAY_MS };
const WEEKLY = { order: 20, fromMs: 14 * DAY_MS };
/** Younger series have no slope. */
const FLAT_BELOW_MS = 3 * DAY_MS;

/** Findings of the whole window that the fit of a part takes over. */
export interface FitPart {
  readonly ageMs: number;
  /** Whether it is the whole: what the caller insists on then holds at any age. */
  readonly isWhole: boolean;
  readonly steps: readonly Step[];
  readonly cycle: CustomPeriod | null;
}

/** The options of such a fit. Bounds are the caller's of it to keep: a part may hold them where the whole does not. */
export function fitOptions(model: AdaptiveModelOptions, { ageMs, isWhole, steps, cycle }: FitPart): ProphetOptions {
  const cycles = cycle === null ? [] : [{ name: CYCLE, periodMs: cycle.periodMs, fourierOrder: cycle.fourierOrder }];
  const ordered = (wanted: SeasonalitySwitch = 'auto', { order, fromMs }: typeof DAILY) => {
    const isOld = ageMs >= fromMs || (isWhole && wanted !== 'auto');
    if (!isOld) {
      // By Prophet's own rule it is off as well; a model says why.
      return wanted === 'auto' ? 'auto' : false;
    }
    return wanted === 'auto' || wanted === true ? order : wanted;
  };
  return {
    ...model,
    growth: ageMs < FLAT_BELOW_MS && model.growth !== 'logistic' ? 'flat' : model.growth,
    dailySeasonality: ordered(model.dailySeasonality, DAILY),
    weeklySeasonality: ordered(model.weeklySeasonality, WEEKLY),
    seasonalities: [...(model.seasonalities ?? []), ...cycles],
    steps,
    bounds: 'off',
  };
}
