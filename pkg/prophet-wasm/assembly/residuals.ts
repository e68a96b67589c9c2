import { BLOCK_ROWS, Block, column, createBlock, FEATURES, nextBlock, SINCE, TARGET } from './block';
import { copy, Doubles, dot, zeros } from './doubles';
import { betaStart, Problem, segmentTime } from './problem';

/**
 * Goes back to the rows: takes `theta` as the new reference and fills correlation, rss and absoluteResidual with what
 * the rows say about it. Gram-based figures lose digits as rss / y'y shrinks; these do not, so the certificate rests
 * on them, and a further Newton step about the new reference refines the fit to the last digits.
 */
export function moveReference(problem: Problem, theta: Doubles): void {
  const block = createBlock(problem);
  const nSegments = problem.nChangepoints + 1;
  const levels = zeros(nSegments);
  const slopes = zeros(nSegments);
  const beta = betaStart(problem);
  copy(problem.reference, theta, problem.nParameters);
  for (let a = 0; a < problem.nFeatures; a++) problem.correlation[beta + a] = 0;
  problem.rss = 0;
  problem.absoluteResidual = 0;
  const trend = segmentTrends(problem, theta);
  while (nextBlock(problem, block)) {
    const n = block.end - block.start;
    fillResiduals(problem, block, theta, trend);
    const residual = column(block, TARGET);
    for (let a = 0; a < problem.nFeatures; a++) {
      problem.correlation[beta + a] += dot(column(block, FEATURES + a), residual, n);
    }
    let sum: f64 = 0;
    let size: f64 = 0;
    for (let i = 0; i < n; i++) {
      sum += residual[i];
      size += Math.abs(residual[i]);
    }
    levels[block.segment] += sum;
    slopes[block.segment] += dot(column(block, SINCE), residual, n);
    problem.rss += dot(residual, residual, n);
    problem.absoluteResidual += size;
  }
  foldResiduals(problem, levels, slopes);
}

/** Value and slope of the trend at the start of every segment: two numbers a segment. */
function segmentTrends(problem: Problem, theta: Doubles): Doubles {
  const trend = zeros(2 * (problem.nChangepoints + 1));
  let value = theta[0];
  let slope = problem.nRates > 0 ? theta[1] : 0;
  trend[0] = value;
  trend[1] = slope;
  for (let j = 1; j <= problem.nChangepoints; j++) {
    value += slope * (segmentTime(problem, j) - segmentTime(problem, j - 1));
    slope += theta[problem.nSmooth + j - 1];
    trend[2 * j] = value;
    trend[2 * j + 1] = slope;
  }
  return trend;
}

function fillResiduals(problem: Problem, block: Block, theta: Doubles, trend: Doubles): void {
  const n = block.end - block.start;
  const residual = column(block, TARGET);
  const since = column(block, SINCE);
  const value = trend[2 * block.segment];
  const slope = trend[2 * block.segment + 1];
  const y = problem.y.from(block.start);
  const beta = betaStart(problem);
  for (let i = 0; i < n; i++) residual[i] = y[i] - value - slope * since[i];
  for (let a = 0; a < problem.nFeatures; a += 2) {
    const sine = column(block, FEATURES + a);
    const cosine = sine.from(BLOCK_ROWS);
    const s = theta[beta + a];
    const c = theta[beta + a + 1];
    for (let i = 0; i < n; i++) residual[i] -= s * sine[i] + c * cosine[i];
  }
}

/** The suffix recursion of the ramps for the residual alone. */
function foldResiduals(problem: Problem, levels: Doubles, slopes: Doubles): void {
  let level: f64 = 0;
  let slope: f64 = 0;
  for (let j = problem.nChangepoints; j >= 0; j--) {
    const h = j == problem.nChangepoints ? 0 : segmentTime(problem, j + 1) - segmentTime(problem, j);
    slope += slopes[j] + h * level;
    level += levels[j];
    if (j > 0) problem.correlation[problem.nSmooth + j - 1] = slope;
  }
  if (problem.nRates > 0) problem.correlation[1] = slope;
  problem.correlation[0] = level;
}
