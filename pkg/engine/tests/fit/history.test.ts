import { chooseHistory } from '../../src/fit/history.js';

const hour = 3_600_000;
const hourly = (from: number, values: number[]) => ({
  name: 'cpu',
  labels: {},
  time: Float64Array.from(values, (_, index) => (from + index) * hour),
  y: Float64Array.from(values),
});

const days = (count: number) => Array.from({ length: 24 * count + 1 }, (_, index) => index % 24);

const none = { exclusions: [], maintenance: '', timeZone: 'UTC' };

describe('chooseHistory', () => {
  it('is the training rows alone when they span a day', () => {
    const history = chooseHistory(hourly(0, days(1)), hourly(25, [7, 8]), none);
    expect(history.time).toHaveLength(25);
    expect(history.remark).toBeUndefined();
  });

  it('is the visible rows that follow as well when there is less, and says so', () => {
    const history = chooseHistory(hourly(0, [1, 2, 3]), hourly(2, [9, 4, 5]), none);
    expect([...history.y]).toEqual([1, 2, 3, 4, 5]);
    expect(history.remark).toMatch(/^Less than a day of history/);
  });

  it('says nothing of visible rows that hold no sample', () => {
    const history = chooseHistory(hourly(0, [1, 2, 3]), hourly(3, [NaN]), none);
    expect([...history.y]).toEqual([1, 2, 3]);
    expect(history.remark).toBeUndefined();
  });
});
