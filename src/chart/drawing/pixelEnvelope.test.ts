import { pixelEnvelope, pixelMeans } from './pixelEnvelope';

const time = Float64Array.from({ length: 100 }, (_, row) => row);

describe('pixelEnvelope', () => {
  it('leaves rows alone that have a pixel column each', () => {
    const upper = time.map((at) => at + 1);
    const { time: times } = pixelEnvelope(time, time, upper, { from: 0, to: 100, width: 1000, first: 0, last: 99 });
    expect(times).toHaveLength(100);
  });

  it('keeps the extremes of rows that share a pixel column', () => {
    const lower = time.map((at) => (at === 5 ? -3 : 0));
    const upper = time.map((at) => (at === 7 ? 9 : 1));
    const thinned = pixelEnvelope(time, lower, upper, { from: 0, to: 100, width: 10, first: 0, last: 99 });
    expect(thinned.time).toHaveLength(10);
    expect([thinned.lower[0], thinned.upper[0]]).toEqual([-3, 9]);
  });

  it('leaves out rows without a band', () => {
    const lower = time.map((at) => (at < 90 ? NaN : 0));
    const { time: times } = pixelEnvelope(time, lower, time, { from: 0, to: 100, width: 1000, first: 0, last: 99 });
    expect(times[0]).toBe(90);
  });
});

describe('pixelMeans', () => {
  it('draws the mean of each pixel column', () => {
    const { values } = pixelMeans(time, time, { from: 0, to: 100, width: 10, first: 0, last: 99 });
    expect(values.slice(0, 2)).toEqual([4.5, 14.5]);
  });
});
