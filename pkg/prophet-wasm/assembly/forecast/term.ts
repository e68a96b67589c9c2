import { Doubles, zeros } from '../math/doubles';
import { fourierSum } from '../math/fourier';
import { firstHarmonic } from '../math/phase';

/**
 * One term at every row: a Fourier sum of `order` pairs by the clock (ms), or with period 0 its column; where a Fourier
 * sum has a column, it is multiplied by it. `out` receives it, `total` has it added. `cycle` is the number of rows after
 * which a regular clock has turned the period exactly, 0 where there is none: then one cycle says it all.
 */
export function predictTerm(
  n: i32,
  clock: Doubles,
  period: f64,
  order: i32,
  cycle: i32,
  column: Doubles,
  beta: Doubles,
  out: Doubles,
  total: Doubles,
): void {
  if (period > 0) predictWave(n, clock, period, order, cycle, beta, out);
  const hasColumn = changetype<usize>(column) != 0;
  for (let i = 0; i < n; i++) {
    if (period == 0) out[i] = hasColumn ? beta[0] * column[i] : 0;
    else if (hasColumn) out[i] *= column[i];
    total[i] += out[i];
  }
}

function predictWave(n: i32, clock: Doubles, period: f64, order: i32, cycle: i32, beta: Doubles, out: Doubles): void {
  const fresh = cycle > 0 ? min(cycle, n) : n;
  const sine = zeros(fresh);
  const cosine = zeros(fresh);
  firstHarmonic(clock, fresh, period, sine, cosine);
  for (let i = 0; i < fresh; i++) out[i] = fourierSum(sine[i], cosine[i], order, beta);
  for (let i = fresh; i < n; i++) out[i] = out[i - cycle];
}
