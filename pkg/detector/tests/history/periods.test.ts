import { createFleet, discoverPeriods, parseScenario, simulate } from 'foreband-detector';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const start = Date.UTC(2025, 2, 3);

const cpu = (days: number, stepMs: number, input = {}) =>
  simulate(parseScenario({ ...input, nAnomaliesPerWeek: 0 }), { start, end: start + days * DAY - stepMs, stepMs })
    .series;

const seriesFrom = (length: number, stepMs: number, valueAt: (row: number) => number) => ({
  name: 'test',
  labels: {},
  time: Float64Array.from({ length }, (_, row) => start + row * stepMs),
  y: Float64Array.from({ length }, (_, row) => valueAt(row)),
});

/** Uniform numbers of a linear congruential generator (Numerical Recipes), -0.5 to 0.5. */
function noise(length: number, seed = 1): Float64Array {
  let state = seed;
  return Float64Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
}

const names = (periods: ReturnType<typeof discoverPeriods>) => periods.map(({ calendar }) => calendar).sort();

describe('discoverPeriods', () => {
  it('finds the day and the week of a CPU with a weekend', () => {
    const periods = discoverPeriods(cpu(28, 600_000, { weekendDrop: 0.2 }));
    expect(names(periods)).toEqual(['day', 'week']);
    expect(periods.find(({ calendar }) => calendar === 'day')?.periodMs).toBe(DAY);
  });

  it('finds the day alone where no week shows', () => {
    expect(names(discoverPeriods(cpu(28, 600_000, { weekendDrop: 0 })))).toEqual(['day']);
  });

  it('tells machines with a weekend from one without in two weeks already', () => {
    const found = createFleet(5).map((scenario) => names(discoverPeriods(cpu(14, 600_000, scenario))));
    expect(found).toEqual([['day', 'week'], ['day', 'week'], ['day']]);
  });

  it('finds a rhythm the calendar does not know, through noise, trend and gaps', () => {
    const random = noise(3000);
    const series = seriesFrom(3000, 60_000, (row) =>
      row % 50 === 7 ? NaN : Math.sin((2 * Math.PI * row) / 37) + random[row] + 0.01 * row,
    );
    const periods = discoverPeriods(series);
    expect(periods.map(({ periodMs, calendar }) => [periodMs, calendar])).toEqual([[37 * 60_000, null]]);
    expect(periods[0].strength).toBeGreaterThan(0.7);
    expect(periods[0].strength).toBeLessThan(1);
  });

  it('finds a job that runs every hour for some minutes', () => {
    const random = noise(2880);
    const series = seriesFrom(2880, 300_000, (row) => (row % 12 === 0 ? 1 : 0) + 0.3 * random[row]);
    expect(discoverPeriods(series)[0]).toMatchObject({ periodMs: HOUR, calendar: 'hour' });
  });

  it.each([1, 2, 3, 4, 5])('finds nothing in white noise (seed %d)', (seed) => {
    const random = noise(2000, seed);
    expect(discoverPeriods(seriesFrom(2000, 60_000, (row) => random[row]))).toEqual([]);
  });

  it('finds nothing in a line, a constant, or a handful of values', () => {
    expect(discoverPeriods(seriesFrom(500, 60_000, (row) => row))).toEqual([]);
    expect(discoverPeriods(seriesFrom(500, 60_000, () => 0.3))).toEqual([]);
    expect(discoverPeriods(seriesFrom(5, 60_000, (row) => row % 2))).toEqual([]);
  });
});
