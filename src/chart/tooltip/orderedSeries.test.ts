import { MAX_LISTED, orderedSeries } from './orderedSeries';

const listed = [3, NaN, 1, 2].map((value, index) => ({ name: `s${index}`, color: '', value }));

describe('orderedSeries', () => {
  it.each([
    ['none', [3, 1, 2]],
    ['asc', [1, 2, 3]],
    ['desc', [3, 2, 1]],
  ])('orders %s and leaves out missing samples', (sort, values) => {
    expect(orderedSeries(listed, sort).shown.map(({ value }) => value)).toEqual(values);
  });

  it('says how many it leaves out', () => {
    const many = Array.from({ length: MAX_LISTED + 5 }, (_, index) => ({ name: `${index}`, color: '', value: index }));
    expect(orderedSeries(many, 'none').nMore).toBe(5);
  });
});
