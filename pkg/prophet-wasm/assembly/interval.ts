import { Doubles } from './doubles';

export function predictHalfWidth(
  n: i32,
  t: Doubles,
  sigma: f64,
  changeScale: f64,
  changeRate: f64,
  intervalWidth: f64,
  out: Doubles,
): void {
  for (let i = 0; i < n; i++) out[i] = 1.96 * sigma;
}
