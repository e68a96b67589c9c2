import { defaultSettings, presets, type DetectorSettings } from 'foreband-engine';

import { querySpans } from './spans';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const classic: DetectorSettings = { ...defaultSettings, ...presets.classic, stepMs: 5 * MINUTE };
const now = 40 * DAY + 10 * HOUR + 2 * MINUTE;

describe('querySpans(range, settings)', () => {
  it('shows complete steps alone, and fits to the window that ends at the last midnight', () => {
    const { visible, training } = querySpans({ from: now - 6 * HOUR, to: now, now }, classic);
    expect(visible).toEqual({ start: 40 * DAY + 4 * HOUR, end: 40 * DAY + 10 * HOUR });
    expect(training).toEqual({ start: 12 * DAY, end: 40 * DAY });
  });

  it('shows the last complete step where the range holds none of its own', () => {
    const { visible } = querySpans({ from: now - MINUTE, to: now, now }, classic);
    expect(visible).toEqual({ start: 40 * DAY + 10 * HOUR, end: 40 * DAY + 10 * HOUR });
  });

  it('asks for the hours before what is shown where an adaptive score looks back on them', () => {
    const range = { from: now - 6 * HOUR, to: now, now };
    const adaptive: DetectorSettings = { ...classic, method: 'adaptive' };
    expect(querySpans(range, adaptive).asked.start).toBe(40 * DAY + 4 * HOUR - (5 * HOUR + 40 * MINUTE));
    expect(querySpans(range, classic).asked.start).toBe(40 * DAY + 4 * HOUR);
  });

  it('forecasts to the end of a range that ends in the future, else as far as the horizon', () => {
    const horizon = { ...classic, horizonMs: HOUR };
    const ahead = querySpans({ from: now - HOUR, to: now + DAY, now }, horizon);
    expect([ahead.visible.end, ahead.forecast.end]).toEqual([40 * DAY + 10 * HOUR, now + DAY]);
    expect(querySpans({ from: now - HOUR, to: now, now }, horizon).forecast.end).toBe(40 * DAY + 11 * HOUR);
  });

  it('refuses more points than a series may have, and says which length fits', () => {
    const everySecond = { ...classic, stepMs: 1000 };
    expect(() => querySpans({ from: now - 6 * HOUR, to: now, now }, everySecond)).toThrow(
      'The training window holds 2419201 points per series at a step of 1s, the limit is 200000. Lengthen the step or shorten it to 2d.',
    );
    expect(() => querySpans({ from: now - 3 * DAY, to: now, now }, everySecond)).toThrow('The visible range holds');
  });
});
