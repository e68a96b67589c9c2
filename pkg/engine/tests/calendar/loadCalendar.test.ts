import { defaultSettings } from '../../src/settings/settings.js';

import { knownCalendar, loadCalendar } from '../../src/calendar/loadCalendar.js';

const december = { start: Date.UTC(2026, 11, 1), end: Date.UTC(2027, 0, 1) };

describe('loadCalendar(settings)', () => {
  it('joins the holidays of a region with events of either form, and is known from then on', async () => {
    const settings = { ...defaultSettings, holidayRegion: 'FR', events: '2026-12-06 Sale' };
    expect(knownCalendar(settings)).toBeUndefined();
    const calendar = await loadCalendar(settings);
    expect(calendar(december)).toEqual([
      { name: 'Public holiday', day: '2026-12-25' },
      { name: 'Public holiday', day: '2027-01-01' },
      { name: 'Sale', day: '2026-12-06' },
    ]);
    expect(knownCalendar(settings)).toBe(calendar);
    const ics = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Fair\nDTSTART;VALUE=DATE:20261209\nEND:VEVENT\nEND:VCALENDAR';
    expect((await loadCalendar({ ...defaultSettings, events: ics }))(december)).toEqual([
      { name: 'Fair', day: '2026-12-09' },
    ]);
  });

  it('rejects what cannot be read, by its line', async () => {
    await expect(loadCalendar({ ...defaultSettings, events: 'someday Sale' })).rejects.toThrow(
      'invalid events, line 1',
    );
  });

  it('refuses more effects than a model can be fitted with, and more rows than it should be given', async () => {
    const names = Array.from({ length: 101 }, (_, index) => `2026-12-06 Sale ${index}`).join('\n');
    const many = await loadCalendar({ ...defaultSettings, events: names });
    expect(() => many(december)).toThrow('too many different holidays and events: 101 in the training window');
    const lines = Array.from({ length: 2001 }, () => '2026-12-06 Sale').join('\n');
    const long = await loadCalendar({ ...defaultSettings, events: lines });
    expect(() => long(december)).toThrow('too many holidays and events: 2001 in the training window');
  });
});
