import { Doubles, dot } from '../math/doubles';
import { betaStart, isMultiplicative, Problem } from '../problem';
import { Block, column, FEATURES, ONES, SINCE, TARGET } from './block';
import { Scan } from './scan';

/**
 * Adds a block's share of minus the sum of r times the second derivatives of the means, in the same local sums as products:
 * T (1 + M) bends by T' x between trend and multiplicative features, and by T'' (1 + M) in the trend. The block's features
 * must not have been linearised.
 */
export function addBending(problem: Problem, block: Block, scan: Scan): void {
  const n = block.end - block.start;
  const width = block.nColumns;
  const local = scan.bending.from(block.segment * 2 * width);
  const since = column(block, SINCE);
  const residual = column(block, TARGET);
  const curve = scan.curve;
  const pull = scan.pull;
  for (let i = 0; i < n; i++) {
    const weight = -residual[i] * curve.bend[i] * (1 + curve.multiplicative[i]);
    local[ONES] += weight;
    local[width + ONES] += weight * since[i];
    local[width + SINCE] += weight * since[i] * since[i];
    pull[i] = -residual[i] * curve.slope[i];
  }
  addFeatures(problem, block, pull, local);
  for (let i = 0; i < n; i++) pull[i] *= since[i];
  addFeatures(problem, block, pull, local.from(width));
}

/** Sums of weighted multiplicative features. */
function addFeatures(problem: Problem, block: Block, weights: Doubles, local: Doubles): void {
  const n = block.end - block.start;
  for (let a = 0; a < problem.nFeatures; a++) {
    if (!isMultiplicative(problem, betaStart(problem) + a)) continue;
    local[FEATURES + a] += dot(weights, column(block, FEATURES + a), n);
  }
}
