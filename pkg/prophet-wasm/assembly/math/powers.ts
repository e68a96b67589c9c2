import { Doubles } from './doubles';

/*
 * From one link of the chain to the next by four powers at once: none waits for the one before, and rounding adds up over a
 * quarter of the way.
 */
const STRIDE: i32 = 4;

/**
 * Sines and cosines of the multiples 1 to `n` of an angle, at places 1 to n, from its own sine and cosine: powers of a
 * complex number of length 1.
 */
export function powersOfTurn(sine: f64, cosine: f64, n: i32, sines: Doubles, cosines: Doubles): void {
  let s = sine;
  let c = cosine;
  const first = min(n, STRIDE);
  for (let k = 1; k <= first; k++) {
    sines[k] = s;
    cosines[k] = c;
    const next = s * cosine + c * sine;
    c = c * cosine - s * sine;
    s = next;
  }
  if (n <= STRIDE) return;
  const s4 = sines[STRIDE];
  const c4 = cosines[STRIDE];
  for (let k = STRIDE + 1; k <= n; k++) {
    const before = sines[k - STRIDE];
    const beside = cosines[k - STRIDE];
    sines[k] = before * c4 + beside * s4;
    cosines[k] = beside * c4 - before * s4;
  }
}
