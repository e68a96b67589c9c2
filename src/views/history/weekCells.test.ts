import { hoursBetween, hoursOfDay, isSameHours, movedCell } from './weekCells';

describe('hoursBetween', () => {
  it('is the rectangle of days and hours between two cells, in any order', () => {
    const tuesday9 = { day: 1, hour: 9 };
    const monday10 = { day: 0, hour: 10 };
    expect([...hoursBetween(tuesday9, monday10)].sort((a, b) => a - b)).toEqual([9, 10, 33, 34]);
  });
});

describe('movedCell', () => {
  it('moves by a day or an hour and stays within the week', () => {
    expect(movedCell({ day: 0, hour: 23 }, 'ArrowDown')).toEqual({ day: 1, hour: 23 });
    expect(movedCell({ day: 0, hour: 23 }, 'ArrowRight')).toEqual({ day: 0, hour: 23 });
    expect(movedCell({ day: 6, hour: 0 }, 'ArrowLeft')).toEqual({ day: 6, hour: 0 });
    expect(movedCell({ day: 0, hour: 0 }, 'Enter')).toBeUndefined();
  });
});

describe('isSameHours', () => {
  it('compares what is in the sets', () => {
    expect(isSameHours(new Set([1, 2]), new Set([2, 1]))).toBe(true);
    expect(isSameHours(new Set([1, 2]), new Set([1, 3]))).toBe(false);
  });
});

describe('hoursOfDay', () => {
  it('forgets the day', () => {
    expect([...hoursOfDay(new Set([9, 33, 34]))]).toEqual([9, 10]);
  });
});
