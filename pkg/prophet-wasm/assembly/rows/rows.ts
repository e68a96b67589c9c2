import { Doubles, zeros } from '../math/doubles';
import { firstHarmonic } from '../math/phase';
import { isWave, Terms } from './terms';

/** Observations as the model reads them, ascending in time, column by column. */
@unmanaged
export class Rows {
  n: i32 = 0;
  /** Time scaled to [0, 1]. */
  t: Doubles = changetype<Doubles>(0);
  /** y scaled, less the problem's offset. */
  y: Doubles = changetype<Doubles>(0);
  /** Cap scaled, of logistic growth; else null. */
  cap: Doubles = changetype<Doubles>(0);
  /** Row at which each of the S + 1 segments starts, closed by n. */
  segmentStarts: Doubles = changetype<Doubles>(0);
  /** Sine, then cosine of the first harmonic of every term, n rows each; nothing for terms that are a column. */
  waves: Doubles = changetype<Doubles>(0);
}

/** Room for `n` rows. */
export function createRows(n: i32): Rows {
  const rows = new Rows();
  rows.n = n;
  rows.t = zeros(n);
  rows.y = zeros(n);
  return rows;
}

/** Fills the first harmonics from the clock that the seasons follow, in ms. */
export function takeWaves(rows: Rows, terms: Terms, clock: Doubles): void {
  const n = rows.n;
  rows.waves = zeros(2 * terms.count * n);
  for (let j = 0; j < terms.count; j++) {
    if (!isWave(terms, j)) continue;
    const sine = rows.waves.from(2 * j * n);
    firstHarmonic(clock, n, terms.period(j), sine, sine.from(n));
  }
}

/** A changepoint acts from its own time on: segment j holds the rows with s_j <= t < s_{j+1}. */
export function splitSegments(rows: Rows, nChangepoints: i32, changepoints: Doubles): void {
  rows.segmentStarts = zeros(nChangepoints + 2);
  let row = 0;
  for (let j = 1; j <= nChangepoints; j++) {
    while (row < rows.n && rows.t[row] < changepoints[j - 1]) row++;
    rows.segmentStarts[j] = <f64>row;
  }
  rows.segmentStarts[nChangepoints + 1] = <f64>rows.n;
}
