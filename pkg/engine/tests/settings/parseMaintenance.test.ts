import { parseMaintenance } from '../../src/settings/parseMaintenance.js';

const HOUR = 3_600_000;

const whenOf = (line: string) => parseMaintenance(line)[0].when;

describe('parseMaintenance(text)', () => {
  it('reads a window a line, with what it is for, past empty lines and remarks', () => {
    expect(parseMaintenance('\nSun 02:00 to 04:00 Backup of orders\r\n# not any more: Mon 02:00 to 04:00\n')).toEqual([
      { when: { kind: 'weekly', weekdays: [0] }, startMs: 2 * HOUR, endMs: 4 * HOUR, name: 'Backup of orders' },
    ]);
  });

  it('ends a window that ends before it begins on the next day, and one at 24:00 at midnight', () => {
    expect(parseMaintenance('Sat 22:00 to 2:30')[0]).toMatchObject({ startMs: 22 * HOUR, endMs: 26.5 * HOUR });
    expect(parseMaintenance('Sat 22:00 to 24:00')[0]).toMatchObject({ startMs: 22 * HOUR, endMs: 24 * HOUR });
    expect(parseMaintenance('Sat 00:00 to 24:00')[0]).toMatchObject({ startMs: 0, endMs: 24 * HOUR });
  });

  it.each([
    ['daily', { kind: 'weekly', weekdays: [0, 1, 2, 3, 4, 5, 6] }],
    ['Mon to Fri', { kind: 'weekly', weekdays: [1, 2, 3, 4, 5] }],
    ['fri to monday', { kind: 'weekly', weekdays: [5, 6, 0, 1] }],
    ['Tue, Thursday', { kind: 'weekly', weekdays: [2, 4] }],
    ['1st', { kind: 'dayOfMonth', day: 1 }],
    ['31st day', { kind: 'dayOfMonth', day: 31 }],
    ['last day', { kind: 'dayOfMonth', day: 'last' }],
    ['2nd Tue', { kind: 'weekdayOfMonth', nth: 2, weekday: 2 }],
    ['last Sun', { kind: 'weekdayOfMonth', nth: 'last', weekday: 0 }],
  ])('understands %s', (days, when) => {
    expect(whenOf(`${days} 02:00 to 04:00`)).toEqual(when);
  });

  it.each([
    'Sun',
    'Sun 02:00',
    'Sun 02:00 to 02:00',
    'Sun 24:00 to 02:00',
    'Sun 02:00 to 25:00',
    'Sun 02:60 to 04:00',
    'So 02:00 to 04:00',
    'Mon to 02:00 to 04:00',
    'last 02:00 to 04:00',
    '32nd 02:00 to 04:00',
    '6th Tue 02:00 to 04:00',
    'every Sun 02:00 to 04:00',
  ])('refuses %s and names the line', (line) => {
    expect(() => parseMaintenance(`daily 03:00 to 03:30\n${line}`)).toThrow(
      `invalid maintenance, line 2: "${line}" (expected days and hours as "Sun 02:00 to 04:00"`,
    );
  });

  it('takes a hundred windows and no more', () => {
    const lines = (count: number) => Array.from({ length: count }, () => 'Sun 02:00 to 04:00').join('\n');
    expect(parseMaintenance(lines(100))).toHaveLength(100);
    expect(() => parseMaintenance(lines(101))).toThrow('invalid maintenance: 101 windows (expected at most 100)');
  });
});
