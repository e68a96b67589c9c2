import { loadProphet, type Prophet } from 'prophet-wasm';

import { isAutomaticallyOn } from '../../src/fit/automaticSeasonality.js';
import { prophetOptions } from '../../src/fit/prophetOptions.js';
import { defaultSettings } from '../../src/settings/settings.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const times = (spanMs: number, stepMs = HOUR) =>
  Float64Array.from({ length: Math.floor(spanMs / stepMs) + 1 }, (_, row) => row * stepMs);

const settings = { ...defaultSettings, dailyOrder: 6, weeklyOrder: 20 };

describe('prophetOptions(settings, time)', () => {
  it.each([
    ['a day', DAY, 'auto', 'auto'],
    ['two days', 2 * DAY, 6, 'auto'],
    ['a week', 7 * DAY, 6, 'auto'],
    ['an hour less than two weeks', 14 * DAY - HOUR, 6, 'auto'],
    ['two weeks', 14 * DAY, 6, 20],
  ])('over %s asks for the orders of those seasonalities that the history shows', (_, spanMs, daily, weekly) => {
    const { dailySeasonality, weeklySeasonality } = prophetOptions(settings, times(spanMs));
    expect([dailySeasonality, weeklySeasonality]).toEqual([daily, weekly]);
  });

  it('asks for a seasonality that is always on however short the history is, and never for one that is off', () => {
    const forced = { ...settings, weeklySeasonality: 'on' as const, dailySeasonality: 'off' as const };
    expect(prophetOptions(forced, times(DAY))).toMatchObject({ weeklySeasonality: 20, dailySeasonality: false });
  });

  it('hands on how large seasonalities may be', () => {
    const damped = { ...settings, seasonalityPriorScale: 0.01 };
    expect(prophetOptions(damped, times(DAY))).toMatchObject({ seasonalityPriorScale: 0.01 });
  });

  it('hands on where and how often the trend may bend', () => {
    const bends = { ...settings, nChangepoints: 3, changepointRange: 0.5 };
    expect(prophetOptions(bends, times(DAY))).toMatchObject({ nChangepoints: 3, changepointRange: 0.5 });
  });
});

describe('isAutomaticallyOn(name, time)', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  it.each([
    [DAY, HOUR],
    [2 * DAY - HOUR, HOUR],
    [2 * DAY, HOUR],
    [14 * DAY - HOUR, HOUR],
    [14 * DAY, HOUR],
    [20 * DAY, DAY],
    [70 * DAY, 7 * DAY],
    [730 * DAY - DAY, DAY],
    [730 * DAY, DAY],
  ])('agrees with the model for %d ms every %d ms', (spanMs, stepMs) => {
    const time = times(spanMs, stepMs);
    const { seasonalities } = prophet.fit({ time, y: time.map((_, row) => (row * 7) % 5) });
    const known = ['daily', 'weekly', 'yearly'] as const;
    const ours = known.filter((name) => isAutomaticallyOn(name, time));
    expect(ours).toEqual(known.filter((name) => seasonalities.some((one) => one.name === name)));
  });
});
