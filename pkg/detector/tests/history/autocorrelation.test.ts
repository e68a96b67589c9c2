import { autocorrelationOf } from 'foreband-detector';

import { column } from '../columns.js';
import vectors from '../vectors/statistics.json';

const listed = (values: ArrayLike<number | null>) => Float64Array.from(values, (value) => value ?? NaN);

describe('autocorrelationOf', () => {
  it('is 1 at lag 0 and alternates for a series that does', () => {
    // Products of (1, -1, 1, -1) with itself, shifted by 0 to 3: 4, -3, 2, -1.
    const { values } = autocorrelationOf(column(3, 1, 3, 1), 3);
    [1, -0.75, 0.5, -0.25].forEach((expected, lag) => expect(values[lag]).toBeCloseTo(expected, 12));
  });

  it('bounds what white noise shows', () => {
    expect(autocorrelationOf(new Float64Array(400).map((_, row) => row % 3)).noiseBound).toBeCloseTo(0.098, 12);
  });

  // statsmodels' acf, see tests/vectors/generate.py.
  it.each([
    { what: 'a whole series', y: vectors.y, expected: vectors.autocorrelation },
    { what: 'a series with gaps', y: vectors.gappy, expected: vectors.autocorrelationOfGappy },
  ])('agrees with statsmodels on $what', ({ y, expected }) => {
    const { values } = autocorrelationOf(listed(y), 30);
    expect(values).toHaveLength(31);
    values.forEach((value, lag) => expect(value).toBeCloseTo(expected[lag], 12));
  });

  it('knows nothing of a constant series, and goes no further than the rows', () => {
    expect([...autocorrelationOf(column(0.1, 0.1, 0.1, 0.1), 9).values]).toEqual([NaN, NaN, NaN, NaN]);
    expect(autocorrelationOf(column(null), 9).values).toHaveLength(1);
    expect(autocorrelationOf(column(), 9).values[0]).toBeNaN();
  });

  it('refuses a lag that is no whole number', () => {
    expect(() => autocorrelationOf(column(1, 2), 1.5)).toThrow('invalid maxLag: 1.5');
  });
});
