import '../../grafana/testing/browser';

import { timeAxis, timeTicks } from './timeTicks';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Thursday. */
const START = Date.UTC(2026, 0, 1);

function iso(ticks: readonly number[]): string[] {
  return ticks.map((time) => new Date(time).toISOString().slice(5, 16));
}

describe('timeTicks', () => {
  it('stands at round hours', () => {
    expect(iso(timeTicks([START + 0.5 * HOUR, START + 7 * HOUR], 4, 'utc'))).toEqual(['01-01T03:00', '01-01T06:00']);
  });

  it('stands at Mondays once there are weeks', () => {
    expect(iso(timeTicks([START, START + 27 * DAY], 5, 'utc'))).toEqual([
      '01-05T00:00',
      '01-12T00:00',
      '01-19T00:00',
      '01-26T00:00',
    ]);
  });

  it("stands at midnights of the reader's clock, also across the change to daylight saving time", () => {
    const march = Date.UTC(2026, 2, 28);
    expect(iso(timeTicks([march, march + 3 * DAY], 5, 'Europe/Berlin'))).toEqual([
      '03-28T23:00',
      '03-29T22:00',
      '03-30T22:00',
    ]);
  });
});

describe('timeAxis', () => {
  it('writes the day at midnight and the time else', () => {
    const { format } = timeAxis([START, START + DAY], 'utc');
    expect([format(START), format(START + 6 * HOUR)]).toEqual(['01-01', '06:00']);
  });
});
