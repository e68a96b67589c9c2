import type { Bounds } from '../detection/detectionOptions.js';

/** The standard normal quantile that leaves 2.5 % to each side. */
const Z = 1.959963984540054;

/**
 * How far the true share may lie from the one that was counted, at 95 %: the score interval of Wilson (1927), "Probable
 * inference, the law of succession, and statistical inference", which Brown, Cai and DasGupta (2001), "Interval estimation
 * for a binomial proportion", recommend for small counts.
 * @param nHits of the counted things, 0 to `n`.
 * @param n how many were counted.
 * @returns shares of 0 to 1; 0 to 1 where nothing was counted.
 */
export function proportionInterval(nHits: number, n: number): Bounds {
  if (n === 0) {
    return { lower: 0, upper: 1 };
  }
  const share = nHits / n;
  const center = share + (Z * Z) / (2 * n);
  const half = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const whole = 1 + (Z * Z) / n;
  // Rounding must not take a count of none or all past its end.
  return {
    lower: nHits === 0 ? 0 : Math.max(0, (center - half) / whole),
    upper: nHits === n ? 1 : Math.min(1, (center + half) / whole),
  };
}
