import { firstRowFrom, medianStep, rowNear, valueAt } from '../../src/series/rowAt.js';

const time = Float64Array.of(0, 10, 20, 50);

describe('firstRowFrom', () => {
  it.each([
    [-5, 0],
    [0, 0],
    [11, 2],
    [50, 3],
    [51, 4],
  ])('finds the first row at or after %d', (at, row) => {
    expect(firstRowFrom(time, at)).toBe(row);
  });
});

describe('rowNear', () => {
  it.each([
    [12, 10, 1],
    [17, 10, 2],
    [35, 10, -1],
    [200, 1000, 3],
    [-3, 5, 0],
  ])('at %d within %d ms gives row %d', (at, reach, row) => {
    expect(rowNear(time, at, reach)).toBe(row);
  });

  it('finds nothing in an empty column', () => {
    expect(rowNear([], 5, 100)).toBe(-1);
  });
});

describe('medianStep', () => {
  it('ignores gaps', () => {
    expect(medianStep(time)).toBe(10);
  });

  it('is 0 for a single row', () => {
    expect(medianStep(Float64Array.of(5))).toBe(0);
  });
});

describe('valueAt', () => {
  it('lies on the straight line between two rows', () => {
    expect(valueAt([0, 10], [1, 3], 5)).toBe(2);
  });

  it('is missing beyond the rows', () => {
    expect(valueAt([0, 10], [1, 3], 11)).toBeNaN();
  });
});
