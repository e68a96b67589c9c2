import { defaultSettings, loadCalendar, parseSettings } from 'foreband-engine';

import { recurringOffers } from './recurringLines';

const at = (text: string) => Date.parse(`${text}Z`);
const span = { start: at('2026-03-02T14:45'), end: at('2026-03-02T16:05') };

describe('recurringOffers(span, settings)', () => {
  it('offers the hours of its weekday as maintenance, and its day as an event, by the clock of the model', () => {
    const settings = { ...defaultSettings, maintenance: 'Sun 02:00 to 04:00', timeZone: 'Europe/Berlin' };
    const [weekly, event] = recurringOffers(span, settings);
    expect(weekly.text).toBe('Exclude every Mon 15:45 to 17:05');
    expect(weekly.change).toEqual({ maintenance: 'Sun 02:00 to 04:00\nMon 15:45 to 17:05' });
    expect(event.change).toEqual({ events: '2026-03-02 15:45 to 2026-03-02 17:05 Known event' });
  });

  it('writes lines that the settings can read, over midnight and for a single sample too', async () => {
    for (const one of [
      { start: at('2026-03-02T23:30'), end: at('2026-03-03T00:30') },
      { start: span.start, end: span.start },
    ]) {
      const [weekly, event] = recurringOffers(one, defaultSettings);
      expect(() => parseSettings(weekly.change)).not.toThrow();
      const { events } = parseSettings(event.change);
      const calendar = await loadCalendar({ ...defaultSettings, events });
      expect(calendar({ start: one.start, end: one.end + 1 })).toHaveLength(1);
    }
  });

  it('adds no line to a pasted calendar, and offers nothing for what lasts a day', () => {
    expect(recurringOffers(span, { ...defaultSettings, events: 'BEGIN:VCALENDAR' })).toHaveLength(1);
    expect(recurringOffers({ ...span, end: span.start + 86_400_000 }, defaultSettings)).toEqual([]);
  });
});
