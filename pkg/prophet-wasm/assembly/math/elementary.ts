/*
 * Logarithm, exponential and arc tangent for the characteristic function of the trend, without the tables and 64-bit
 * integers of the standard library: those cost 6 kB, and are slow once translated to JavaScript.
 * Methods and coefficients: fdlibm e_log.c, e_exp.c and s_atan.c (Sun Microsystems, 1993), error below one unit in the
 * last place.
 */
const SCRATCH: usize = memory.data(8, 8);
const LN2_HIGH: f64 = 6.9314718036912381649e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;
const SQRT_TWO: f64 = 1.4142135623730951;

/** The natural logarithm of a positive, finite, normal number. */
export function ln(x: f64): f64 {
  store<f64>(SCRATCH, x);
  const high = load<i32>(SCRATCH, 4);
  let exponent = (high >> 20) - 1023;
  store<i32>(SCRATCH, (high & 0xfffff) | 0x3ff00000, 4);
  let mantissa = load<f64>(SCRATCH);
  if (mantissa > SQRT_TWO) {
    mantissa *= 0.5;
    exponent++;
  }
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const tail: f64 =
    z *
    (6.66666666666673513e-1 +
      z *
        (3.999999999940941908e-1 +
          z *
            (2.857142874366239149e-1 +
              z *
                (2.222219843214978396e-1 +
                  z * (1.818357216161805012e-1 + z * (1.531383769920937332e-1 + z * 1.479819860511658591e-1))))));
  const half = 0.5 * f * f;
  const k = <f64>exponent;
  return k * LN2_HIGH - (half - (s * (half + tail) + k * LN2_LOW) - f);
}

/** e^x; 0 below -700, where nothing here can tell the difference. NaN for NaN. */
export function exp(x: f64): f64 {
  if (x < -700) return 0;
  if (!(x <= 709)) return x > 709 ? Infinity : NaN;
  const k = Math.floor(x * 1.4426950408889634 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const z = r * r;
  const c: f64 =
    r -
    z *
      (1.66666666666666019037e-1 +
        z *
          (-2.77777777770155933842e-3 +
            z * (6.61375632143793436117e-5 + z * (-1.6533902205465251539e-6 + z * 4.13813679705723846039e-8))));
  const value = 1 - (low - (r * c) / (2 - c) - high);
  store<i32>(SCRATCH, 0, 0);
  store<i32>(SCRATCH, (<i32>k + 1023) << 20, 4);
  return value * load<f64>(SCRATCH);
}

/** The angle of the point (x, y), y >= 0, from 0 to pi. */
export function angle(y: f64, x: f64): f64 {
  const size = Math.abs(x);
  if (size >= y) {
    const part = size == 0 ? 0 : arcTangent(y / size);
    return x < 0 ? Math.PI - part : part;
  }
  return 0.5 * Math.PI - arcTangent(x / y);
}

/** arctan of a number from -1 to 1: reduced once more around 1/2, where tan(a - b) = (x - 1/2) / (1 + x/2). */
function arcTangent(x: f64): f64 {
  const size = Math.abs(x);
  const value: f64 = size < 0.4375 ? arcTangentKernel(size) : reducedArcTangent(size);
  return x < 0 ? -value : value;
}

function reducedArcTangent(x: f64): f64 {
  if (x < 0.6875) return 4.63647609000806093515e-1 + arcTangentKernel((2 * x - 1) / (2 + x));
  return 7.85398163397448278999e-1 + arcTangentKernel((x - 1) / (x + 1));
}

function arcTangentKernel(x: f64): f64 {
  const z = x * x;
  const w = z * z;
  const odd: f64 =
    z *
    (3.33333333333329318027e-1 +
      w *
        (1.42857142725034663711e-1 +
          w *
            (9.09088713343650656196e-2 +
              w * (6.66107313738753120669e-2 + w * (4.97687799461593236017e-2 + w * 1.62858201153657823623e-2)))));
  const even: f64 =
    w *
    (-1.99999999998764832476e-1 +
      w *
        (-1.1111110405462355788e-1 +
          w * (-7.69187620504482999495e-2 + w * (-5.83357013379057348645e-2 + w * -3.6531572744216915527e-2))));
  return x - x * (odd + even);
}
