import { cosineOfTurn, sineOfTurn } from '../math/turn';

/*
 * Sums over L rows of a wave that turns by phi a row, counted from their middle c = (L - 1) / 2 (the Dirichlet kernel and
 * its derivative):
 *
 *   sum over l of exp(i phi (l - c))          = D
 *   sum over l of (l - c) exp(i phi (l - c))  = i T
 *
 *   D = sin(L phi / 2) / sin(phi / 2)
 *   T = (D cos(phi / 2) - L cos(L phi / 2)) / (2 sin(phi / 2))
 *
 * A wave that turns once more in every row is the same wave but for the middle between two rows, where each such turn
 * changes the sign: phi is reduced first, so that aliases, such as the fourth harmonic of a day every six hours, need no case of their own.
 */
const PI: f64 = 3.141592653589793;
// Below this angle over the whole run the closed forms lose digits to cancellation, and the series are exact.
const SMALL: f64 = 0.2;

/** The sums of one wave over one run. */
@unmanaged
export class WaveSums {
  even: f64 = 0;
  odd: f64 = 0;
}

/** Fills D (`even`) and T (`odd`) for `n` rows and a wave of `turns` a row. */
export function sumWave(sums: WaveSums, n: i32, turns: f64): void {
  const whole = Math.floor(turns + 0.5);
  const rest = turns - whole;
  const sign: f64 = n % 2 == 0 && whole % 2 != 0 ? -1 : 1;
  const rows = <f64>n;
  if (isSlowWave(rows, rest)) {
    sumSlowWave(sums, rows, rest);
  } else {
    const halfSine = sineOfTurn(0.5 * rest);
    const halfCosine = cosineOfTurn(0.5 * rest);
    sums.even = sineOfTurn(0.5 * rows * rest) / halfSine;
    sums.odd = (sums.even * halfCosine - rows * cosineOfTurn(0.5 * rows * rest)) / (2 * halfSine);
  }
  sums.even *= sign;
  sums.odd *= sign;
}

/** Whether a wave hardly turns over `n` rows: `turns` a row, less whole ones. */
export function isSlowWave(n: f64, turns: f64): bool {
  return 2 * PI * Math.abs(turns) * n < SMALL;
}

/** The sums of such a wave by the power series, with mu_q = sum over l of (l - c)^q: to 1e-14. */
export function sumSlowWave(sums: WaveSums, n: f64, turns: f64): void {
  const x = 2 * PI * turns;
  const square = n * n;
  const mu2 = (n * (square - 1)) / 12;
  const mu4 = (mu2 * (3 * square - 7)) / 20;
  const mu6 = (mu2 * ((3 * square - 18) * square + 31)) / 112;
  const mu8 = (mu2 * (((5 * square - 55) * square + 239) * square - 381)) / 960;
  const z = x * x;
  sums.even = n - z * (mu2 / 2 - z * (mu4 / 24 - z * (mu6 / 720 - (z * mu8) / 40320)));
  sums.odd = x * (mu2 - z * (mu4 / 6 - z * (mu6 / 120 - (z * mu8) / 5040)));
}
