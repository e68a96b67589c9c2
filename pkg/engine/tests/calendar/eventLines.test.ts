import { eventLines } from '../../src/calendar/eventLines.js';

const HOUR = 3_600_000;
const december = { start: Date.UTC(2026, 11, 1), end: Date.UTC(2027, 0, 1) };

describe('eventLines(text, timeZone)', () => {
  it('reads days, days in a row, days with a window, and hours', () => {
    const text = `
      # what the shop knows
      2026-12-06 Sale
      2026-12-24 to 2026-12-26 Christmas
      2026-12-13 -1 +2 Sale week

      2026-12-01 18:00 to 20:30 Backup
      2026-12-31T22:00 to 2027-01-01T02:00 New Year's Eve`;
    expect(eventLines(text, 'UTC')(december)).toEqual([
      { name: 'Sale', day: '2026-12-06' },
      { name: 'Christmas', day: '2026-12-24' },
      { name: 'Christmas', day: '2026-12-25' },
      { name: 'Christmas', day: '2026-12-26' },
      { name: 'Sale week', day: '2026-12-13', lowerWindow: -1, upperWindow: 2 },
      { name: 'Backup', start: Date.UTC(2026, 11, 1, 18), end: Date.UTC(2026, 11, 1, 20, 30) },
      { name: "New Year's Eve", start: Date.UTC(2026, 11, 31, 22), end: Date.UTC(2027, 0, 1, 2) },
    ]);
  });

  it('takes hours from the clock of the zone, in winter and in summer', () => {
    const hours = '2026-07-01 02:00 to 03:00 Backup\n2026-12-01 02:00 to 03:00 Backup';
    const year = { start: Date.UTC(2026, 0, 1), end: Date.UTC(2027, 0, 1) };
    const starts = eventLines(hours, 'Europe/Berlin')(year).map((row) => ('start' in row ? row.start : NaN));
    expect(starts).toEqual([Date.UTC(2026, 6, 1, 0), Date.UTC(2026, 11, 1, 1)]);
  });

  it('gives what touches the time at hand: a day more for the zones of the world, and windows that reach into it', () => {
    const text =
      '2026-11-29 a\n2026-11-30 b\n2027-01-02 c\n2027-01-03 d\n2026-11-20 +20 e\n2026-11-30 22:00 to 23:00 f';
    expect(eventLines(text, 'UTC')(december).map(({ name }) => name)).toEqual(['b', 'c', 'e']);
  });

  it('is empty for an empty text', () => {
    expect(eventLines(' \n\n', 'UTC')(december)).toEqual([]);
  });

  it.each([
    ['a name alone', 'Sale'],
    ['a day alone', '2026-12-06'],
    ['a day that does not exist', '2026-02-30 Sale'],
    ['an hour that does not exist', '2026-12-06 25:00 to 26:00 Sale'],
    ['an end before the start', '2026-12-06 to 2026-12-05 Sale'],
    ['hours without an end', '2026-12-06 18:00 Sale'],
    ['an hour for days', '2026-12-06 to 2026-12-07 18:00 Sale'],
    ['more than a year', '2026-12-06 to 2028-12-07 Sale'],
    ['a window of more than a month', '2026-12-06 -31 Sale'],
    ['a window around hours', '2026-12-06 18:00 to 19:00 -1 Sale'],
  ])('refuses %s, and names the line', (_, line) => {
    expect(() => eventLines(`2026-12-06 Sale\n${line}`, 'UTC')(december)).toThrow(
      `invalid events, line 2: "${line}" (expected a day and a name`,
    );
  });

  it('covers an event that lasts to midnight', () => {
    const [row] = eventLines('2026-12-06 20:00 to 24:00 Late', 'UTC')(december);
    expect('end' in row && row.end - row.start).toBe(4 * HOUR);
  });
});
