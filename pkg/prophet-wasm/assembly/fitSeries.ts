import { kktResidual, logPosterior } from './certificate';
import { Doubles, zeros } from './doubles';
import { createFit } from './fit';
import { firstHarmonic } from './phase';
import { ln } from './elementary';
import { gatherMoments } from './moments';
import { allocateMoments, Problem } from './problem';
import { solve } from './solve';

/** Where `fit` writes its scalars; k, m, beta and delta follow from RESULT_SCALARS on. */
const SIGMA: i32 = 0;
const LOG_POSTERIOR: i32 = 1;
const KKT: i32 = 2;
const RESULT_SCALARS: i32 = 3;

/**
 * The exact MAP of one series. Times ascend; y is in data units, and the model sees (y - floor) / yScale.
 * `seasons` holds three numbers a season: period in ms, Fourier order, prior scale.
 * `result` receives sigmaObs, log posterior, KKT residual, k, m, the betas, the deltas. Returns the status.
 */
export function fit(
  n: i32,
  time: Doubles,
  y: Doubles,
  timeScale: f64,
  yScale: f64,
  floor: f64,
  hasRate: i32,
  nSeasons: i32,
  seasons: Doubles,
  nChangepoints: i32,
  changepoints: Doubles,
  changepointPriorScale: f64,
  result: Doubles,
): i32 {
  const problem = new Problem();
  problem.nRates = hasRate;
  problem.nChangepoints = nChangepoints;
  problem.changepoints = changepoints;
  problem.laplaceRate = 1 / changepointPriorScale;
  takeRows(problem, n, time, y, timeScale, yScale, floor);
  takeSeasons(problem, time, nSeasons, seasons);
  splitSegments(problem);
  allocateMoments(problem);
  gatherMoments(problem);
  problem.largestY = largestSize(problem);
  const solution = createFit(problem);
  const status = solve(problem, solution);
  const theta = solution.theta;
  result[SIGMA] = Math.sqrt(solution.lambda);
  result[LOG_POSTERIOR] = logPosterior(problem, solution, ln(solution.lambda));
  result[KKT] = kktResidual(problem, solution);
  result[RESULT_SCALARS] = hasRate ? theta[1] : 0;
  result[RESULT_SCALARS + 1] = theta[0] + problem.offset;
  const first = 1 + problem.nRates;
  for (let i = first; i < problem.nParameters; i++) result[RESULT_SCALARS + 2 + i - first] = theta[i];
  return status;
}

/** Scales and centres in one step from the data's own units, which keeps digits that scaling first would lose. */
function takeRows(problem: Problem, n: i32, time: Doubles, y: Doubles, timeScale: f64, yScale: f64, floor: f64): void {
  problem.n = n;
  problem.t = zeros(n);
  problem.y = zeros(n);
  const start = time[0];
  let mean: f64 = 0;
  for (let i = 0; i < n; i++) mean += y[i] - y[0];
  mean = y[0] + mean / <f64>n;
  problem.offset = (mean - floor) / yScale;
  for (let i = 0; i < n; i++) {
    problem.t[i] = (time[i] - start) / timeScale;
    problem.y[i] = (y[i] - mean) / yScale;
  }
}

function takeSeasons(problem: Problem, time: Doubles, nSeasons: i32, seasons: Doubles): void {
  problem.nPeriods = nSeasons;
  problem.harmonics = zeros(2 * nSeasons * problem.n);
  problem.orders = zeros(nSeasons);
  for (let j = 0; j < nSeasons; j++) {
    const sine = problem.harmonics.from(2 * j * problem.n);
    firstHarmonic(time, problem.n, seasons[3 * j], sine, sine.from(problem.n));
    problem.orders[j] = seasons[3 * j + 1];
    problem.nFeatures += 2 * <i32>seasons[3 * j + 1];
  }
  problem.nSmooth = 1 + problem.nRates + problem.nFeatures;
  problem.nParameters = problem.nSmooth + problem.nChangepoints;
  problem.ridge = zeros(problem.nSmooth);
  // k, m ~ Normal(0, 5)
  for (let i = 0; i <= problem.nRates; i++) problem.ridge[i] = 1.0 / 25.0;
  let at = 1 + problem.nRates;
  for (let j = 0; j < nSeasons; j++) {
    const scale = seasons[3 * j + 2];
    const end = at + 2 * <i32>seasons[3 * j + 1];
    for (; at < end; at++) problem.ridge[at] = 1 / (scale * scale);
  }
}

/** A changepoint acts from its own time on: segment j holds the rows with s_j <= t < s_{j+1}. */
function splitSegments(problem: Problem): void {
  const nSegments = problem.nChangepoints + 1;
  problem.segmentStarts = zeros(nSegments + 1);
  let row = 0;
  for (let j = 1; j < nSegments; j++) {
    while (row < problem.n && problem.t[row] < problem.changepoints[j - 1]) row++;
    problem.segmentStarts[j] = <f64>row;
  }
  problem.segmentStarts[nSegments] = <f64>problem.n;
}

/** max |y scaled|, before centring. */
function largestSize(problem: Problem): f64 {
  let largest: f64 = 0;
  for (let i = 0; i < problem.n; i++) largest = Math.max(largest, Math.abs(problem.y[i] + problem.offset));
  return largest;
}
