import { invalid } from '../invalid.js';
import type { Model } from '../fit/model.js';
import { floorAt } from '../predict/boundsAt.js';
import type { Forecast } from '../predict/forecast.js';
import type { FutureRows } from '../predict/futureRows.js';
import { within } from '../predict/keepWithin.js';
import { rowsOfModel } from '../predict/rowsOfModel.js';
import type { Prophet } from '../prophet.js';
import { RECURRING } from '../recurring/recurring.js';
import type { Draws } from './createDraws.js';
import { createTrendPaths } from './trendPaths.js';

/** All draws together may have about so many rate changes. */
const MOST_CHANGES = 10_000_000;

/** Possible futures of a forecast. */
export interface Futures {
  readonly forecast: Forecast;
  /** Standard deviation of the noise, in data units. */
  readonly sigma: number;
  /** Rows by ascending time. */
  readonly order: Uint32Array;
  /** Writes the trend of one future in data units, row by row as asked for. */
  readonly drawTrend: (sample: number, out: Float64Array) => void;
  /** Expected value of a row, given its trend. */
  readonly levelOf: (row: number, trend: number) => number;
}

/**
 * Futures with the rate changes of Prophet's row-by-row sampler, whatever the growth: with logistic growth they change the
 * exponent's rate.
 * @throws RangeError as `predict` does, or where the times reach so far ahead that drawing every rate change would take long.
 */
export function createFutures(
  prophet: Prophet,
  model: Model,
  rows: FutureRows,
  draws: Draws,
  nSamples: number,
): Futures {
  const forecast = prophet.predict(model, rows);
  const { bounds, trend: input } = rowsOfModel(model, rows, undefined);
  const { yScale, timeStart, timeScaleMs } = model.scaling;
  const sigma = model.params.sigmaObs * yScale;
  const n = forecast.time.length;
  const order = Uint32Array.from(forecast.time, (_, i) => i).sort((a, b) => forecast.time[a] - forecast.time[b]);
  const farthest = timeStart + timeScaleMs * (1 + MOST_CHANGES / (nSamples * input.law.changeRate));
  if (n > 0 && forecast.time[order[n - 1]] > farthest) {
    const remedy = `at most ${farthest} with ${nSamples} draws: ask for nearer times or fewer draws`;
    throw invalid('time', forecast.time[order[n - 1]], remedy);
  }
  const t = Float64Array.from(order, (row) => (forecast.time[row] - timeStart) / timeScaleMs);
  const drawPath = createTrendPaths(input.law, t, draws);
  const path = new Float64Array(n);
  const floorOf = (row: number) => floorAt(bounds, row);
  const moved = (row: number, change: number) => {
    const level = (forecast.trend[row] - floorOf(row)) / yScale;
    const cap = bounds.scaledCap;
    return floorOf(row) + yScale * (cap === null ? level + change : saturate(level, cap[row], change));
  };
  return {
    forecast,
    sigma,
    order,
    drawTrend(sample, out) {
      drawPath(sample, path);
      for (let place = 0; place < n; place++) {
        const row = order[place];
        out[row] = path[place] === 0 ? forecast.trend[row] : moved(row, path[place]);
      }
    },
    levelOf(row, trend) {
      const floor = floorOf(row);
      const level = floor + (trend - floor) * (1 + forecast.multiplicativeTerms[row]) + forecast.additiveTerms[row];
      const extra = model.recurring === null ? 0 : forecast.components[RECURRING][row];
      return within(model.bounds, within(model.bounds, level - extra) + extra);
    },
  };
}

/** The logistic curve's value where its exponent is changed: cap / (1 + (cap / level - 1) exp(-change)). */
function saturate(level: number, cap: number, change: number): number {
  return cap / (1 + (cap / level - 1) * Math.exp(-change));
}
