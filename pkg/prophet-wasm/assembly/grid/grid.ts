import { Doubles } from '../math/doubles';

/**
 * A regular series: row l stands at l steps, y is in data units, NaN where absent; the first and the last row are there.
 * Scaled time is l / (n - 1). Seasons are in the phase they have when the series starts `lead` steps after the epoch; the
 * coefficients are turned to the true start afterwards (`turnSeasons`).
 */
@unmanaged
export class Grid {
  /** Rows, absent ones included. */
  n: i32 = 0;
  lead: i32 = 0;
  stepMs: f64 = 0;
  y: Doubles = changetype<Doubles>(0);
  /** Value that y is relative to, in data units: about its mean. */
  centre: f64 = 0;
  yScale: f64 = 1;
  /** Rows without a value, ascending, counted from the epoch. */
  nAbsent: i32 = 0;
  absent: Doubles = changetype<Doubles>(0);

  /** The i-th row without a value. */
  @inline
  absentRow(i: i32): f64 {
    return this.absent[i] - <f64>this.lead;
  }
}
