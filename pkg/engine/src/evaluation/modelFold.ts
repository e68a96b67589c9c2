import type { Fold, ForecastFold, Series } from 'foreband-detector';

import type { Verbs } from '../verbs.js';
import type { FittedModel } from '../fit/fittedModel.js';
import { scorableOn } from '../score/scorableOn.js';
import { forecastWithEdges, leadBefore, scoringContext } from '../score/score.js';
import type { DetectorSettings } from '../settings/settings.js';

/** The fold of a model that is there already: it has seen its own training and nothing of the series. */
export function modelFold(
  { forecast }: Pick<Verbs, 'forecast'>,
  { time, y }: Series,
  fold: Fold,
  { fitted: given, settings }: { readonly fitted: FittedModel; readonly settings: DetectorSettings },
): ForecastFold {
  const { from, to } = fold.heldOut;
  const fitted = scorableOn(given, time.subarray(from, to), settings);
  const { start, end, nSamples } = fitted.training;
  return {
    fold,
    training: { start, end, nValues: nSamples },
    heldOut: { start: time[from], end: time[to - 1], nValues: y.subarray(from, to).filter(Number.isFinite).length },
    forecast: forecastWithEdges({ forecast }, fitted, time.subarray(from, to), settings.intervalWidth),
    context: scoringContext(fitted, leadBefore({ forecast }, fitted, [{ time, y }], time[from])),
  };
}
