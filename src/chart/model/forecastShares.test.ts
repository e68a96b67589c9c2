import { loadProphet, type Prophet, type ProphetOptions } from 'prophet-wasm';

import { forecastShares } from './forecastShares';

const HOUR = 3_600_000;

describe('forecastShares(forecast, model)', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  const time = Float64Array.from({ length: 21 * 24 }, (_, row) => row * HOUR);
  const y = time.map((at, row) => 50 + 0.02 * row + 9 * Math.sin((2 * Math.PI * at) / (24 * HOUR)) + (row % 5));

  function sharesWith(options: ProphetOptions) {
    const model = prophet.fit({ time, y }, { weeklySeasonality: false, ...options });
    const forecast = prophet.predict(model, time);
    return { forecast, shares: forecastShares(forecast, model) };
  }

  const backup = { name: 'backup', start: 30 * HOUR, end: 33 * HOUR };

  it.each(['additive', 'multiplicative'] as const)('adds up to the forecast where seasonalities are %s', (mode) => {
    const { forecast, shares } = sharesWith({ seasonalityMode: mode, holidays: [backup] });
    expect(shares.map(({ name }) => name)).toEqual(['Trend', 'Daily', 'backup']);
    for (const row of [0, 31, 100]) {
      const sum = shares.reduce((total, { values }) => total + values[row], 0);
      expect(sum).toBeCloseTo(forecast.yhat[row], 9);
    }
  });

  it('tells shares of the trend from what is added to it, and what happens now and then from what always does', () => {
    const [, dailyAdded, backupAdded] = sharesWith({ holidays: [backup] }).shares;
    expect([dailyAdded.ofTrend, dailyAdded.isOccasional, backupAdded.isOccasional]).toEqual([undefined, false, true]);
    const { forecast, shares } = sharesWith({ seasonalityMode: 'multiplicative' });
    expect(shares[1].ofTrend).toBe(forecast.components.daily);
  });

  it('adds a step whatever the mode of the seasonalities', () => {
    const steps = [{ name: 'deploy', time: 200 * HOUR }];
    const { forecast, shares } = sharesWith({ seasonalityMode: 'multiplicative', steps });
    expect(shares.map(({ name, ofTrend }) => [name, ofTrend === undefined])).toContainEqual(['Deploy', true]);
    const sum = shares.reduce((total, { values }) => total + values[300], 0);
    expect(sum).toBeCloseTo(forecast.yhat[300], 9);
  });

  it('has the level by which what is expected is moved', () => {
    const { forecast } = sharesWith({});
    const expected = forecast.yhat.map((value) => value + 3);
    const shares = forecastShares(forecast, prophet.fit({ time, y }), expected);
    expect(shares.at(-1)).toMatchObject({ name: 'Level of the last 4 h', isOccasional: true });
    expect(shares.at(-1)?.values[100]).toBeCloseTo(3, 9);
  });

  it('is nothing of a forecast that came without its components', () => {
    const { forecast } = sharesWith({});
    const model = prophet.fit({ time, y });
    expect(forecastShares({ ...forecast, trend: new Float64Array(), components: {} }, model)).toEqual([]);
  });
});
