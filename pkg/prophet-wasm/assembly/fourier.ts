import { Doubles, zeros } from './doubles';
import { phase } from './phase';
import { sinCosTurn } from './turn';

let pair: Doubles = changetype<Doubles>(0);

/** Claims the scratch space of this file; once per call from the host. */
export function prepareFourier(): void {
  pair = zeros(2);
}

/**
 * Writes the Fourier features of one period for `n` rows: column 2j holds sin(2 pi (j+1) x), column 2j+1 its cosine,
 * with x = time / period (Taylor and Letham 2018, equation 5; Prophet's column order). Columns are `stride` apart.
 * Higher harmonics come by rotation, sin(a+b) = sin a cos b + cos a sin b, which loses about one unit in the last
 * place per harmonic.
 */
export function fourierColumns(time: Doubles, n: i32, period: f64, order: i32, columns: Doubles, stride: i32): void {
  for (let i = 0; i < n; i++) {
    sinCosTurn(phase(time[i], period), pair);
    const s1 = pair[0];
    const c1 = pair[1];
    let s = s1;
    let c = c1;
    let at = i;
    for (let j = 0; j < order; j++) {
      columns[at] = s;
      columns[at + stride] = c;
      at += stride << 1;
      const next = s * c1 + c * s1;
      c = c * c1 - s * s1;
      s = next;
    }
  }
}

/** The Fourier sum of one period at one time: beta holds the coefficients in the order of the columns. */
export function fourierSum(time: f64, period: f64, order: i32, beta: Doubles): f64 {
  sinCosTurn(phase(time, period), pair);
  const s1 = pair[0];
  const c1 = pair[1];
  let s = s1;
  let c = c1;
  let sum: f64 = 0;
  for (let j = 0; j < order; j++) {
    sum += beta[2 * j] * s + beta[2 * j + 1] * c;
    const next = s * c1 + c * s1;
    c = c * c1 - s * s1;
    s = next;
  }
  return sum;
}
