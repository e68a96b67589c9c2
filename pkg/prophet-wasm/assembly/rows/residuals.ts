import { correlateGrid } from '../grid/gridResiduals';
import { rowsOfGrid } from '../grid/rowsOfGrid';
import { copy, Doubles, dot } from '../math/doubles';
import { betaStart, Problem } from '../problem';
import { column, FEATURES, nextBlock, SINCE, TARGET } from './block';
import { subtractMeans } from './linearise';
import { gatherMoments } from './moments';
import { startScan } from './scan';
import { foldCorrelation } from './segments';
import { countProducts } from '../work';

/**
 * Goes back to the rows: takes `theta` as the new reference and fills correlation and rss with what the rows say about
 * it; where the means bend, the Gram matrix too. Gram-based figures lose digits as rss / y'y shrinks; these do not, so
 * the certificate of a nearly noiseless fit rests on them, and a further Newton step about the new reference refines the
 * fit to the last digits.
 */
export function moveReference(problem: Problem, theta: Doubles): void {
  if (!changetype<usize>(problem.rows)) {
    correlateGrid(problem, theta);
  } else if (problem.isCurved) {
    gatherMoments(problem, theta);
  } else {
    correlate(problem, theta);
  }
}

/**
 * Leaves the grid for its rows, with their own Gram matrix about 0, where columns depend on each other so nearly that the last
 * digits of the closed forms matter.
 */
export function takeRowsOfGrid(problem: Problem, zero: Doubles): void {
  problem.rows = rowsOfGrid(problem);
  gatherMoments(problem, zero);
}

function correlate(problem: Problem, theta: Doubles): void {
  const scan = startScan(problem, theta);
  const block = scan.block;
  const levels = scan.segments;
  const slopes = levels.from(problem.nChangepoints + 1);
  const beta = betaStart(problem);
  copy(problem.reference, theta, problem.nParameters);
  for (let a = 0; a < problem.nFeatures; a++) problem.correlation[beta + a] = 0;
  problem.rss = 0;
  countProducts(<f64>problem.n * <f64>(problem.nFeatures + 1));
  while (nextBlock(problem, block)) {
    const n = block.end - block.start;
    subtractMeans(problem, block, theta, scan);
    const residual = column(block, TARGET);
    for (let a = 0; a < problem.nFeatures; a++) {
      problem.correlation[beta + a] += dot(column(block, FEATURES + a), residual, n);
    }
    let sum: f64 = 0;
    for (let i = 0; i < n; i++) sum += residual[i];
    levels[block.segment] += sum;
    slopes[block.segment] += dot(column(block, SINCE), residual, n);
    problem.rss += dot(residual, residual, n);
  }
  foldCorrelation(problem, levels, slopes, 1);
}
