import { Doubles, zeros } from '../math/doubles';
import { turnAt } from '../math/phase';
import { powersOfTurn } from '../math/powers';
import { cosineOfTurn, sineOfTurn } from '../math/turn';
import { Grid } from './grid';
import { isSlowWave, sumSlowWave, WaveSums } from './waveSums';

/** The harmonics 1 to `count` of one period, to be summed over runs of rows in closed form (`waveSums.ts`). */
@unmanaged
export class Harmonics {
  base: f64 = 0;
  count: i32 = 0;
  stepMs: f64 = 0;
  /** How far each turns in a row, less whole turns; sine and cosine of half of what it turns. */
  turns: Doubles = changetype<Doubles>(0);
  halfSines: Doubles = changetype<Doubles>(0);
  halfCosines: Doubles = changetype<Doubles>(0);
  /** Rows of the run turned to; half of what each turns over more rows than one, and its phase in the middle. */
  rows: i32 = 0;
  runSines: Doubles = changetype<Doubles>(0);
  runCosines: Doubles = changetype<Doubles>(0);
  sines: Doubles = changetype<Doubles>(0);
  cosines: Doubles = changetype<Doubles>(0);
}

export function harmonicsOf(stepMs: f64, base: f64, count: i32): Harmonics {
  const harmonics = new Harmonics();
  harmonics.base = base;
  harmonics.count = count;
  harmonics.stepMs = stepMs;
  harmonics.turns = zeros(count + 1);
  harmonics.halfSines = zeros(count + 1);
  harmonics.halfCosines = zeros(count + 1);
  harmonics.runSines = zeros(count + 1);
  harmonics.runCosines = zeros(count + 1);
  harmonics.sines = zeros(count + 1);
  harmonics.cosines = zeros(count + 1);
  harmonics.cosines[0] = 1;
  for (let k = 1; k <= count; k++) {
    // Each from its own exact phase: near a whole turn a row, all digits of the sine are needed.
    const half = turnAt(<f64>k * stepMs, 2 * base);
    harmonics.turns[k] = turnAt(<f64>k * stepMs, base);
    harmonics.halfSines[k] = sineOfTurn(half);
    harmonics.halfCosines[k] = cosineOfTurn(half);
  }
  return harmonics;
}

/** Turns to the `rows` rows of a grid from row `start` on, up to harmonic `highest`. */
export function turnToRun(harmonics: Harmonics, grid: Grid, start: i32, rows: i32, highest: i32): void {
  harmonics.rows = rows;
  const middle = <f64>(grid.lead + start) + 0.5 * <f64>(rows - 1);
  const phase = turnAt(middle * harmonics.stepMs, harmonics.base);
  powersOfTurn(sineOfTurn(phase), cosineOfTurn(phase), highest, harmonics.sines, harmonics.cosines);
  if (rows == 1) return;
  const run = turnAt(<f64>rows * harmonics.stepMs, 2 * harmonics.base);
  powersOfTurn(sineOfTurn(run), cosineOfTurn(run), highest, harmonics.runSines, harmonics.runCosines);
}

/** D and T of harmonic k over the run turned to; 1 and 0 for a run of one row, which is not asked for. */
export function sumHarmonic(harmonics: Harmonics, k: i32, found: WaveSums): void {
  const rows = <f64>harmonics.rows;
  const halfSine = harmonics.halfSines[k];
  const halfCosine = harmonics.halfCosines[k];
  if (isSlowWave(rows, harmonics.turns[k])) {
    sumSlowWave(found, rows, harmonics.turns[k]);
    // Whole turns that are left out change the sign in the middle of an even number of rows.
    if (harmonics.runCosines[k] * halfCosine < 0) {
      found.even = -found.even;
      found.odd = -found.odd;
    }
    return;
  }
  found.even = harmonics.runSines[k] / halfSine;
  found.odd = (found.even * halfCosine - rows * harmonics.runCosines[k]) / (2 * halfSine);
}
