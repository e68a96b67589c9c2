import { Doubles } from './doubles';

/**
 * Writes the Fourier features of one period for `n` rows: column 2j holds sin(2 pi (j+1) x), column 2j+1 its cosine,
 * with x = time / period (Taylor and Letham 2018, equation 5; Prophet's column order). Columns are `stride` apart.
 * Higher harmonics come from the first by rotation, sin(a+b) = sin a cos b + cos a sin b, which loses about one unit in
 * the last place per harmonic.
 */
export function fourierColumns(
  sine: Doubles,
  cosine: Doubles,
  n: i32,
  order: i32,
  columns: Doubles,
  stride: i32,
): void {
  for (let i = 0; i < n; i++) {
    const s1 = sine[i];
    const c1 = cosine[i];
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

/** A Fourier sum from the first harmonic; beta holds the coefficients in the order of the columns. */
export function fourierSum(s1: f64, c1: f64, order: i32, beta: Doubles): f64 {
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
