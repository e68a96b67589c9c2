import { Doubles, zeros } from '../math/doubles';
import { turnAt } from '../math/phase';
import { powersOfTurn } from '../math/powers';
import { cosineOfTurn, sineOfTurn } from '../math/turn';
import { GramSums } from './gramSums';
import { Grid } from './grid';
import { isSlowWave, sumSlowWave, sumWave, WaveSums } from './waveSums';

/** Sums over a grid without absent rows in closed form: what they cost does not depend on the number of rows. */
export function sumCompleteRows(grid: Grid, sums: GramSums): void {
  const nodes = sums.nodes;
  for (let v = 0; v < nodes.count; v++) sumTrend(grid, sums, v);
  for (let f = 0; f < sums.waves.nFamilies; f++) sumFamily(grid, sums, f);
  if (sums.waves.nFamilies > 1) sumMixedPairs(grid, sums);
}

/** The scaled time from a node to the middle of the rows from there on. */
function toMiddle(grid: Grid, sums: GramSums, v: i32): f64 {
  const middle = 0.5 * (sums.nodes.starts[v] + <f64>(grid.n - 1));
  return (middle - sums.nodes.positions[v]) / <f64>(grid.n - 1);
}

function sumTrend(grid: Grid, sums: GramSums, v: i32): void {
  const step = 1 / <f64>(grid.n - 1);
  const rows = <f64>grid.n - sums.nodes.starts[v];
  const middle = toMiddle(grid, sums, v);
  sums.levels[v * sums.width] = rows;
  sums.slopes[v * sums.width] = rows * middle;
  sums.curvatures[v] = rows * middle * middle + (step * step * rows * (rows * rows - 1)) / 12;
}

/** What the sums of one family's harmonics share: half a row's turn of each, and scratch for the powers of two angles. */
@unmanaged
class Harmonics {
  base: f64 = 0;
  count: i32 = 0;
  turns: Doubles = changetype<Doubles>(0);
  halfSines: Doubles = changetype<Doubles>(0);
  halfCosines: Doubles = changetype<Doubles>(0);
  /** Half the turn over all rows from a node on. */
  runSines: Doubles = changetype<Doubles>(0);
  runCosines: Doubles = changetype<Doubles>(0);
  /** The phase in the middle of those rows. */
  sines: Doubles = changetype<Doubles>(0);
  cosines: Doubles = changetype<Doubles>(0);
}

function harmonicsOf(grid: Grid, base: f64, count: i32): Harmonics {
  const harmonics = new Harmonics();
  harmonics.base = base;
  harmonics.count = count;
  harmonics.turns = zeros(count + 1);
  harmonics.halfSines = zeros(count + 1);
  harmonics.halfCosines = zeros(count + 1);
  harmonics.runSines = zeros(count + 1);
  harmonics.runCosines = zeros(count + 1);
  harmonics.sines = zeros(count + 1);
  harmonics.cosines = zeros(count + 1);
  for (let k = 1; k <= count; k++) {
    // Each from its own exact phase: near a whole turn a row, all digits of the sine are needed.
    const half = turnAt(<f64>k * grid.stepMs, 2 * base);
    harmonics.turns[k] = turnAt(<f64>k * grid.stepMs, base);
    harmonics.halfSines[k] = sineOfTurn(half);
    harmonics.halfCosines[k] = cosineOfTurn(half);
  }
  return harmonics;
}

function sumFamily(grid: Grid, sums: GramSums, f: i32): void {
  const waves = sums.waves;
  const highest = <i32>waves.highest[f];
  const harmonics = harmonicsOf(grid, waves.bases[f], 2 * highest);
  const found = new WaveSums();
  for (let v = 0; v < sums.nodes.count; v++) {
    const rows = grid.n - <i32>sums.nodes.starts[v];
    if (rows == 0) continue;
    turnTo(grid, harmonics, rows, v == 0 ? 2 * highest : highest);
    if (v == 0) sumAllRows(harmonics, found, rows, sums, <i32>sums.places[f]);
    sumWavesFrom(grid, sums, f, harmonics, found, v, rows);
  }
}

