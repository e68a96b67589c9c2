import { histogramOf, movingAverageOf, statisticsOf } from 'foreband-detector';

import { column, seriesOf } from '../columns.js';
import vectors from '../vectors/statistics.json';

const listed = (values: ArrayLike<number | null>) => Float64Array.from(values, (value) => value ?? NaN);

describe('statisticsOf', () => {
  it('says how much there is, from when to when, and what is missing', () => {
    const statistics = statisticsOf(seriesOf([null, 5, 7, null, null, 9, 11, null], 1000));
    expect(statistics).toMatchObject({
      count: 4,
      nMissing: 2,
      start: 1000,
      end: 6000,
      spanMs: 5000,
      stepMs: 1000,
      gaps: [{ start: 3000, end: 4000, nMissing: 2 }],
      mean: 8,
      min: 5,
      max: 11,
    });
    expect(statistics.standardDeviation).toBeCloseTo(Math.sqrt(20 / 3), 12);
  });

  it('finds gaps where rows are left out too', () => {
    const series = { ...seriesOf([1, 2, 3, 4]), time: column(0, 1000, 2000, 6000) };
    expect(statisticsOf(series).gaps).toEqual([{ start: 3000, end: 5000, nMissing: 3 }]);
  });

  it('is NaN where too few values are left', () => {
    expect(statisticsOf(seriesOf([null]))).toMatchObject({ count: 0, mean: NaN, min: NaN, start: NaN, gaps: [] });
    expect(statisticsOf(seriesOf([3]))).toMatchObject({ count: 1, mean: 3, standardDeviation: NaN, skewness: NaN });
    expect(statisticsOf(seriesOf([1, 2, 3])).kurtosis).toBeNaN();
  });

  // NumPy and SciPy, see tests/vectors/generate.py.
  it('agrees with NumPy and SciPy', () => {
    const statistics = statisticsOf(seriesOf(vectors.y));
    expect(statistics.mean).toBeCloseTo(vectors.mean, 12);
    expect(statistics.standardDeviation).toBeCloseTo(vectors.standardDeviation, 12);
    expect(statistics.skewness).toBeCloseTo(vectors.skewness, 10);
    expect(statistics.kurtosis).toBeCloseTo(vectors.kurtosis, 10);
    expect(statistics.quantiles.map(({ share }) => share)).toEqual(vectors.shares);
    statistics.quantiles.forEach(({ value }, i) => expect(value).toBeCloseTo(vectors.quantiles[i], 12));
  });
});

describe('histogramOf', () => {
  it('counts values in equal bins; an edge belongs to the bin above it, the last one to the last bin', () => {
    const { edges, counts } = histogramOf(column(0, 1, 1.9, 2, 3, 4, 4, null), 4);
    expect([...edges]).toEqual([0, 1, 2, 3, 4]);
    expect([...counts]).toEqual([1, 2, 1, 3]);
  });

  it('agrees with NumPy', () => {
    const { edges, counts } = histogramOf(listed(vectors.y), 12);
    expect([...counts]).toEqual(vectors.counts);
    edges.forEach((edge, i) => expect(edge).toBeCloseTo(vectors.edges[i], 12));
  });

  it('gives a constant series one unit of width, and no bins to an empty one', () => {
    const { edges, counts } = histogramOf(column(7, 7), 2);
    expect([[...edges], [...counts]]).toEqual([
      [6.5, 7, 7.5],
      [0, 2],
    ]);
    expect([...histogramOf(column(null)).edges]).toEqual([]);
  });

  it('refuses a number of bins that is none', () => {
    expect(() => histogramOf(column(1), 0)).toThrow('invalid nBins: 0');
  });
});

describe('movingAverageOf', () => {
  const series = seriesOf([1, 2, null, 6, 10, 20], 1000);

  it('averages the window that ends at each row, without the missing values', () => {
    expect([...movingAverageOf(series, { windowMs: 2000 })]).toEqual([1, 1.5, 2, 6, 8, 15]);
  });

  it('averages half a window to each side', () => {
    expect([...movingAverageOf(series, { windowMs: 2000, isCentered: true })]).toEqual([1.5, 1.5, 4, 8, 12, 15]);
  });

  it('is NaN where the window holds no value', () => {
    expect([...movingAverageOf(series, { windowMs: 1000 })]).toEqual([1, 2, NaN, 6, 10, 20]);
  });

  it('remembers nothing of a huge value that has left the window', () => {
    expect([...movingAverageOf(seriesOf([1e17, 0.1, 0.3], 1000), { windowMs: 1000 })]).toEqual([1e17, 0.1, 0.3]);
  });

  it('refuses a window that is not above 0', () => {
    expect(() => movingAverageOf(series, { windowMs: 0 })).toThrow('invalid windowMs: 0 (expected above 0)');
  });
});
