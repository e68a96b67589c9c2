import { loadCalendarRows } from '../../src/calendar/calendarRows.js';
import { defaultSettings } from '../../src/settings/settings.js';

const start = Date.UTC(2026, 11, 1);

describe('loadCalendarRows(settings, span)', () => {
  it('gives the rows of whole days, so that they change once a day and not with every refresh', async () => {
    const settings = { ...defaultSettings, events: '2026-12-06 Sale' };
    const noon = { start, end: Date.UTC(2026, 11, 8, 12) };
    const later = { ...noon, end: noon.end + 3_600_000 };
    expect(await loadCalendarRows(settings, noon)).toEqual([{ name: 'Sale', day: '2026-12-06' }]);
    expect(await loadCalendarRows(settings, later)).toEqual(await loadCalendarRows(settings, noon));
  });

  it('gives none where nothing is asked for', async () => {
    expect(await loadCalendarRows(defaultSettings, { start, end: Date.UTC(2027, 0, 1) })).toEqual([]);
  });
});
