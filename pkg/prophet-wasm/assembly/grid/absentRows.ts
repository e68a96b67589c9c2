import { addMultiple, Doubles, zeros } from '../math/doubles';
import { turnAt } from '../math/phase';
import { powersOfTurn } from '../math/powers';
import { cosineOfTurn, sineOfTurn } from '../math/turn';
import { GramSums } from './gramSums';
import { Grid } from './grid';
import { Harmonics, sumHarmonic, turnToRun } from './harmonics';
import { WaveSums } from './waveSums';

/*
 * Part of absent rows in the sums over all rows, run by run from the last on: each run has closed forms of its own. Between
 * nodes the sums move from one origin to the one before it, h earlier: sum (u + h) f = sum u f + h sum f.
 */

/** Rows without a gap between them, from which no node parts any. */
@unmanaged
class Run {
  start: i32 = 0;
  rows: i32 = 0;
  /** How many of the absent rows are still to come. */
  left: i32 = 0;
}

/** The last run before the present one that has no row before `from`; false where there is none. */
function nextRun(grid: Grid, run: Run, from: i32): bool {
  if (run.left == 0 || <i32>grid.absentRow(run.left - 1) < from) return false;
  run.start = <i32>grid.absentRow(--run.left);
  run.rows = 1;
  while (run.left > 0 && run.start > from && <i32>grid.absentRow(run.left - 1) == run.start - 1) {
    run.left--;
    run.start--;
    run.rows++;
  }
  return true;
}

/** Off the sums of 1, u and u^2. */
export function subtractTrends(grid: Grid, sums: GramSums): void {
  const nodes = sums.nodes;
  const step = 1 / <f64>(grid.n - 1);
  const run = new Run();
  run.left = grid.nAbsent;
  let level: f64 = 0;
  let slope: f64 = 0;
  let curvature: f64 = 0;
  for (let v = nodes.count - 1; v >= 0; v--) {
    const h = v + 1 < nodes.count ? (nodes.positions[v + 1] - nodes.positions[v]) * step : 0;
    curvature += h * (2 * slope + h * level);
    slope += h * level;
    while (nextRun(grid, run, <i32>nodes.starts[v])) {
      const rows = <f64>run.rows;
      const since = (<f64>run.start + 0.5 * (rows - 1) - nodes.positions[v]) * step;
      level += rows;
      slope += rows * since;
      curvature += rows * since * since + (step * step * rows * (rows * rows - 1)) / 12;
    }
    sums.levels[v * sums.width] -= level;
    sums.slopes[v * sums.width] -= slope;
    sums.curvatures[v] -= curvature;
  }
}

/** Off the sums of a family's waves from each node on, and of its harmonics over all rows. */
export function subtractFamily(grid: Grid, sums: GramSums, f: i32, harmonics: Harmonics): void {
  const nodes = sums.nodes;
  const step = 1 / <f64>(grid.n - 1);
  const first = <i32>sums.waves.starts[f];
  const width = 2 * (<i32>sums.waves.starts[f + 1] - first);
  const place = <i32>sums.places[f];
  const level = zeros(width);
  const slope = zeros(width);
  const found = new WaveSums();
  const run = new Run();
  run.left = grid.nAbsent;
  for (let v = nodes.count - 1; v >= 0; v--) {
    const h = v + 1 < nodes.count ? (nodes.positions[v + 1] - nodes.positions[v]) * step : 0;
    addMultiple(slope, h, level, width);
    while (nextRun(grid, run, <i32>nodes.starts[v])) {
      turnToRun(harmonics, grid, run.start, run.rows, harmonics.count);
      const since = (<f64>run.start + 0.5 * <f64>(run.rows - 1) - nodes.positions[v]) * step;
      if (run.rows == 1) {
        addMultiple(sums.cosines.from(place), -1, harmonics.cosines, harmonics.count + 1);
        addMultiple(sums.sines.from(place), -1, harmonics.sines, harmonics.count + 1);
        addRow(sums, f, harmonics, since, level, slope);
      } else {
        subtractHarmonics(harmonics, found, sums.cosines.from(place), sums.sines.from(place));
        addRun(sums, f, harmonics, found, since, step, level, slope);
      }
    }
    const at = v * sums.width + 1 + 2 * first;
    addMultiple(sums.levels.from(at), -1, level, width);
    addMultiple(sums.slopes.from(at), -1, slope, width);
  }
}

