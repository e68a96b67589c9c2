import { factor } from '../math/cholesky';
import { Doubles } from '../math/doubles';
import { Problem } from '../problem';
import { countFactor } from '../work';

/*
 * Columns may depend on each other (yearly features over an hour, aliased harmonics); what rounding leaves of such a
 * direction is noise of either sign. The diagonal is raised by a share of itself that hides it. A raised matrix
 * overestimates curvature and damps steps, so that iterating with the true residual converges to the true solution.
 */
const FIRST_RAISE: f64 = 1e-15;
const NEXT_RAISE: f64 = 16;
const MOST_RAISE: f64 = 1e-6;
// Exact arithmetic would keep the whole raise in every pivot.
const HEALTHY_SHARE: f64 = 0.25;
// For a column of zeros.
const SMALLEST: f64 = 1e-280;

/**
 * out := the Cholesky factor of G + lambda D over the n parameters listed in `free`, raised as much as needed. False where no
 * such raise helps: the matrix is not that of a problem with a minimum, as the full curvature of one that bends may be.
 */
export function factorGram(problem: Problem, free: Doubles, n: i32, lambda: f64, out: Doubles): bool {
  let raise = FIRST_RAISE * <f64>(n + 10);
  do {
    for (let a = 0; a < n; a++) {
      const i = <i32>free[a];
      const row = out.from(a * n);
      const source = problem.gram.from(i * problem.nParameters);
      for (let b = 0; b <= a; b++) row[b] = source[<i32>free[b]];
      row[a] += raise * row[a] + SMALLEST;
      if (i < problem.nSmooth) row[a] += lambda * problem.ridge[i];
    }
    countFactor(n);
    if (factor(out, n, HEALTHY_SHARE * raise)) return true;
    raise *= NEXT_RAISE;
  } while (raise < MOST_RAISE);
  return false;
}
