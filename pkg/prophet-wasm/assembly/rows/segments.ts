import { FEATURES, ONES, SINCE } from './block';
import { Doubles, zeros } from '../math/doubles';
import { betaStart, Problem, segmentTime } from '../problem';

/*
 * From sums local to each segment to the moments of the ramps r_j = max(t - s_j, 0). With u = t - s_j inside segment
 * j, h the length of segment j and, for any column f,
 *
 *   N0_j[f] = sum f, N1_j[f] = sum u f, N2_j = sum u^2            (over the rows of segment j alone)
 *   P0_j = N0_j + P0_{j+1}
 *   P1_j = N1_j + P1_{j+1} + h P0_{j+1}                           (sums over all rows from s_j on)
 *   P2_j = N2_j + P2_{j+1} + 2 h P1_{j+1}[1] + h^2 P0_{j+1}[1]
 *
 *   <r_j, f> = P1_j[f],   <r_i, r_j> = P2_j + (s_j - s_i) P1_j[1]  for i <= j.
 *
 * For f = 1 every term is positive: no cancellation, however close the changepoints are. Where the model is curved, rows
 * have weights: 1 stands for the weight, and u for the weighted time since s_j.
 */
export function foldSegments(problem: Problem, segments: Doubles, width: i32, gram: Doubles): void {
  const level = zeros(width);
  const slope = zeros(width);
  let curvature: f64 = 0;
  for (let j = problem.nChangepoints; j >= 0; j--) {
    const h = j == problem.nChangepoints ? 0 : segmentTime(problem, j + 1) - segmentTime(problem, j);
    const local = segments.from(j * 2 * width);
    curvature += local[width + SINCE] + h * (2 * slope[ONES] + h * level[ONES]);
    for (let f = 0; f < width; f++) {
      slope[f] += local[width + f] + h * level[f];
      level[f] += local[f];
    }
    const row = rampIndex(problem, j);
    if (row >= 0) placeRamp(problem, gram, j, row, slope, curvature);
  }
  placeConstant(problem, gram, level);
}

/** Where ramp j stands in theta: k is the ramp that starts at 0; -1 with flat growth, which has none. */
function rampIndex(problem: Problem, j: i32): i32 {
  if (j > 0) return problem.nSmooth + j - 1;
  return problem.nRates > 0 ? 1 : -1;
}

function placeRamp(problem: Problem, gram: Doubles, j: i32, row: i32, slope: Doubles, curvature: f64): void {
  const beta = betaStart(problem);
  placePair(problem, gram, row, 0, slope[ONES]);
  for (let a = 0; a < problem.nFeatures; a++) placePair(problem, gram, row, beta + a, slope[FEATURES + a]);
  for (let i = 0; i <= j; i++) {
    const other = rampIndex(problem, i);
    const gap = segmentTime(problem, j) - segmentTime(problem, i);
    placePair(problem, gram, row, other, curvature + gap * slope[ONES]);
  }
}

function placeConstant(problem: Problem, gram: Doubles, level: Doubles): void {
  const beta = betaStart(problem);
  placePair(problem, gram, 0, 0, level[ONES]);
  for (let a = 0; a < problem.nFeatures; a++) placePair(problem, gram, 0, beta + a, level[FEATURES + a]);
}

/** Both triangles of a matrix over the parameters. */
export function placePair(problem: Problem, gram: Doubles, i: i32, j: i32, value: f64): void {
  gram[i * problem.nParameters + j] = value;
  gram[j * problem.nParameters + i] = value;
}

/**
 * The same recursion for the target alone, from its sums local to each segment, `stride` apart: the correlation with 1 and
 * the ramps.
 */
export function foldCorrelation(problem: Problem, levels: Doubles, slopes: Doubles, stride: i32): void {
  let level: f64 = 0;
  let slope: f64 = 0;
  for (let j = problem.nChangepoints; j >= 0; j--) {
    const h = j == problem.nChangepoints ? 0 : segmentTime(problem, j + 1) - segmentTime(problem, j);
    slope += slopes[j * stride] + h * level;
    level += levels[j * stride];
    const row = rampIndex(problem, j);
    if (row >= 0) problem.correlation[row] = slope;
  }
  problem.correlation[0] = level;
}