function subtractHarmonics(harmonics: Harmonics, found: WaveSums, cosines: Doubles, sines: Doubles): void {
  cosines[0] -= <f64>harmonics.rows;
  for (let k = 1; k <= harmonics.count; k++) {
    sumHarmonic(harmonics, k, found);
    cosines[k] -= harmonics.cosines[k] * found.even;
    sines[k] -= harmonics.sines[k] * found.even;
  }
}

/** Adds a run whose middle stands `since` after the origin, in scaled time, as its rows do `step` after each other. */
function addRun(
  sums: GramSums,
  f: i32,
  harmonics: Harmonics,
  found: WaveSums,
  since: f64,
  step: f64,
  level: Doubles,
  slope: Doubles,
): void {
  const first = <i32>sums.waves.starts[f];
  const count = <i32>sums.waves.starts[f + 1] - first;
  for (let a = 0; a < count; a++) {
    const k = <i32>sums.waves.harmonic[first + a];
    sumHarmonic(harmonics, k, found);
    const sine = harmonics.sines[k];
    const cosine = harmonics.cosines[k];
    level[2 * a] += sine * found.even;
    level[2 * a + 1] += cosine * found.even;
    slope[2 * a] += since * sine * found.even + step * cosine * found.odd;
    slope[2 * a + 1] += since * cosine * found.even - step * sine * found.odd;
  }
}

/** The same for a run of one row, the most frequent one. */
function addRow(sums: GramSums, f: i32, harmonics: Harmonics, since: f64, level: Doubles, slope: Doubles): void {
  const first = <i32>sums.waves.starts[f];
  const count = <i32>sums.waves.starts[f + 1] - first;
  for (let a = 0; a < count; a++) {
    const k = <i32>sums.waves.harmonic[first + a];
    const sine = harmonics.sines[k];
    const cosine = harmonics.cosines[k];
    level[2 * a] += sine;
    level[2 * a + 1] += cosine;
    slope[2 * a] += since * sine;
    slope[2 * a + 1] += since * cosine;
  }
}

/** Off the products of waves of different families, row by row. */
export function subtractMixedPairs(grid: Grid, sums: GramSums): void {
  const waves = sums.waves;
  const features = zeros(2 * waves.count);
  let highest: f64 = 0;
  for (let f = 0; f < waves.nFamilies; f++) highest = Math.max(highest, waves.highest[f]);
  const sines = zeros(<i32>highest + 1);
  const cosines = zeros(<i32>highest + 1);
  for (let i = 0; i < grid.nAbsent; i++) {
    for (let f = 0; f < waves.nFamilies; f++) {
      const phase = turnAt(grid.absent[i] * grid.stepMs, waves.bases[f]);
      powersOfTurn(sineOfTurn(phase), cosineOfTurn(phase), <i32>waves.highest[f], sines, cosines);
      for (let a = <i32>waves.starts[f]; a < <i32>waves.starts[f + 1]; a++) {
        features[2 * a] = sines[<i32>waves.harmonic[a]];
        features[2 * a + 1] = cosines[<i32>waves.harmonic[a]];
      }
    }
    subtractProducts(sums, features);
  }
}

function subtractProducts(sums: GramSums, features: Doubles): void {
  const waves = sums.waves;
  const products = sums.products;
  let at = 0;
  for (let f = 0; f < waves.nFamilies; f++) {
    for (let a = <i32>waves.starts[f]; a < <i32>waves.starts[f + 1]; a++) {
      const sine = features[2 * a];
      const cosine = features[2 * a + 1];
      for (let b = <i32>waves.starts[f + 1]; b < waves.count; b++) {
        products[at] -= sine * features[2 * b];
        products[at + 1] -= cosine * features[2 * b + 1];
        products[at + 2] -= sine * features[2 * b + 1];
        products[at + 3] -= cosine * features[2 * b];
        at += 4;
      }
    }
  }
}
