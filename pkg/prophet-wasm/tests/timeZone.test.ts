import { loadProphet, type Prophet } from 'prophet-wasm';

import { featureMatrix, total } from './featureMatrix.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

const hours = (from: number, to: number) => Array.from({ length: (to - from) / HOUR_MS }, (_, i) => from + i * HOUR_MS);
const year2024 = hours(Date.UTC(2024, 0, 1), Date.UTC(2025, 0, 1));

/** The hour of the day that a clock shows at each time; asked of the engine, time by time. */
function hoursOf(times: readonly number[], timeZone: string): number[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' });
  return times.map((time) => {
    const [hour, minute] = clock.format(time).split(':').map(Number);
    return hour + minute / 60;
  });
}

/** Busy from 8 to 18 on that clock. */
const working = (timeZone: string) =>
  hoursOf(year2024, timeZone).map(
    (hour, i) => (hour >= 8 && hour < 18 ? 9 : 4) + 0.5 * (((7919 * i) % 1009) / 1009 - 0.5),
  );

const options = { dailySeasonality: 12, weeklySeasonality: false } as const;

describe.each([
  // Change to summer time, and back: the day, the number of its hours.
  ['Europe/Berlin', '2024-03-31', 23, '2024-10-27', 25],
  ['America/New_York', '2024-03-10', 23, '2024-11-03', 25],
  ['Australia/Lord_Howe', '2024-10-06', 23.5, '2024-04-07', 24.5],
  ['Asia/Kolkata', '2024-03-31', 24, '2024-10-27', 24],
])('with timeZone %s', (timeZone, spring, springHours, autumn, autumnHours) => {
  it('a daily pattern keeps its hour over both changes of a year', () => {
    const model = prophet.fit({ time: year2024, y: working(timeZone) }, { ...options, timeZone });
    const { daily } = prophet.predict(model, year2024).components;
    const byHour = new Map<number, Set<number>>();
    hoursOf(year2024, timeZone).forEach((hour, i) => {
      byHour.set(hour, (byHour.get(hour) ?? new Set()).add(daily[i]));
    });
    expect([...byHour.values()].map(({ size }) => size)).toEqual([...byHour].map(() => 1));
  });

  it('a fit leaves less to the noise than one by UTC, where the clock changes', () => {
    const history = { time: year2024, y: working(timeZone) };
    const [zoned, utc] = [timeZone, 'UTC'].map((zone) => prophet.fit(history, { ...options, timeZone: zone }));
    const changes = springHours !== 24;
    expect(zoned.params.sigmaObs < 0.9 * utc.params.sigmaObs).toBe(changes);
  });

  it('days are as long as they are there', () => {
    const holidays = [
      { name: 'in autumn', day: autumn },
      { name: 'in spring', day: spring },
    ];
    const time = year2024.flatMap((at) => [at, at + HOUR_MS / 2]);
    const model = prophet.fit(
      { time, y: time.map((_, i) => Math.sin(i * i)) },
      { holidays, timeZone, nChangepoints: 0 },
    );
    const [, , ...rest] = featureMatrix(prophet, model, time).slice(-4);
    expect(rest.map((column) => total(column) / 2)).toEqual([autumnHours, springHours]);
  });
});

describe('a clock that goes back', () => {
  it('shows the hour of the change twice, with the same pattern both times', () => {
    const timeZone = 'Europe/Berlin';
    const model = prophet.fit({ time: year2024, y: working(timeZone) }, { ...options, timeZone });
    // 02:30 in summer time, and an hour later in winter time.
    const { daily } = prophet.predict(model, [Date.UTC(2024, 9, 27, 0, 30), Date.UTC(2024, 9, 27, 1, 30)]).components;
    expect(daily[0]).toBe(daily[1]);
  });
});

describe('a forecast', () => {
  it('follows a change that comes after the history', () => {
    const timeZone = 'Europe/Berlin';
    const past = year2024.filter((time) => time < Date.UTC(2024, 2, 20));
    const model = prophet.fit({ time: past, y: working(timeZone).slice(0, past.length) }, { ...options, timeZone });
    const atEight = [Date.UTC(2024, 2, 30, 7), Date.UTC(2024, 2, 31, 6), Date.UTC(2024, 2, 31, 6) + 14 * DAY_MS];
    const { daily } = prophet.predict(model, atEight).components;
    expect(new Set(daily).size).toBe(1);
  });
});

describe('fit(history, { timeZone })', () => {
  it('refuses a zone that nobody knows', () => {
    expect(() => prophet.fit({ time: [0, 1], y: [1, 2] }, { timeZone: 'Mars/Olympus' })).toThrow(
      'invalid timeZone: "Mars/Olympus"',
    );
  });
});
