import { Doubles, fill, room } from '../math/doubles';
import { isWave, readTerms } from '../rows/terms';
import { wholeStretches } from './gridScan';
import { createStretch, projectStretch, STRETCH } from './stretch';

/*
 * What a stretch of rows adds to the sums of a grid: of y about the centre, of that times the rows since the stretch's first,
 * of squares; the extremes of y; then y times each wave.
 */
const LEVEL: i32 = 0;
const SLOPE: i32 = 1;
const SQUARES: i32 = 2;
const SMALLEST: i32 = 3;
const LARGEST: i32 = 4;
const WAVES: i32 = 5;

/**
 * Fills `out` stretch by stretch for `n` rows of y, NaN where absent; the first is row `start` of the grid, from which the
 * phases of the seasons count. The last stretch may have fewer rows.
 */
export function sumStretches(
  n: i32,
  start: i32,
  stepMs: f64,
  y: Doubles,
  centre: f64,
  nTerms: i32,
  terms: Doubles,
  out: Doubles,
): void {
  const seasons = readTerms(nTerms, terms);
  const width = WAVES + seasons.nFeatures;
  const rest = room(STRETCH);
  const nStretches = wholeStretches(n) / STRETCH;
  fill(out, 0, nStretches * width);
  for (let i = 0; i < nStretches; i++) {
    sumLevel(y.from(i * STRETCH), min(STRETCH, n - i * STRETCH), centre, out.from(i * width));
  }
  let at = WAVES;
  for (let j = 0; j < nTerms; j++) {
    if (!isWave(seasons, j)) continue;
    const stretch = createStretch(stepMs, seasons.period(j), seasons.order(j));
    for (let i = 0; i < nStretches; i++) {
      const first = i * STRETCH;
      const size = min(STRETCH, n - first);
      for (let l = 0; l < size; l++) rest[l] = presentRest(y[first + l], centre);
      projectStretch(stretch, rest, size, <f64>(start + first) * stepMs, out.from(i * width + at));
    }
    at += 2 * seasons.order(j);
  }
}

function presentRest(y: f64, centre: f64): f64 {
  return isNaN(y) ? 0 : y - centre;
}

function sumLevel(y: Doubles, n: i32, centre: f64, out: Doubles): void {
  let level: f64 = 0;
  let slope: f64 = 0;
  let squares: f64 = 0;
  let smallest: f64 = Infinity;
  let largest: f64 = -Infinity;
  for (let l = 0; l < n; l++) {
    const value = y[l];
    if (isNaN(value)) continue;
    const rest = value - centre;
    level += rest;
    slope += <f64>l * rest;
    squares += rest * rest;
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
  }
  out[LEVEL] = level;
  out[SLOPE] = slope;
  out[SQUARES] = squares;
  out[SMALLEST] = smallest;
  out[LARGEST] = largest;
}
