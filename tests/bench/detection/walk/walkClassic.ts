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
  series: RegularSeries,
  from: number,
): ReadonlyArray<{ readonly rows: ObservedRows; readonly size: number }> {
  const { time, y } = series;
  const settings = { ...parseSettings(presets.classic), stepMs: time[1] - time[0] };
  return fitMoments(time, from).flatMap(({ windowFrom, row, next }) => {
    const history = knownRows(series, windowFrom, row);
    if (history.time.length < 2) {
      return [];
    }
    const fitted = engine.fit(history, settings);
    const ahead = time.subarray(row, next);
    const forecast = engine.forecast(fitted, ahead, settings.intervalWidth);
    return [{ rows: { time: ahead, y: y.subarray(row, next), forecast }, size: fitted.model.scaling.yScale }];
  });
}

function knownRows({ time, y }: RegularSeries, from: number, to: number): RegularSeries {
  const known = { time: new Float64Array(to - from), y: new Float64Array(to - from) };
  let count = 0;
  for (let row = from; row < to; row++) {
    if (!Number.isNaN(y[row])) {
      known.time[count] = time[row];
      known.y[count] = y[row];
      count++;
    }
  }
  return { time: known.time.subarray(0, count), y: known.y.subarray(0, count) };
}
