/*
 * Sine and cosine of an angle given in turns (1 = a full circle). Reducing in turns is exact, where reducing 2 pi x by
 * pi / 2 needs a long pi: with q the nearest quarter turn, what remains is a polynomial on [-pi/4, pi/4].
 * Coefficients: fdlibm k_sin.c and k_cos.c (Sun Microsystems, 1993), error below 2^-57.
 */
const TWO_PI: f64 = 6.283185307179586;

/** The number of quarter turns nearest to `turn`. */
export function nearestQuarter(turn: f64): f64 {
  return Math.floor(4.0 * turn + 0.5);
}

/** The angle that is left, in radians, from -pi/4 to pi/4. */
export function restAngle(turn: f64, quarter: f64): f64 {
  return (turn - 0.25 * quarter) * TWO_PI;
}

/** sin(x + quarter pi / 2), from s = sin x and c = cos x; the cosine is the sine one quarter on. */
export function quarterSine(s: f64, c: f64, quarter: i32): f64 {
  const value = (quarter & 1) != 0 ? c : s;
  return (quarter & 2) != 0 ? -value : value;
}

/** sin x for |x| <= pi/4 */
export function sineKernel(x: f64): f64 {
  const z = x * x;
  const tail: f64 =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)));
  return x + z * x * (-1.66666666666666324348e-1 + z * tail);
}

/** cos x for |x| <= pi/4 */
export function cosineKernel(x: f64): f64 {
  const z = x * x;
  const tail: f64 =
    4.16666666666666019037e-2 +
    z *
      (-1.38888888888741095749e-3 +
        z *
          (2.48015872894767294178e-5 +
            z * (-2.75573143513906633035e-7 + z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11))));
  const half = 0.5 * z;
  const rest = 1.0 - half;
  return rest + (1.0 - rest - half + z * z * tail);
}

/** sin(2 pi turn) */
export function sineOfTurn(turn: f64): f64 {
  const quarter = nearestQuarter(turn);
  const x = restAngle(turn, quarter);
  return quarterSine(sineKernel(x), cosineKernel(x), <i32>quarter);
}

/** cos(2 pi turn) */
export function cosineOfTurn(turn: f64): f64 {
  const quarter = nearestQuarter(turn);
  const x = restAngle(turn, quarter);
  return quarterSine(sineKernel(x), cosineKernel(x), <i32>quarter + 1);
}
