import { Doubles } from '../math/doubles';

/**
 * A regular series: row l stands at l steps, y is in data units, NaN where missing; the first and the last row are there.
 * Scaled time is l / (n - 1). Seasons are in the phase they have when the series starts at the epoch; the coefficients
 * are turned to the true start afterwards (`turnSeasons`). So the Gram matrix depends on the shape of the series alone.
 */
@unmanaged
export class Grid {
  /** Rows, missing ones included. */
  n: i32 = 0;
  stepMs: f64 = 0;
  y: Doubles = changetype<Doubles>(0);
  /** What y is relative to, in data units: about its mean. */
  centre: f64 = 0;
  yScale: f64 = 1;
}
