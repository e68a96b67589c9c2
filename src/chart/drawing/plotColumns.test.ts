import { plotColumns, unionOfAxes } from './plotColumns';

describe('unionOfAxes', () => {
  it('is the axis itself where all are equal', () => {
    const axis = Float64Array.of(1, 2, 3);
    expect(unionOfAxes([axis, Float64Array.of(1, 2, 3)])).toBe(axis);
  });

  it('holds every time once, in order', () => {
    expect([...unionOfAxes([Float64Array.of(1, 3), Float64Array.of(2, 3, 9)])]).toEqual([1, 2, 3, 9]);
  });

  it('is empty for no axes', () => {
    expect(unionOfAxes([])).toHaveLength(0);
  });
});

describe('plotColumns', () => {
  it('breaks a line at a missing sample and draws it through times that only others have', () => {
    const [axis, line] = plotColumns(
      [
        { time: Float64Array.of(0, 10, 20), y: Float64Array.of(1, NaN, 3) },
        { time: Float64Array.of(5), y: Float64Array.of(7) },
      ],
      undefined,
      undefined,
    );
    expect([...axis]).toEqual([0, 5, 10, 20]);
    expect(line).toEqual([1, undefined, null, 3]);
  });

  it('lets the time axis reach into the future', () => {
    const [axis] = plotColumns(
      [{ time: Float64Array.of(0), y: Float64Array.of(1) }],
      undefined,
      Float64Array.of(0, 10),
    );
    expect([...axis]).toEqual([0, 10]);
  });
});
