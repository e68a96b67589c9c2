import { Doubles, fill, room, zeros } from '../math/doubles';
import { isWave, nColumnsOf, Terms } from '../rows/terms';
import { createStretch, projectStretch, spreadStretch, Stretch, STRETCH } from './stretch';

/**
 * The Fourier terms of regular rows by the cycle: where whole rows make a period, rows at the same place of it share their
 * waves. Claimed once, for there may be many looks at the rows.
 */
@unmanaged
export class Cycles {
  terms: Terms = changetype<Terms>(0);
  /** Regular rows. */
  n: i32 = 0;
  stepMs: f64 = 0;
  /** Of each term: rows of its cycle, or all rows where no whole number of them makes a period. */
  sizes: Doubles = changetype<Doubles>(0);
  /** The term before it whose cycle holds whole ones of it, as a week's does those of a day; -1 for none. */
  longer: Doubles = changetype<Doubles>(0);
  /** Addresses of room for its cycle, to whole stretches, and of its waves over a stretch. */
  values: Doubles = changetype<Doubles>(0);
  stretches: Doubles = changetype<Doubles>(0);

  valuesOf(j: i32): Doubles {
    return changetype<Doubles>(<usize>this.values[j]);
  }

  stretchOf(j: i32): Stretch {
    return changetype<Stretch>(<usize>this.stretches[j]);
  }
}

export function createCycles(terms: Terms, n: i32, stepMs: f64): Cycles {
  const cycles = new Cycles();
  cycles.terms = terms;
  cycles.n = n;
  cycles.stepMs = stepMs;
  cycles.sizes = zeros(terms.count);
  cycles.longer = zeros(terms.count);
  cycles.values = zeros(terms.count);
  cycles.stretches = zeros(terms.count);
  for (let j = 0; j < terms.count; j++) {
    if (!isWave(terms, j)) continue;
    const period = rowsOfPeriod(terms.period(j), stepMs, n);
    const size = period > 0 ? period : n;
    cycles.sizes[j] = <f64>size;
    cycles.longer[j] = period > 0 ? <f64>longerCycle(cycles, j) : -1;
    cycles.values[j] = <f64>changetype<usize>(room(wholeStretches(size)));
    cycles.stretches[j] = <f64>changetype<usize>(createStretch(stepMs, terms.period(j), terms.order(j)));
  }
  return cycles;
}

/** Rows that make a whole period, where `n` rows hold two; else 0. */
function rowsOfPeriod(periodMs: f64, stepMs: f64, n: i32): i32 {
  const rows = Math.floor(periodMs / stepMs + 0.5);
  return rows * stepMs == periodMs && 2 * rows <= <f64>n ? <i32>rows : 0;
}

/** Rows to the end of the stretch that the last of `n` stands in. */
export function wholeStretches(n: i32): i32 {
  return ((n + STRETCH - 1) / STRETCH) * STRETCH;
}

function longerCycle(cycles: Cycles, j: i32): i32 {
  for (let i = j - 1; i >= 0; i--) {
    const size = <i32>cycles.sizes[i];
    if (isWave(cycles.terms, i) && size < cycles.n && size % <i32>cycles.sizes[j] == 0) return i;
  }
  return -1;
}

/**
 * sums := y about the centre times sine and cosine of each wave, term by term (nothing is done for other terms); NaN counts as
 * nothing. The first row stands at `time`, in ms.
 */
export function projectCycles(cycles: Cycles, y: Doubles, centre: f64, time: f64, sums: Doubles): void {
  const terms = cycles.terms;
  let at = 0;
  for (let j = 0; j < terms.count; j++) {
    if (isWave(terms, j)) {
      const size = <i32>cycles.sizes[j];
      const cycle = cycles.valuesOf(j);
      const longer = <i32>cycles.longer[j];
      // A day's cycle is that of the week's, folded once more.
      if (longer < 0) fold(y, cycles.n, centre, cycle, size);
      else fold(cycles.valuesOf(longer), <i32>cycles.sizes[longer], 0, cycle, size);
      fill(sums.from(at), 0, nColumnsOf(terms, j));
      for (let start = 0; start < size; start += STRETCH) {
        const n = min(STRETCH, size - start);
        projectStretch(cycles.stretchOf(j), cycle.from(start), n, time + <f64>start * cycles.stepMs, sums.from(at));
      }
    }
    at += nColumnsOf(terms, j);
  }
}

/** cycle := the sum of the values about the centre over all rows that stand at the same place of it. */
function fold(values: Doubles, n: i32, centre: f64, cycle: Doubles, size: i32): void {
  fill(cycle, 0, size);
  for (let start = 0; start < n; start += size) {
    const rows = values.from(start);
    const end = min(size, n - start);
    for (let l = 0; l < end; l++) {
      const rest = rows[l] - centre;
      if (!isNaN(rest)) cycle[l] += rest;
    }
  }
}

/** out += factor x the Fourier sums at all rows, the first of which stands at `time`, in ms; `beta` has a value a column. */
export function spreadCycles(cycles: Cycles, beta: Doubles, factor: f64, time: f64, out: Doubles): void {
  const terms = cycles.terms;
  let at = 0;
  for (let j = 0; j < terms.count; j++) {
    if (isWave(terms, j)) {
      const cycle = cycles.valuesOf(j);
      for (let start = 0; start < <i32>cycles.sizes[j]; start += STRETCH) {
        const first = time + <f64>start * cycles.stepMs;
        spreadStretch(cycles.stretchOf(j), beta.from(at), factor, first, cycle.from(start));
      }
    }
    at += nColumnsOf(terms, j);
  }
  for (let j = terms.count - 1; j >= 0; j--) {
    if (!isWave(terms, j)) continue;
    const longer = <i32>cycles.longer[j];
    const size = <i32>cycles.sizes[j];
    if (longer < 0) unfold(cycles.valuesOf(j), size, cycles.n, out);
    else unfold(cycles.valuesOf(j), size, <i32>cycles.sizes[longer], cycles.valuesOf(longer));
  }
}

/** Adds a cycle to `n` rows. */
function unfold(cycle: Doubles, size: i32, n: i32, out: Doubles): void {
  for (let start = 0; start < n; start += size) {
    const rows = out.from(start);
    const end = min(size, n - start);
    for (let l = 0; l < end; l++) rows[l] += cycle[l];
  }
}
