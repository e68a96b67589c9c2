import { Doubles, room, zeros } from '../math/doubles';
import { Problem } from '../problem';
import { isWave, Terms } from '../rows/terms';
import { Grid } from './grid';
import { GridSegments, placeGridSegments } from './gridSegments';
import { createStretch, Stretch, STRETCH } from './stretch';

/** What a look at all rows of a grid needs: claimed once a problem, for there may be many looks. */
@unmanaged
export class GridScan {
  segments: GridSegments = changetype<GridSegments>(0);
  /** Of each Fourier term: rows of its cycle, or all rows where no whole number of them makes a period. */
  cycleRows: Doubles = changetype<Doubles>(0);
  /** The term before it whose cycle holds whole ones of it, as a week's does those of a day; -1 for none. */
  longer: Doubles = changetype<Doubles>(0);
  /** Addresses of room for its cycle, to whole stretches, and of its waves over a stretch. */
  cycles: Doubles = changetype<Doubles>(0);
  stretches: Doubles = changetype<Doubles>(0);
  /** Rows with a value, and their extremes. */
  count: i32 = 0;
  smallest: f64 = 0;
  largest: f64 = 0;

  cycle(j: i32): Doubles {
    return changetype<Doubles>(<usize>this.cycles[j]);
  }

  stretch(j: i32): Stretch {
    return changetype<Stretch>(<usize>this.stretches[j]);
  }
}

export function createGridScan(problem: Problem, grid: Grid): GridScan {
  const scan = new GridScan();
  const terms = problem.terms;
  scan.segments = placeGridSegments(grid.n, problem.nChangepoints, problem.changepoints);
  scan.cycleRows = zeros(terms.count);
  scan.longer = zeros(terms.count);
  scan.cycles = zeros(terms.count);
  scan.stretches = zeros(terms.count);
  for (let j = 0; j < terms.count; j++) {
    if (!isWave(terms, j)) continue;
    const period = cycleOf(terms.period(j), grid.stepMs, grid.n);
    const rows = period > 0 ? period : grid.n;
    scan.cycleRows[j] = <f64>rows;
    scan.longer[j] = period > 0 ? <f64>longerCycle(scan, terms, j, grid.n) : -1;
    scan.cycles[j] = <f64>changetype<usize>(room(wholeStretches(rows)));
    scan.stretches[j] = <f64>changetype<usize>(createStretch(grid.stepMs, terms.period(j), terms.order(j)));
  }
  return scan;
}

/** Rows that make a whole period, where `n` rows hold two; else 0. */
export function cycleOf(periodMs: f64, stepMs: f64, n: i32): i32 {
  const rows = Math.floor(periodMs / stepMs + 0.5);
  return rows * stepMs == periodMs && 2 * rows <= <f64>n ? <i32>rows : 0;
}

/** Rows to the end of the stretch that the last of `n` stands in. */
export function wholeStretches(n: i32): i32 {
  return ((n + STRETCH - 1) / STRETCH) * STRETCH;
}

function longerCycle(scan: GridScan, terms: Terms, j: i32, n: i32): i32 {
  for (let i = j - 1; i >= 0; i--) {
    const rows = <i32>scan.cycleRows[i];
    if (isWave(terms, i) && rows < n && rows % <i32>scan.cycleRows[j] == 0) return i;
  }
  return -1;
}
