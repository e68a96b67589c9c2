import { defaultSettings, type DetectedSeries, loadEngine } from 'foreband-engine';

import { adaptiveDetails } from './adaptiveDetails';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const STEP = 10 * MINUTE_MS;
const DAYS = 28;

/** Four weeks of writes: a backup every night, an outage of the disk one afternoon, a faster one since the third week. */
async function detected(): Promise<DetectedSeries> {
  const time = Float64Array.from({ length: DAYS * 144 }, (_, row) => row * STEP);
  const y = time.map((at, row) => {
    const noise = Math.sin(row * row) + Math.cos(7 * row);
    const backup = at % DAY_MS >= 2 * HOUR_MS && at % DAY_MS < 2.5 * HOUR_MS ? 25 : 0;
    const outage = at >= 10 * DAY_MS + 12 * HOUR_MS && at < 10 * DAY_MS + 22 * HOUR_MS ? 60 : 0;
    return 50 + noise + backup + outage + (at >= 20 * DAY_MS + 10 * HOUR_MS ? 20 : 0);
  });
  const series = { name: 'disk', labels: {}, time, y };
  const settings = { ...defaultSettings, stepMs: STEP };
  const outcome = (await loadEngine()).detect({ training: series, visible: series, forecastEnd: 0, settings });
  if (outcome.kind !== 'detected') {
    throw new Error(outcome.message);
  }
  return outcome;
}

const format = {
  time: (time: number) => new Date(time).toISOString().slice(5, 16).replace('T', ' '),
  value: (value: number) => `${Math.round(value)} MB/s`,
};

describe('adaptiveDetails(detected, format)', () => {
  it('says what recurs, with its time, which levels are new, what was excluded, and what the budget does', async () => {
    const details = new Map(adaptiveDetails(await detected(), format));
    expect(details.get('Recurs')).toBe('daily 02:00 to 02:30, +25 MB/s');
    expect(details.get('New levels')).toMatch(/^\+20 MB\/s since 01-21 (09|10|11):\d\d$/);
    expect(details.get('Past incidents')).toMatch(/^01-11 1[12]:\d\d to 01-11 2[123]:\d\d: excluded from the fit$/);
    expect(details.get('Pages')).toMatch(/^at most 2 a week: /);
    expect(details.get('Bounds')).toBe('from 0 MB/s');
    expect(details.get('Usual deviation')).toMatch(/^\d MB\/s; the band is \d+\.\d times that either way$/);
  });

  it('has nothing to say of a classic model', async () => {
    const one = await detected();
    expect(adaptiveDetails({ ...one, fitted: { ...one.fitted, adaptive: null } }, format)).toEqual([]);
  });
});
