import { addMultiple, copy, Doubles } from '../math/doubles';
import { betaStart, isMultiplicative, Problem } from '../problem';
import { FEATURES, ONES, SINCE, TARGET } from './block';
import { Products, productsOf, residualSums, weightedSums } from './products';
import { Scan } from './scan';
import { countProducts } from '../work';

/*
 * The sums of a scan about any parameters, from the products of a segment instead of its rows. With T = a + g u the trend
 * on the segment (a relative to the offset o, as y is), M = beta_mult' x, A = beta_add' x and P_q = sum u^q x~ x~',
 *
 *   U_q = sum u^q (1 + M) x~ = P_q (1, beta_mult)                                                       (q = 0, 1, 2)
 *   R_q = sum u^q r x~       = P_q [y] - a U_q - g U_{q+1} - o (U_q - P_q [1]) - P_q beta_add           (q = 0, 1)
 *
 * and the derivatives of the means are (1 + M), u (1 + M), (a + o + g u) x of multiplicative and x of additive features.
 */

/** Fills a fresh scan as a look at the rows would. */
export function sumProducts(problem: Problem, theta: Doubles, scan: Scan): void {
  const width = problem.products.width;
  countProducts(<f64>(problem.nChangepoints + 1) * 4 * <f64>(width * width));
  for (let segment = 0; segment <= problem.nChangepoints; segment++) {
    const level = scan.lines[2 * segment];
    const slope = scan.lines[2 * segment + 1];
    fillWeighted(problem, theta, segment);
    fillResidual(problem, theta, segment, level, slope);
    placeTrend(problem, theta, level, slope, scan.segments.from(segment * 2 * width));
    placeTarget(problem, theta, level, slope, scan.products.from(TARGET * width));
    placePairs(problem, segment, level + problem.offset, slope, scan.products);
    placeBending(problem, scan.bending.from(segment * 2 * width));
  }
}

function fillWeighted(problem: Problem, theta: Doubles, segment: i32): void {
  const products = problem.products;
  for (let power = 0; power < 3; power++) {
    const matrix = productsOf(products, segment, power);
    const weighted = weightedSums(products, power);
    copy(weighted, matrix.from(ONES * products.width), products.width);
    addFeatures(problem, theta, true, 1, matrix, weighted);
  }
}

function fillResidual(problem: Problem, theta: Doubles, segment: i32, level: f64, slope: f64): void {
  const products = problem.products;
  const width = products.width;
  for (let power = 0; power < 2; power++) {
    const matrix = productsOf(products, segment, power);
    const residual = residualSums(products, power);
    copy(residual, matrix.from(TARGET * width), width);
    addMultiple(residual, problem.offset, matrix.from(ONES * width), width);
    addMultiple(residual, -level - problem.offset, weightedSums(products, power), width);
    addMultiple(residual, -slope, weightedSums(products, power + 1), width);
    addFeatures(problem, theta, false, -1, matrix, residual);
  }
}

/** Adds the rows of the features that are factors of the trend or those that are not, each with its coefficient times `factor`. */
function addFeatures(
  problem: Problem,
  theta: Doubles,
  isFactor: bool,
  factor: f64,
  matrix: Doubles,
  sums: Doubles,
): void {
  const width = problem.products.width;
  const beta = betaStart(problem);
  for (let a = 0; a < problem.nFeatures; a++) {
    if (isMultiplicative(problem, beta + a) != isFactor || theta[beta + a] == 0) continue;
    addMultiple(sums, factor * theta[beta + a], matrix.from((FEATURES + a) * width), width);
  }
}

/** The sums of 1 + M, or of additive terms, with whatever `sums` are of. */
function sumOfTerms(problem: Problem, theta: Doubles, isFactor: bool, sums: Doubles): f64 {
  const beta = betaStart(problem);
  let sum: f64 = isFactor ? sums[ONES] : 0;
  for (let a = 0; a < problem.nFeatures; a++) {
    if (isMultiplicative(problem, beta + a) == isFactor) sum += theta[beta + a] * sums[FEATURES + a];
  }
  return sum;
}

/** Products of the derivatives by level and slope with all columns. */
function placeTrend(problem: Problem, theta: Doubles, level: f64, slope: f64, local: Doubles): void {
  const products = problem.products;
  const beta = betaStart(problem);
  const trend = level + problem.offset;
  for (let power = 0; power < 2; power++) {
    const row = local.from(power * products.width);
    const weighted = weightedSums(products, power);
    const next = weightedSums(products, power + 1);
    row[ONES] = sumOfTerms(problem, theta, true, weighted);
    row[SINCE] = sumOfTerms(problem, theta, true, next);
    row[TARGET] = sumOfTerms(problem, theta, true, residualSums(products, power));
    for (let a = 0; a < problem.nFeatures; a++) {
      const i = FEATURES + a;
      row[i] = isMultiplicative(problem, beta + a) ? trend * weighted[i] + slope * next[i] : weighted[i];
    }
  }
}

/** Adds to the products of the residual with itself and all features. */
function placeTarget(problem: Problem, theta: Doubles, level: f64, slope: f64, sums: Doubles): void {
  const residual = residualSums(problem.products, 0);
  const next = residualSums(problem.products, 1);
  const beta = betaStart(problem);
  const trend = level + problem.offset;
  const byTrend = trend * sumOfTerms(problem, theta, true, residual) + slope * sumOfTerms(problem, theta, true, next);
  sums[TARGET] +=
    residual[TARGET] + problem.offset * residual[ONES] - byTrend - sumOfTerms(problem, theta, false, residual);
  for (let a = 0; a < problem.nFeatures; a++) {
    const i = FEATURES + a;
    sums[i] += isMultiplicative(problem, beta + a) ? trend * residual[i] + slope * next[i] : residual[i];
  }
}

/** Adds to the products of features: a derivative is trend + slope u times a multiplicative feature, 1 times an additive one. */
function placePairs(problem: Problem, segment: i32, trend: f64, slope: f64, sums: Doubles): void {
  const width = problem.products.width;
  const beta = betaStart(problem);
  for (let a = 0; a < problem.nFeatures; a++) {
    const at = (FEATURES + a) * width + FEATURES;
    const zeroth = productsOf(problem.products, segment, 0).from(at);
    const first = productsOf(problem.products, segment, 1).from(at);
    const second = productsOf(problem.products, segment, 2).from(at);
    const row = sums.from(at);
    const level = isMultiplicative(problem, beta + a) ? trend : 1;
    const rise = isMultiplicative(problem, beta + a) ? slope : 0;
    for (let b = a; b < problem.nFeatures; b++) {
      if (!isMultiplicative(problem, beta + b)) row[b] += level * zeroth[b] + rise * first[b];
      else row[b] += level * trend * zeroth[b] + (level * slope + rise * trend) * first[b] + rise * slope * second[b];
    }
  }
}

/** Minus the sums of r times the second derivatives: u^q x, by the trend and a multiplicative feature. */
function placeBending(problem: Problem, local: Doubles): void {
  const beta = betaStart(problem);
  for (let power = 0; power < 2; power++) {
    const residual = residualSums(problem.products, power);
    const row = local.from(power * problem.products.width);
    for (let a = 0; a < problem.nFeatures; a++) {
      if (isMultiplicative(problem, beta + a)) row[FEATURES + a] = -residual[FEATURES + a];
    }
  }
}
