import { copy, Doubles, room } from '../math/doubles';
import { isWave, readTerms } from '../rows/terms';
import { wholeStretches } from './cycles';
import { createStretch, projectStretch, STRETCH } from './stretch';

/**
 * Sums of y about the centre times sine and cosine of each wave, over all rows to the end of each stretch: for `n` rows of a
 * grid from row `start` on, NaN where absent. Those over the rows before come first in `sums`, one more follows for each
 * stretch, of which the last may have fewer rows. Phases count from row 0.
 */
export function projectStretches(
  n: i32,
  start: i32,
  stepMs: f64,
  y: Doubles,
  centre: f64,
  nTerms: i32,
  terms: Doubles,
  sums: Doubles,
): void {
  const waves = readTerms(nTerms, terms);
  const rest = room(wholeStretches(n));
  for (let l = 0; l < n; l++) rest[l] = isNaN(y[l]) ? 0 : y[l] - centre;
  let at = 0;
  for (let j = 0; j < nTerms; j++) {
    if (!isWave(waves, j)) continue;
    const stretch = createStretch(stepMs, waves.period(j), waves.order(j));
    let before = sums.from(at);
    for (let first = 0; first < n; first += STRETCH) {
      const next = before.from(waves.nFeatures);
      copy(next, before, 2 * waves.order(j));
      projectStretch(stretch, rest.from(first), min(STRETCH, n - first), <f64>(start + first) * stepMs, next);
      before = next;
    }
    at += 2 * waves.order(j);
  }
}
