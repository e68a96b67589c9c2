import { classicScoring, type ObservedRows, parseDetectionOptions } from 'foreband-detector';
import { type Engine, parseSettings, presets } from 'foreband-engine';

import { fitMoments } from './fitMoments';
import { joinScoredRows } from './joinScoredRows';
import { pagesOf } from './pagesOf';
import type { RegularSeries, Walk } from './walk';

type Verbs = Pick<Engine, 'fit' | 'forecast'>;

/** The preset classic as time goes by. */
export function walkClassic(engine: Verbs): Walk {
  return (series, from) => {
    const parts = classicForecasts(engine, series, from).map(({ rows, size }) =>
      classicScoring(size)(rows, parseDetectionOptions()),
    );
    return pagesOf(joinScoredRows(series.time, series.y, parts), from);
  };
}

/** The rows from each fit to the next, with its forecast. */
export function classicForecasts(
  engine: Verbs,
  { time, y }: RegularSeries,
  from: number,
): ReadonlyArray<{ readonly rows: ObservedRows; readonly size: number }> {
  const settings = { ...parseSettings(presets.classic), stepMs: time[1] - time[0] };
  return fitMoments(time, from).flatMap(({ windowFrom, row, next }) => {
    const known = Int32Array.from({ length: row - windowFrom }, (_, place) => windowFrom + place).filter(
      (one) => !Number.isNaN(y[one]),
    );
    if (known.length < 2) {
      return [];
    }
    const history = {
      time: Float64Array.from(known, (one) => time[one]),
      y: Float64Array.from(known, (one) => y[one]),
    };
    const fitted = engine.fit(history, settings);
    const ahead = time.subarray(row, next);
    const forecast = engine.forecast(fitted, ahead, settings.intervalWidth);
    return [{ rows: { time: ahead, y: y.subarray(row, next), forecast }, size: fitted.model.scaling.yScale }];
  });
}
