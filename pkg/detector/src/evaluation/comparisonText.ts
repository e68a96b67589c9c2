import type { ForecastComparison } from './compareForecasts.js';
import type { NaiveKind } from './naiveForecasts.js';

const names: Readonly<Record<NaiveKind, string>> = {
  yesterday: 'same time yesterday',
  lastWeek: 'same time last week',
  weekMean: 'mean of the last seven days at that time',
};

/** A naive forecast as a reader calls it. */
export function naiveName(kind: NaiveKind): string {
  return names[kind];
}

/** An error this much smaller, as a share, is worth naming; less is little on any series. */
const WORTH_NAMING = 0.1;

/** Worth of the model beside the best naive forecast, by the mean absolute error, in a sentence. */
export function comparisonText({ model, naive }: ForecastComparison): string {
  const best = naive.reduce<(typeof naive)[number] | undefined>(
    (least, one) => (least === undefined || one.mae < least.mae ? one : least),
    undefined,
  );
  if (best === undefined || !Number.isFinite(model.mae)) {
    return 'There is too little history before the held-out rows to compare the model with a naive forecast.';
  }
  const gain = best.mae === 0 ? -Infinity : 1 - model.mae / best.mae;
  const name = naiveName(best.kind);
  if (gain >= WORTH_NAMING) {
    return `The model's error is ${Math.round(100 * gain)}% smaller than that of the best naive forecast (${name}).`;
  }
  const remark =
    'The series repeats little from day to day or week to week that a model could know: trust the band, which follows the ' +
    'level of the last hours, more than the forecast of days ahead.';
  return model.mae === 0 || gain > -WORTH_NAMING
    ? `The model is worth little here: its error is about that of a naive forecast (${name}). ${remark}`
    : `The model is worth nothing here: a naive forecast (${name}) has a smaller error. ${remark}`;
}
