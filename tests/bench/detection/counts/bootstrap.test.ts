import { bootstrapInterval } from './bootstrap';

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('bootstrapInterval(files, figure)', () => {
  it('has no width where all files are alike', () => {
    expect(bootstrapInterval([3, 3, 3], meanOf)).toEqual({ lower: 3, upper: 3 });
  });

  it('holds the mean of 100 files of 0 or 1 to within 1.645 standard errors, as the normal approximation has it', () => {
    const files = Array.from({ length: 100 }, (_, place) => (place < 50 ? 0 : 1));
    const { lower, upper } = bootstrapInterval(files, meanOf);
    expect(lower).toBeCloseTo(0.5 - 1.645 * 0.05, 1);
    expect(upper).toBeCloseTo(0.5 + 1.645 * 0.05, 1);
  });

  it('of two files goes from one to the other', () => {
    expect(bootstrapInterval([0, 10], meanOf)).toEqual({ lower: 0, upper: 10 });
  });

  it('passes over draws without a figure', () => {
    expect(bootstrapInterval([1, NaN], meanOf)).toEqual({ lower: 1, upper: 1 });
  });
});
