import { addMultiple, Doubles } from '../math/doubles';
import { exp } from '../math/elementary';
import { betaStart, isMultiplicative, LOGISTIC, Problem, segmentTime } from '../problem';
import { Block, column, FEATURES, ONES, SINCE, TARGET } from './block';
import { Curve } from './curve';
import { Scan } from './scan';

/** lines := value and slope of z at the start of every segment, two numbers a segment. */
export function segmentLines(problem: Problem, theta: Doubles, lines: Doubles): void {
  let slope = problem.nRates > 0 ? theta[1] : 0;
  let value = problem.growth == LOGISTIC ? -slope * theta[0] : theta[0];
  lines[0] = value;
  lines[1] = slope;
  for (let j = 1; j <= problem.nChangepoints; j++) {
    value += slope * (segmentTime(problem, j) - segmentTime(problem, j - 1));
    slope += theta[problem.nSmooth + j - 1];
    lines[2 * j] = value;
    lines[2 * j + 1] = slope;
  }
}

/** Target := what is left of y at theta. Where the means bend, the block's curve keeps what they are made of. */
export function subtractMeans(problem: Problem, block: Block, theta: Doubles, scan: Scan): void {
  const n = block.end - block.start;
  const residual = column(block, TARGET);
  const y = problem.rows.y.from(block.start);
  if (problem.isCurved) {
    const curve = scan.curve;
    sumTerms(problem, block, theta, curve);
    fillTrend(problem, block, scan.lines, curve);
    for (let i = 0; i < n; i++) {
      // T is relative to the offset where that keeps digits, which T M is not.
      const share = (curve.trend[i] + problem.offset) * curve.multiplicative[i];
      residual[i] = y[i] - curve.trend[i] - share - curve.additive[i];
    }
    return;
  }
  const since = column(block, SINCE);
  const value = scan.lines[2 * block.segment];
  const slope = scan.lines[2 * block.segment + 1];
  const beta = betaStart(problem);
  for (let i = 0; i < n; i++) residual[i] = y[i] - value - slope * since[i];
  for (let a = 0; a < problem.nFeatures; a++) {
    if (theta[beta + a] != 0) addMultiple(residual, -theta[beta + a], column(block, FEATURES + a), n);
  }
}

/**
 * The block's columns become the derivatives of the means at the theta just subtracted: with M the sum of multiplicative
 * terms,
 *
 *   mean = T (1 + M) + A,  d mean / d z = T'(z) (1 + M),  d mean / d beta = T x (multiplicative) or x (additive)
 */
export function linearise(problem: Problem, block: Block, curve: Curve): void {
  const n = block.end - block.start;
  const ones = column(block, ONES);
  const since = column(block, SINCE);
  for (let i = 0; i < n; i++) {
    ones[i] = curve.slope[i] * (1 + curve.multiplicative[i]);
    since[i] *= ones[i];
  }
  for (let a = 0; a < problem.nFeatures; a++) {
    if (!isMultiplicative(problem, betaStart(problem) + a)) continue;
    const values = column(block, FEATURES + a);
    for (let i = 0; i < n; i++) values[i] *= curve.trend[i] + problem.offset;
  }
}

function sumTerms(problem: Problem, block: Block, theta: Doubles, curve: Curve): void {
  const n = block.end - block.start;
  for (let i = 0; i < n; i++) {
    curve.additive[i] = 0;
    curve.multiplicative[i] = 0;
  }
  for (let a = 0; a < problem.nFeatures; a++) {
    const i = betaStart(problem) + a;
    const sum = isMultiplicative(problem, i) ? curve.multiplicative : curve.additive;
    addMultiple(sum, theta[i], column(block, FEATURES + a), n);
  }
}

function fillTrend(problem: Problem, block: Block, lines: Doubles, curve: Curve): void {
  const n = block.end - block.start;
  const since = column(block, SINCE);
  const value = lines[2 * block.segment];
  const slope = lines[2 * block.segment + 1];
  const cap = problem.rows.cap.from(block.start);
  for (let i = 0; i < n; i++) {
    const z = value + slope * since[i];
    if (problem.growth == LOGISTIC) {
      const share = 1 / (1 + exp(-z));
      curve.trend[i] = cap[i] * share;
      curve.slope[i] = cap[i] * share * (1 - share);
      curve.bend[i] = curve.slope[i] * (1 - 2 * share);
    } else {
      curve.trend[i] = z;
      curve.slope[i] = 1;
      curve.bend[i] = 0;
    }
  }
}
