/**
 * The probability that a standard normal variable is at most x, to 1e-15 absolutely: the series of G. Marsaglia,
 * "Evaluating the normal distribution", Journal of Statistical Software 11 (2004).
 */
export function normalCdf(x: number): number {
  if (Math.abs(x) > 8.3) {
    return x > 0 ? 1 : 0;
  }
  let sum = x;
  let term = x;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return Math.min(Math.max(0.5 + (sum * Math.exp(-0.5 * x * x)) / Math.sqrt(2 * Math.PI), 0), 1);
}
