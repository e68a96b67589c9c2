import { excludedSpans } from '../../src/exclusions/excludedSpans.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The windows that touch a span of days, as UTC. */
function spans(
  maintenance: string,
  from: string,
  nDays: number,
  timeZone = 'UTC',
  exclusions: [string, string][] = [],
) {
  const start = Date.parse(`${from}T00:00Z`);
  const dated = exclusions.map((ends) => ends.map((end) => Date.parse(end)));
  const settings = { maintenance, timeZone, exclusions: dated.map(([first, last]) => ({ start: first, end: last })) };
  const text = (time: number) => new Date(time).toISOString().slice(0, 16);
  return excludedSpans(settings, { start, end: start + nDays * DAY }).map(
    (one) => `${text(one.start)} ${text(one.end)}`,
  );
}

describe('excludedSpans(settings, span)', () => {
  // 1 March 2026 is a Sunday.
  it.each([
    ['Sun 02:00 to 04:00', ['2026-03-01T02:00 2026-03-01T04:00', '2026-03-08T02:00 2026-03-08T04:00']],
    ['2nd Tue 20:00 to 24:00', ['2026-03-10T20:00 2026-03-11T00:00']],
    ['last Sat 20:00 to 21:00', ['2026-02-28T20:00 2026-02-28T21:00']],
    ['last day 22:00 to 02:00', ['2026-02-28T22:00 2026-03-01T02:00']],
    ['1st 06:00 to 07:00\n31st 06:00 to 07:00', ['2026-03-01T06:00 2026-03-01T07:00']],
  ])('finds %s', (maintenance, found) => {
    expect(spans(maintenance, '2026-02-28', 12)).toEqual(found);
  });

  it('finds a window that has begun before the span, and joins dated exclusions with it', () => {
    expect(spans('Sat 22:00 to 02:00', '2026-03-01', 1)).toEqual(['2026-02-28T22:00 2026-03-01T02:00']);
    expect(spans('Sat 22:00 to 02:00', '2026-03-01', 1, 'UTC', [['2026-03-01T01:00Z', '2026-03-01T05:00Z']])).toEqual([
      '2026-02-28T22:00 2026-03-01T05:00',
    ]);
  });

  it('has the dated exclusions alone without windows, and for no rows', () => {
    const settings = { exclusions: [{ start: 1, end: 2 }], maintenance: '', timeZone: 'UTC' };
    expect(excludedSpans(settings, { start: 0, end: DAY })).toEqual([{ start: 1, end: 2 }]);
    expect(excludedSpans({ ...settings, maintenance: 'daily 02:00 to 03:00' }, { start: NaN, end: NaN })).toHaveLength(
      1,
    );
  });

  // Clocks in Berlin go from 02:00 to 03:00 on 29 March 2026 (01:00 UTC), and from 03:00 back to 02:00 on 25 October.
  it('follows the clock of the zone through daylight saving time', () => {
    expect(spans('daily 04:00 to 05:00', '2026-03-28', 2, 'Europe/Berlin')).toEqual([
      '2026-03-28T03:00 2026-03-28T04:00',
      '2026-03-29T02:00 2026-03-29T03:00',
    ]);
    expect(spans('Sun 01:00 to 04:00', '2026-03-29', 1, 'Europe/Berlin')).toEqual([
      '2026-03-29T00:00 2026-03-29T02:00',
    ]);
    expect(spans('Sun 01:00 to 04:00', '2026-10-25', 1, 'Europe/Berlin')).toEqual([
      '2026-10-24T23:00 2026-10-25T03:00',
    ]);
  });

  it('excludes an hour that the clock shows twice both times, and one that it leaves out right after', () => {
    expect(spans('Sun 02:00 to 02:30', '2026-10-25', 1, 'Europe/Berlin')).toEqual([
      '2026-10-25T00:00 2026-10-25T01:30',
    ]);
    expect(spans('Sun 02:15 to 02:45', '2026-03-29', 1, 'Europe/Berlin')).toEqual([
      '2026-03-29T01:15 2026-03-29T01:45',
    ]);
  });

  it('knows zones half a world away from UTC', () => {
    expect(spans('Mon 00:00 to 01:00', '2026-03-01', 1, 'Pacific/Kiritimati')).toEqual([
      '2026-03-01T10:00 2026-03-01T11:00',
    ]);
    expect(spans('Sat 23:00 to 24:00', '2026-03-01', 1, 'Pacific/Niue')).toEqual(['2026-03-01T10:00 2026-03-01T11:00']);
  });
});
