import { hoursOfWeek, weekProfileOf } from 'foreband-detector';

const HOUR = 3_600_000;
const monday = Date.UTC(2025, 2, 3);

const seriesAt = (time: readonly number[], y: readonly number[]) => ({
  name: 'test',
  labels: {},
  time: Float64Array.from(time),
  y: Float64Array.from(y),
});

const cellsWithValues = (count: Float64Array) => [...count.keys()].filter((cell) => count[cell] > 0);

describe('weekProfileOf', () => {
  it('groups values by weekday, from Monday, and by hour', () => {
    const tuesday9 = monday + 33 * HOUR;
    const profile = weekProfileOf(
      seriesAt([monday, tuesday9, tuesday9 + 600_000, tuesday9 + 168 * HOUR], [1, 2, 6, 4]),
    );
    expect(cellsWithValues(profile.byWeekdayAndHour.count)).toEqual([0, 33]);
    expect(profile.byWeekdayAndHour.mean[33]).toBe(4);
    expect(profile.byWeekdayAndHour.standardDeviation[33]).toBe(2);
    expect([profile.byWeekdayAndHour.min[33], profile.byWeekdayAndHour.max[33]]).toEqual([2, 6]);
    expect([...profile.byWeekday.count]).toEqual([1, 3, 0, 0, 0, 0, 0]);
    expect(cellsWithValues(profile.byHour.count)).toEqual([0, 9]);
  });

  it('is NaN where a cell has no value, and leaves missing values out', () => {
    const { byHour } = weekProfileOf(seriesAt([monday, monday + HOUR], [5, NaN]));
    expect([byHour.count[1], byHour.mean[1], byHour.min[1]]).toEqual([0, NaN, NaN]);
    expect([byHour.mean[0], byHour.standardDeviation[0]]).toEqual([5, NaN]);
  });

  it('knows weekdays before 1970', () => {
    expect(cellsWithValues(weekProfileOf(seriesAt([Date.UTC(1969, 6, 20, 20)], [1])).byWeekdayAndHour.count)).toEqual([
      6 * 24 + 20,
    ]);
  });

  it.each([
    { timeZone: 'UTC', hour: 0, weekday: 0 },
    { timeZone: 'Europe/Berlin', hour: 1, weekday: 0 },
    { timeZone: 'America/New_York', hour: 19, weekday: 6 },
    { timeZone: 'Asia/Kolkata', hour: 5, weekday: 0 },
  ])('reads the clock of $timeZone', ({ timeZone, hour, weekday }) => {
    const profile = weekProfileOf(seriesAt([monday], [1]), timeZone);
    expect(cellsWithValues(profile.byWeekdayAndHour.count)).toEqual([weekday * 24 + hour]);
    expect(profile.timeZone).toBe(timeZone);
  });

  it('follows the change of daylight saving time to the quarter of an hour', () => {
    // In Berlin clocks went from 2 to 3 o'clock on 30 March 2025 at 01:00 UTC.
    const change = Date.UTC(2025, 2, 30, 1);
    const { byHour } = weekProfileOf(seriesAt([change - 1, change, change + 24 * HOUR], [1, 1, 1]), 'Europe/Berlin');
    expect(cellsWithValues(byHour.count)).toEqual([1, 3]);
    expect(byHour.count[3]).toBe(2);
    // On Lord Howe Island by half an hour, at 15:30 UTC on 4 October 2025: from 02:00 to 02:30.
    const half = Date.UTC(2025, 9, 4, 15, 30);
    const island = weekProfileOf(seriesAt([half - 1, half], [1, 1]), 'Australia/Lord_Howe');
    expect(cellsWithValues(island.byHour.count)).toEqual([1, 2]);
  });

  it('refuses a time zone nobody knows', () => {
    expect(() => weekProfileOf(seriesAt([0], [1]), 'Mars/Base')).toThrow(
      'invalid timeZone: Mars/Base (expected an IANA name, such as Europe/Berlin)',
    );
  });
});

describe('hoursOfWeek', () => {
  it('counts the hours of the local week from Monday at midnight', () => {
    const time = Float64Array.of(monday, monday + 25 * HOUR, monday - 1);
    expect([...hoursOfWeek(time)]).toEqual([0, 25, 167]);
    expect([...hoursOfWeek(time, 'Europe/Berlin')]).toEqual([1, 26, 0]);
  });
});