/** Fills the powers up to `highest` for the last `rows` rows. */
function turnTo(grid: Grid, harmonics: Harmonics, rows: i32, highest: i32): void {
  const run = turnAt(<f64>rows * grid.stepMs, 2 * harmonics.base);
  powersOfTurn(sineOfTurn(run), cosineOfTurn(run), highest, harmonics.runSines, harmonics.runCosines);
  const middle = <f64>(grid.lead + grid.n) - 0.5 * <f64>(rows + 1);
  const phase = turnAt(middle * grid.stepMs, harmonics.base);
  powersOfTurn(sineOfTurn(phase), cosineOfTurn(phase), highest, harmonics.sines, harmonics.cosines);
}

/** D and T of harmonic k (`waveSums.ts`). */
function sumHarmonic(harmonics: Harmonics, k: i32, rows: f64, found: WaveSums): void {
  const halfSine = harmonics.halfSines[k];
  const halfCosine = harmonics.halfCosines[k];
  if (isSlowWave(rows, harmonics.turns[k])) {
    sumSlowWave(found, rows, harmonics.turns[k]);
    // Turns of a whole number of rows that are left out change the sign in the middle of an even number of rows.
    if (harmonics.runCosines[k] * halfCosine < 0) {
      found.even = -found.even;
      found.odd = -found.odd;
    }
    return;
  }
  found.even = harmonics.runSines[k] / halfSine;
  found.odd = (found.even * halfCosine - rows * harmonics.runCosines[k]) / (2 * halfSine);
}

function sumAllRows(harmonics: Harmonics, found: WaveSums, rows: i32, sums: GramSums, place: i32): void {
  sums.cosines[place] = <f64>rows;
  for (let k = 1; k <= harmonics.count; k++) {
    sumHarmonic(harmonics, k, <f64>rows, found);
    sums.cosines[place + k] = harmonics.cosines[k] * found.even;
    sums.sines[place + k] = harmonics.sines[k] * found.even;
  }
}

/** With u = (time to the middle) + (rows from the middle on) / (n - 1), sums of u x follow from D and T. */
function sumWavesFrom(
  grid: Grid,
  sums: GramSums,
  f: i32,
  harmonics: Harmonics,
  found: WaveSums,
  v: i32,
  rows: i32,
): void {
  const waves = sums.waves;
  const step = 1 / <f64>(grid.n - 1);
  const middle = toMiddle(grid, sums, v);
  for (let a = 0; a < waves.count; a++) {
    if (<i32>waves.family[a] != f) continue;
    const k = <i32>waves.harmonic[a];
    sumHarmonic(harmonics, k, <f64>rows, found);
    const sine = harmonics.sines[k];
    const cosine = harmonics.cosines[k];
    const level = sums.levels.from(v * sums.width + 1 + 2 * a);
    const slope = sums.slopes.from(v * sums.width + 1 + 2 * a);
    level[0] = sine * found.even;
    level[1] = cosine * found.even;
    slope[0] = middle * level[0] + step * cosine * found.odd;
    slope[1] = middle * level[1] - step * sine * found.odd;
  }
}

/** The product of two waves is half the sum or difference of the waves of their sum and difference. */
function sumMixedPairs(grid: Grid, sums: GramSums): void {
  const waves = sums.waves;
  const found = new WaveSums();
  let at = 0;
  for (let a = 0; a < waves.count; a++) {
    for (let b = a + 1; b < waves.count; b++) {
      if (waves.family[a] == waves.family[b]) continue;
      const turn = turnOf(grid, sums, a);
      const other = turnOf(grid, sums, b);
      const phase = middlePhase(grid, sums, a, turn);
      const beside = middlePhase(grid, sums, b, other);
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

/** How far a wave turns in a row, less whole turns. */
function turnOf(grid: Grid, sums: GramSums, a: i32): f64 {
  const waves = sums.waves;
  return turnAt(waves.harmonic[a] * grid.stepMs, waves.bases[<i32>waves.family[a]]);
}

/** The phase of a wave in the middle of all rows, if it were to turn by `turn` in each. */
function middlePhase(grid: Grid, sums: GramSums, a: i32, turn: f64): f64 {
  const waves = sums.waves;
  const start = turnAt(<f64>grid.lead * waves.harmonic[a] * grid.stepMs, waves.bases[<i32>waves.family[a]]);
  return start + 0.5 * <f64>(grid.n - 1) * turn;
}
