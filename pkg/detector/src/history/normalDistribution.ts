/**
 * The probability that a standard normal value is at most z, to 15 decimal places: Hart's rational approximation (1968) as
 * given by G. West, "Better approximations to cumulative normal functions", Wilmott Magazine (2005).
 */
export function normalCdf(z: number): number {
  const size = Math.abs(z);
  if (Number.isNaN(z)) {
    return NaN;
  }
  const tail = size > 37 ? 0 : Math.exp((-size * size) / 2) * (size < SPLIT ? fraction(size) : continuedFraction(size));
  return z > 0 ? 1 - tail : tail;
}

const SPLIT = 7.07106781186547;

const numerator = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
  220.206867912376,
];
const denominator = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

function fraction(size: number): number {
  return polynomial(numerator, size) / polynomial(denominator, size);
}

function continuedFraction(size: number): number {
  return 1 / (size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + 0.65))))) / Math.sqrt(2 * Math.PI);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
