import { calibrationOf } from 'foreband-detector';

import { column, flatForecast } from '../columns.js';

describe('calibrationOf', () => {
  const heldAt = (y: Float64Array, labels: Uint8Array, promise: number) => {
    const { promised, held } = calibrationOf(y, flatForecast(y.length, 0, 1.959964), labels, 0.95);
    return held[promised.findIndex((one) => Math.abs(one - promise) < 1e-9)];
  };

  // An interval of 95 % reaches 1.959964 standard deviations, so these values are in standard deviations.
  const y = column(0.1, -0.6, 0.7, 1.9, -3);

  it('counts the values that an interval of each width holds, stretched as for a normal distribution', () => {
    const normal = new Uint8Array(5);
    expect(heldAt(y, normal, 0.5)).toBe(2 / 5);
    expect(heldAt(y, normal, 0.52)).toBe(3 / 5);
    expect(heldAt(y, normal, 0.95)).toBe(4 / 5);
    expect(heldAt(y, normal, 0.99)).toBe(4 / 5);
  });

  it('leaves out labeled and missing values', () => {
    expect(heldAt(y, Uint8Array.of(0, 0, 0, 0, 1), 0.95)).toBe(1);
    expect(heldAt(column(0.1, null), new Uint8Array(2), 0.95)).toBe(1);
  });

  it('is NaN without a normal value', () => {
    expect(heldAt(column(null), new Uint8Array(1), 0.95)).toBeNaN();
  });
});
