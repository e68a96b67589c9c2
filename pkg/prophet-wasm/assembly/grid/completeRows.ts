import { turnAt } from '../math/phase';
import { cosineOfTurn, sineOfTurn } from '../math/turn';
import { GramSums } from './gramSums';
import { Grid } from './grid';
import { Harmonics, sumHarmonic, turnToRun } from './harmonics';
import { sumWave, WaveSums } from './waveSums';

/*
 * Sums over all rows of a grid, absent ones included, in closed form: what they cost does not depend on the number of rows.
 */

/** The sums of 1, u and u^2. */
export function sumTrends(grid: Grid, sums: GramSums): void {
  const step = 1 / <f64>(grid.n - 1);
  for (let v = 0; v < sums.nodes.count; v++) {
    const rows = <f64>grid.n - sums.nodes.starts[v];
    const middle = toMiddle(grid, sums, v);
    sums.levels[v * sums.width] = rows;
    sums.slopes[v * sums.width] = rows * middle;
    sums.curvatures[v] = rows * middle * middle + (step * step * rows * (rows * rows - 1)) / 12;
  }
}

/** The scaled time from a node to the middle of the rows from there on. */
function toMiddle(grid: Grid, sums: GramSums, v: i32): f64 {
  const middle = 0.5 * (sums.nodes.starts[v] + <f64>(grid.n - 1));
  return (middle - sums.nodes.positions[v]) / <f64>(grid.n - 1);
}

/** The sums of a family's waves from each node on, and of its harmonics over all rows. */
export function sumFamily(grid: Grid, sums: GramSums, f: i32, harmonics: Harmonics): void {
  const highest = <i32>sums.waves.highest[f];
  const found = new WaveSums();
  for (let v = 0; v < sums.nodes.count; v++) {
    const start = <i32>sums.nodes.starts[v];
    if (start == grid.n) continue;
    turnToRun(harmonics, grid, start, grid.n - start, v == 0 ? 2 * highest : highest);
    if (v == 0) sumHarmonics(harmonics, found, sums, <i32>sums.places[f]);
    sumWavesFrom(grid, sums, f, harmonics, found, v);
  }
}

function sumHarmonics(harmonics: Harmonics, found: WaveSums, sums: GramSums, place: i32): void {
  sums.cosines[place] = <f64>harmonics.rows;
  for (let k = 1; k <= harmonics.count; k++) {
    sumHarmonic(harmonics, k, found);
    sums.cosines[place + k] = harmonics.cosines[k] * found.even;
    sums.sines[place + k] = harmonics.sines[k] * found.even;
  }
}

/** With u = (time to the middle) + (rows from the middle on) / (n - 1), sums of u x follow from D and T. */
function sumWavesFrom(grid: Grid, sums: GramSums, f: i32, harmonics: Harmonics, found: WaveSums, v: i32): void {
  const waves = sums.waves;
  const step = 1 / <f64>(grid.n - 1);
  const middle = toMiddle(grid, sums, v);
  const end = <i32>waves.starts[f + 1];
  for (let a = <i32>waves.starts[f]; a < end; a++) {
    const k = <i32>waves.harmonic[a];
    sumHarmonic(harmonics, k, found);
    const sine = harmonics.sines[k];
    const cosine = harmonics.cosines[k];
    const at = v * sums.width + 1 + 2 * a;
    sums.levels[at] = sine * found.even;
    sums.levels[at + 1] = cosine * found.even;
    sums.slopes[at] = middle * sine * found.even + step * cosine * found.odd;
    sums.slopes[at + 1] = middle * cosine * found.even - step * sine * found.odd;
  }
}

/** The product of two waves is half the sum or difference of the waves of their sum and difference. */
export function sumMixedPairs(grid: Grid, sums: GramSums): void {
  const waves = sums.waves;
  const found = new WaveSums();
  let at = 0;
  for (let f = 0; f < waves.nFamilies; f++) {
    for (let a = <i32>waves.starts[f]; a < <i32>waves.starts[f + 1]; a++) {
      const turn = turnOf(grid, sums, f, a);
      const phase = middlePhase(grid, sums, f, a, turn);
      for (let g = f + 1; g < waves.nFamilies; g++) {
        for (let b = <i32>waves.starts[g]; b < <i32>waves.starts[g + 1]; b++) {
          const other = turnOf(grid, sums, g, b);
          const beside = middlePhase(grid, sums, g, b, other);
          sumWave(found, grid.n, turn + other);
          const aboveSine = 0.5 * found.even * sineOfTurn(phase + beside);
          const aboveCosine = 0.5 * found.even * cosineOfTurn(phase + beside);
          sumWave(found, grid.n, turn - other);
          const belowSine = 0.5 * found.even * sineOfTurn(phase - beside);
          const belowCosine = 0.5 * found.even * cosineOfTurn(phase - beside);
          sums.products[at] = belowCosine - aboveCosine;
          sums.products[at + 1] = belowCosine + aboveCosine;
          sums.products[at + 2] = aboveSine + belowSine;
          sums.products[at + 3] = aboveSine - belowSine;
          at += 4;
        }
      }
    }
  }
}

/** How far wave a of family f turns in a row, less whole turns. */
function turnOf(grid: Grid, sums: GramSums, f: i32, a: i32): f64 {
  return turnAt(sums.waves.harmonic[a] * grid.stepMs, sums.waves.bases[f]);
}

/** Its phase in the middle of all rows, if it were to turn by `turn` in each. */
function middlePhase(grid: Grid, sums: GramSums, f: i32, a: i32, turn: f64): f64 {
  const start = turnAt(<f64>grid.lead * sums.waves.harmonic[a] * grid.stepMs, sums.waves.bases[f]);
  return start + 0.5 * <f64>(grid.n - 1) * turn;
}
