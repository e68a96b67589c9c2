import { choiceOf, timeRangeOf } from './timeRangeOf';

const now = Date.UTC(2026, 0, 7, 10, 30);

const iso = (choice: Parameters<typeof timeRangeOf>[0], timeZone = 'utc') => {
  const { from, to } = timeRangeOf(choice, now, timeZone);
  return [from, to].map((moment) => new Date(moment.valueOf()).toISOString().slice(0, 16));
};

describe('timeRangeOf(choice, now, timeZone)', () => {
  it('counts relative bounds from the given moment', () => {
    expect(iso({ from: 'now-2d', to: 'now+6h' })).toEqual(['2026-01-05T10:30', '2026-01-07T16:30']);
  });

  it('rounds to whole days of the time zone, the end up', () => {
    expect(iso({ from: 'now-1d/d', to: 'now-1d/d' })).toEqual(['2026-01-06T00:00', '2026-01-06T23:59']);
    expect(iso({ from: 'now/d', to: 'now' }, 'America/New_York')[0]).toBe('2026-01-07T05:00');
  });

  it('takes epoch milliseconds as they are', () => {
    expect(iso({ from: now - 3_600_000, to: now })).toEqual(['2026-01-07T09:30', '2026-01-07T10:30']);
  });

  it.each([
    { from: 'now-2d', to: 'now' },
    { from: now - 1, to: now },
  ])('can be told as a choice again (%#)', (choice) => {
    expect(choiceOf(timeRangeOf(choice, now, 'utc'))).toEqual(choice);
  });
});
