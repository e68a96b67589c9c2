import { iCalendarEvents } from '../../src/calendar/iCalendarEvents.js';

const december = { start: Date.UTC(2026, 11, 1), end: Date.UTC(2027, 0, 1) };

const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...events, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const rows = (...lines: string[]) => iCalendarEvents(calendar(event(...lines)), 'UTC')(december);

describe('iCalendarEvents(text, timeZone)', () => {
  it('reads whole days, whose end is the day after the last', () => {
    expect(rows('SUMMARY:Release', 'DTSTART;VALUE=DATE:20261209')).toEqual([{ name: 'Release', day: '2026-12-09' }]);
    expect(rows('SUMMARY:Fair', 'DTSTART;VALUE=DATE:20261209', 'DTEND;VALUE=DATE:20261211')).toEqual([
      { name: 'Fair', day: '2026-12-09' },
      { name: 'Fair', day: '2026-12-10' },
    ]);
  });

  it('reads hours in UTC, in a zone by its name, by a duration, and on the clock of the patterns where no zone is said', () => {
    const ten = Date.UTC(2026, 11, 9, 10);
    const hour = 3_600_000;
    expect(rows('SUMMARY:a', 'DTSTART:20261209T100000Z', 'DTEND:20261209T110000Z')).toEqual([
      { name: 'a', start: ten, end: ten + hour },
    ]);
    expect(rows('SUMMARY:b', 'DTSTART;TZID=Asia/Tokyo:20261209T190000', 'DURATION:PT2H')).toEqual([
      { name: 'b', start: ten, end: ten + 2 * hour },
    ]);
    const floating = calendar(event('SUMMARY:c', 'DTSTART:20261209T110000', 'DTEND:20261209T120000'));
    expect(iCalendarEvents(floating, 'Europe/Berlin')(december)).toEqual([{ name: 'c', start: ten, end: ten + hour }]);
  });

  it('keeps the hour of a repeated event through a change of the clocks', () => {
    const text = calendar(
      event(
        'SUMMARY:Backup',
        'DTSTART;TZID=Europe/Berlin:20261018T040000',
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY;COUNT=3',
      ),
    );
    const found = iCalendarEvents(text, 'UTC')({ start: Date.UTC(2026, 9, 1), end: Date.UTC(2026, 11, 1) });
    expect(found.map((row) => ('start' in row ? row.start : NaN))).toEqual([
      Date.UTC(2026, 9, 18, 2),
      Date.UTC(2026, 9, 25, 3),
      Date.UTC(2026, 10, 1, 3),
    ]);
  });

  it('repeats by rule, leaves excepted days out, and moves those that were moved', () => {
    const text = calendar(
      event(
        'UID:1',
        'SUMMARY:Deployment',
        'DTSTART;VALUE=DATE:20261201',
        'RRULE:FREQ=WEEKLY;BYDAY=TU',
        'EXDATE;VALUE=DATE:20261215',
      ),
      event('UID:1', 'SUMMARY:Late deployment', 'RECURRENCE-ID;VALUE=DATE:20261208', 'DTSTART;VALUE=DATE:20261210'),
    );
    const within = { start: december.start, end: Date.UTC(2026, 11, 30) };
    expect(iCalendarEvents(text, 'UTC')(within)).toEqual([
      { name: 'Deployment', day: '2026-12-01' },
      { name: 'Late deployment', day: '2026-12-10' },
      { name: 'Deployment', day: '2026-12-22' },
      { name: 'Deployment', day: '2026-12-29' },
    ]);
  });

  it('repeats as long as the time at hand goes on, wherever that is', () => {
    const text = calendar(event('SUMMARY:Payday', 'DTSTART;VALUE=DATE:20200131', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=-1'));
    expect(iCalendarEvents(text, 'UTC')(december)).toContainEqual({ name: 'Payday', day: '2026-12-31' });
  });

  it('passes over what is cancelled, what lasts no time, and what lies elsewhere in time', () => {
    expect(rows('SUMMARY:a', 'DTSTART;VALUE=DATE:20261209', 'STATUS:CANCELLED')).toEqual([]);
    expect(rows('SUMMARY:a', 'DTSTART:20261209T100000Z')).toEqual([]);
    expect(rows('SUMMARY:a', 'DTSTART;VALUE=DATE:20250209')).toEqual([]);
  });

  it('calls an event without a title an event', () => {
    expect(rows('DTSTART;VALUE=DATE:20261209')).toEqual([{ name: 'Event', day: '2026-12-09' }]);
  });

  it.each([
    ['a text that breaks off', 'BEGIN:VCALENDAR\nBEGIN:VEVENT', 'this is no iCalendar text: invalid ical body'],
    ['a line that is none', calendar('nonsense'), 'no iCalendar text: invalid line (no token ";" or ":") "nonsense"'],
    ['an event without a start', calendar(event('SUMMARY:Fair')), 'the event "Fair" has no start'],
    // The parser would look for the 30th of February for ever.
    [
      'a rule that never comes true',
      calendar(event('SUMMARY:Fair', 'DTSTART;VALUE=DATE:20261201', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')),
      'the event "Fair" repeats by a rule that is not understood: FREQ=DAILY',
    ],
    [
      'a rule of seconds',
      calendar(event('SUMMARY:Fair', 'DTSTART:20261201T100000Z', 'RRULE:FREQ=SECONDLY')),
      'the event "Fair" repeats by a rule that is not understood: FREQ=SECONDLY',
    ],
    [
      'a rule that counts for a lifetime',
      calendar(event('SUMMARY:Fair', 'DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY')),
      'the event "Fair" repeats more than 20000 times: let it begin later',
    ],
  ])('refuses %s, and says which', (_, text, message) => {
    expect(() => iCalendarEvents(text, 'UTC')(december)).toThrow(message);
  });
});
