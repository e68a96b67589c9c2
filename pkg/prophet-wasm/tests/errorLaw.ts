import type { Random } from './random.js';

/** The law of a forecast error at horizon h: noise, and rate changes that come as a Poisson process. */
export interface ErrorLaw {
  readonly sigma: number;
  /** Scale of the Laplace law of a rate change. */
  readonly changeScale: number;
  /** Rate changes expected in one unit of the horizon. */
  readonly changeRate: number;
}

/** One error, drawn as Prophet's row-by-row sampler draws it. */
export function drawError(random: Random, { sigma, changeScale, changeRate }: ErrorLaw, h: number): number {
  let error = sigma * random.normal();
  // Waiting times between changes are exponential.
  let at = -Math.log(1 - random.uniform()) / changeRate;
  while (at < h) {
    const size = -Math.log(1 - random.uniform()) * changeScale;
    error += (random.uniform() < 0.5 ? size : -size) * (h - at);
    at -= Math.log(1 - random.uniform()) / changeRate;
  }
  return error;
}

/**
 * The probability that an error is at most x in size, by the plain Fourier series of the distribution function on
 * [-L, L] (Fang and Oosterlee 2008): nothing of the kernel's contour is in it.
 */
export function massBySeries({ sigma, changeScale, changeRate }: ErrorLaw, h: number): (x: number) => number {
  const unit = changeScale * h;
  const deviation = Math.sqrt(sigma ** 2 + (2 / 3) * changeRate * h * unit ** 2);
  const limit = 8 * deviation + 25 * unit;
  const terms: number[] = [];
  for (let k = 1; k < 200_000; k++) {
    const u = (k * Math.PI) / limit;
    const v = unit * u;
    const exponent = changeRate * h * (Math.atan(v) / v - 1) - (sigma * u) ** 2 / 2;
    if (exponent < -30) {
      break;
    }
    terms.push(Math.exp(exponent) / k);
  }
  return (x) => {
    const theta = (Math.PI * x) / limit;
    return (2 / Math.PI) * (theta / 2 + terms.reduce((sum, term, i) => sum + term * Math.sin((i + 1) * theta), 0));
  };
}
