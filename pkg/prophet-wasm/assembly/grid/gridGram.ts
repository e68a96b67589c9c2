import { Problem } from '../problem';
import { placePair } from '../rows/segments';
import { subtractFamily, subtractMixedPairs, subtractTrends } from './absentRows';
import { sumFamily, sumMixedPairs, sumTrends } from './completeRows';
import { createGramSums, GramSums } from './gramSums';
import { Grid } from './grid';
import { harmonicsOf } from './harmonics';
import { nodesOf, NONE } from './nodes';
import { wavesOf } from './waves';

/**
 * The Gram matrix of a grid: that of all its rows in closed form, less that of the rows that are absent.
 *
 * With P0_v[f] the sum of f over the rows from node v on, P1_v[f] that of u f with u the time since v, and P2_v that of u^2,
 * a ramp r_v and a step c_v have, for a wave or constant f and a node w at or after v,
 *
 *   <r_v, f> = P1_v[f],  <r_v, r_w> = P2_w + (w - v) P1_w[1],  <r_v, c_w> = P1_w[1] + (w - v) P0_w[1]
 *   <c_v, f> = P0_v[f],  <c_v, c_w> = P0_w[1],                 <c_v, r_w> = P1_w[1]
 */
export function gridGram(problem: Problem): void {
  const grid = problem.grid;
  const sums = createGramSums(wavesOf(problem), nodesOf(problem, grid.n));
  sumRows(grid, sums);
  const step = 1 / <f64>(grid.n - 1);
  for (let v = 0; v < sums.nodes.count; v++) {
    placeRamp(problem, sums, v, step);
    placeStep(problem, sums, v, step);
  }
  placeConstant(problem, sums);
  placeWaves(problem, sums);
}

function sumRows(grid: Grid, sums: GramSums): void {
  const waves = sums.waves;
  sumTrends(grid, sums);
  if (grid.nAbsent > 0) subtractTrends(grid, sums);
  for (let f = 0; f < waves.nFamilies; f++) {
    const harmonics = harmonicsOf(grid.stepMs, waves.bases[f], 2 * <i32>waves.highest[f]);
    sumFamily(grid, sums, f, harmonics);
    if (grid.nAbsent > 0) subtractFamily(grid, sums, f, harmonics);
  }
  if (waves.nFamilies > 1) {
    sumMixedPairs(grid, sums);
    subtractMixedPairs(grid, sums);
  }
}

function placeConstant(problem: Problem, sums: GramSums): void {
  const gram = problem.gram;
  placePair(problem, gram, 0, 0, sums.levels[0]);
  for (let a = 0; a < sums.waves.count; a++) {
    const parameter = <i32>sums.waves.parameter[a];
    placePair(problem, gram, 0, parameter, sums.levels[1 + 2 * a]);
    placePair(problem, gram, 0, parameter + 1, sums.levels[2 + 2 * a]);
  }
}

function placeRamp(problem: Problem, sums: GramSums, v: i32, step: f64): void {
  const nodes = sums.nodes;
  const ramp = <i32>nodes.ramps[v];
  if (ramp == NONE) return;
  const gram = problem.gram;
  const slope = sums.slopes.from(v * sums.width);
  placePair(problem, gram, ramp, 0, slope[0]);
  for (let a = 0; a < sums.waves.count; a++) {
    const parameter = <i32>sums.waves.parameter[a];
    placePair(problem, gram, ramp, parameter, slope[1 + 2 * a]);
    placePair(problem, gram, ramp, parameter + 1, slope[2 + 2 * a]);
  }
  for (let u = 0; u <= v; u++) {
    const gap = (nodes.positions[v] - nodes.positions[u]) * step;
    if (<i32>nodes.ramps[u] != NONE) {
      placePair(problem, gram, ramp, <i32>nodes.ramps[u], sums.curvatures[v] + gap * slope[0]);
    }
    if (<i32>nodes.steps[u] != NONE) placePair(problem, gram, ramp, <i32>nodes.steps[u], slope[0]);
  }
}

function placeStep(problem: Problem, sums: GramSums, v: i32, step: f64): void {
  const nodes = sums.nodes;
  const parameter = <i32>nodes.steps[v];
  if (parameter == NONE) return;
  const gram = problem.gram;
  const level = sums.levels.from(v * sums.width);
  placePair(problem, gram, parameter, 0, level[0]);
  for (let a = 0; a < sums.waves.count; a++) {
    const wave = <i32>sums.waves.parameter[a];
    placePair(problem, gram, parameter, wave, level[1 + 2 * a]);
    placePair(problem, gram, parameter, wave + 1, level[2 + 2 * a]);
  }
  for (let u = 0; u <= v; u++) {
    const gap = (nodes.positions[v] - nodes.positions[u]) * step;
    const since = sums.slopes[v * sums.width] + gap * level[0];
    if (<i32>nodes.ramps[u] != NONE) placePair(problem, gram, parameter, <i32>nodes.ramps[u], since);
    if (<i32>nodes.steps[u] != NONE) placePair(problem, gram, parameter, <i32>nodes.steps[u], level[0]);
  }
}

/** Within a family from the sums of harmonics: sin a sin b = (cos(a - b) - cos(a + b)) / 2, and so on. */
function placeWaves(problem: Problem, sums: GramSums): void {
  const waves = sums.waves;
  const gram = problem.gram;
  let mixed = 0;
  for (let f = 0; f < waves.nFamilies; f++) {
    const end = <i32>waves.starts[f + 1];
    const cosines = sums.cosines.from(<i32>sums.places[f]);
    const sines = sums.sines.from(<i32>sums.places[f]);
    for (let a = <i32>waves.starts[f]; a < end; a++) {
      const i = <i32>waves.parameter[a];
      for (let b = a; b < end; b++) {
        const j = <i32>waves.parameter[b];
        const above = <i32>(waves.harmonic[a] + waves.harmonic[b]);
        const distance = <i32>(waves.harmonic[a] - waves.harmonic[b]);
        const below = abs(distance);
        const belowSine: f64 = distance < 0 ? -sines[below] : sines[below];
        placePair(problem, gram, i, j, 0.5 * (cosines[below] - cosines[above]));
        placePair(problem, gram, i + 1, j + 1, 0.5 * (cosines[below] + cosines[above]));
        placePair(problem, gram, i, j + 1, 0.5 * (sines[above] + belowSine));
        placePair(problem, gram, i + 1, j, 0.5 * (sines[above] - belowSine));
      }
      for (let b = end; b < waves.count; b++, mixed += 4) {
        const j = <i32>waves.parameter[b];
        placePair(problem, gram, i, j, sums.products[mixed]);
        placePair(problem, gram, i + 1, j + 1, sums.products[mixed + 1]);
        placePair(problem, gram, i, j + 1, sums.products[mixed + 2]);
        placePair(problem, gram, i + 1, j, sums.products[mixed + 3]);
      }
    }
  }
}
