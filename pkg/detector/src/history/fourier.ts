import FFT from 'fft.js';

/**
 * The power |X|² of the discrete Fourier transform of real values, padded with zeros.
 * @param size length of the transform: a power of 2, at least 2 and at least as many as there are values.
 * @returns `size` powers, for the frequencies 0, 1 / size, 2 / size and so on, in cycles a row; the second half mirrors
 * the first.
 */
export function powerSpectrum(values: Float64Array, size: number): Float64Array {
  const padded = new Float64Array(size);
  padded.set(values);
  const spectrum = realTransform(padded);
  const power = new Float64Array(size);
  for (let i = 0; i <= size / 2; i++) {
    power[i] = spectrum[2 * i] * spectrum[2 * i] + spectrum[2 * i + 1] * spectrum[2 * i + 1];
    power[(size - i) % size] = power[i];
  }
  return power;
}

/** The sums of products of the padded values with themselves, shifted by 0, 1, 2 and so on rows: the power's inverse. */
export function productsFromPower(power: Float64Array): Float64Array {
  // A real, symmetric column has the same transform forwards and backwards, but for the factor.
  const spectrum = realTransform(power);
  return Float64Array.from({ length: power.length / 2 + 1 }, (_, lag) => spectrum[2 * lag] / power.length);
}

/** The smallest power of 2 that is at least `length`, and at least 2. */
export function transformSize(length: number): number {
  return Math.max(2, 2 ** Math.ceil(Math.log2(length)));
}

function realTransform(values: Float64Array): Float64Array {
  const spectrum = new Float64Array(2 * values.length);
  new FFT(values.length).realTransform(spectrum, values);
  return spectrum;
}
