import { Doubles, zeros } from '../math/doubles';
import { turnAt } from '../math/phase';
import { cosineOfTurn, sineOfTurn } from '../math/turn';
import { betaStart, Problem } from '../problem';
import { FEATURES, ONES, SINCE } from '../rows/block';
import { foldSegments, placePair } from '../rows/segments';
import { nColumnsOf } from '../rows/terms';
import { placeGridSegments } from './gridSegments';
import { sumWave, WaveSums } from './waveSums';

/**
 * The Gram matrix of a complete regular series of `n` rows, in closed form: its cost does not depend on n. The features
 * are waves; those local to a segment are summed for each segment and folded as those of rows are, and the product of two
 * waves is half the sum or difference of the waves of their sum and difference.
 */
export function gridGram(problem: Problem, n: i32, stepMs: f64): void {
  const width = FEATURES + problem.nFeatures;
  const sums = new WaveSums();
  const local = zeros((problem.nChangepoints + 1) * 2 * width);
  const waves = wavesOfFeatures(problem, stepMs);
  const segments = placeGridSegments(n, problem.nChangepoints, problem.changepoints);
  for (let j = 0; j < segments.count; j++) {
    const start = <i32>segments.starts[j];
    const size = <i32>segments.starts[j + 1] - start;
    if (size <= 0) continue;
    const middle = <f64>start + 0.5 * <f64>(size - 1);
    const sinceMiddle = (middle - segments.origins[j]) / <f64>(n - 1);
    sumSegment(sums, local.from(j * 2 * width), width, waves, start, size, sinceMiddle, 1 / <f64>(n - 1));
  }
  foldSegments(problem, local, width, problem.gram);
  placeWaveProducts(problem, sums, waves, n);
}

/** The waves of all pairs of features. */
@unmanaged
class Waves {
  count: i32 = 0;
  /** How far each turns in a row, less whole turns. */
  turns: Doubles = changetype<Doubles>(0);
  /** The times of a row and the periods that it turns by, in ms: a phase is what is left of their product. */
  steps: Doubles = changetype<Doubles>(0);
  periods: Doubles = changetype<Doubles>(0);
}

function wavesOfFeatures(problem: Problem, stepMs: f64): Waves {
  const waves = new Waves();
  waves.count = problem.nFeatures >> 1;
  waves.turns = zeros(waves.count);
  waves.steps = zeros(waves.count);
  waves.periods = zeros(waves.count);
  const terms = problem.terms;
  let at = 0;
  for (let j = 0; j < terms.count; j++) {
    const nHarmonics = nColumnsOf(terms, j) >> 1;
    for (let h = 1; h <= nHarmonics; h++) {
      waves.steps[at] = <f64>h * stepMs;
      waves.periods[at] = terms.period(j);
      waves.turns[at] = turnAt(waves.steps[at], waves.periods[at]);
      at++;
    }
  }
  return waves;
}

/** The phase of wave `a` in the middle of `size` rows from `start` on. */
function middlePhase(waves: Waves, a: i32, start: i32, size: i32): f64 {
  return turnAt(<f64>start * waves.steps[a], waves.periods[a]) + 0.5 * <f64>(size - 1) * waves.turns[a];
}

/** Sums of 1, u, u^2 and of every feature and u feature, with u the scaled time since the segment's origin. */
function sumSegment(
  sums: WaveSums,
  local: Doubles,
  width: i32,
  waves: Waves,
  start: i32,
  size: i32,
  sinceMiddle: f64,
  step: f64,
): void {
  const rows = <f64>size;
  local[ONES] = rows;
  local[width + ONES] = rows * sinceMiddle;
  local[width + SINCE] = rows * sinceMiddle * sinceMiddle + (step * step * rows * (rows * rows - 1)) / 12;
  for (let a = 0; a < waves.count; a++) {
    sumWave(sums, size, waves.turns[a]);
    const phase = middlePhase(waves, a, start, size);
    const sine = sineOfTurn(phase);
    const cosine = cosineOfTurn(phase);
    const level = local.from(FEATURES + 2 * a);
    level[0] = sine * sums.even;
    level[1] = cosine * sums.even;
    level[width] = sinceMiddle * sine * sums.even + step * cosine * sums.odd;
    level[width + 1] = sinceMiddle * cosine * sums.even - step * sine * sums.odd;
  }
}

function placeWaveProducts(problem: Problem, sums: WaveSums, waves: Waves, n: i32): void {
  const beta = betaStart(problem);
  const turns = waves.turns;
  const nPairs = waves.count;
  const middle = 0.5 * <f64>(n - 1);
  for (let a = 0; a < nPairs; a++) {
    for (let b = a; b < nPairs; b++) {
      const above = turns[a] + turns[b];
      const below = turns[a] - turns[b];
      sumWave(sums, n, above);
      const aboveSine = 0.5 * sums.even * sineOfTurn(above * middle);
      const aboveCosine = 0.5 * sums.even * cosineOfTurn(above * middle);
      sumWave(sums, n, below);
      const belowSine = 0.5 * sums.even * sineOfTurn(below * middle);
      const belowCosine = 0.5 * sums.even * cosineOfTurn(below * middle);
      const i = beta + 2 * a;
      const j = beta + 2 * b;
      placePair(problem, problem.gram, i, j, belowCosine - aboveCosine);
      placePair(problem, problem.gram, i + 1, j + 1, belowCosine + aboveCosine);
      placePair(problem, problem.gram, i, j + 1, aboveSine + belowSine);
      placePair(problem, problem.gram, i + 1, j, aboveSine - belowSine);
    }
  }
}
