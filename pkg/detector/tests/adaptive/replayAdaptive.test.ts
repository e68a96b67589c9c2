import {
  adaptiveParameters,
  createZoneClock,
  replayAdaptive,
  type AdaptiveParameters,
  type AdaptiveRows,
  type AdaptiveScores,
} from 'foreband-detector';

import vectors from '../vectors/adaptive.json';
import {
  hasReference,
  loadReference,
  referenceNames,
  referenceOptions,
  referenceRows,
  type ReferenceScores,
} from './reference.js';
import { createNormal, createRandom, DAY, HOUR, MINUTE, rowsOf, START, wildRows } from './series.js';

type Compared = 'score' | 'spike' | 'sustained' | 'bias' | 'expected' | 'level' | 'threshold';
const compared: readonly Compared[] = ['score', 'spike', 'sustained', 'bias', 'expected', 'level', 'threshold'];

/** The largest difference to the reference, relative above 1, over the rows that have a value. */
function worstOf(
  scores: AdaptiveScores,
  reference: Readonly<Partial<Record<Compared, Float64Array>>>,
  y: Float64Array,
) {
  let worst = 0;
  for (const name of compared) {
    reference[name]?.forEach((value, row) => {
      const difference = Math.abs(scores[name][row] - value) / Math.max(1, Math.abs(value));
      if (Number.isFinite(y[row])) {
        worst = Math.max(worst, Number.isNaN(difference) ? Infinity : difference);
      }
    });
  }
  return worst;
}

const sizeOf = (y: Float64Array) => y.reduce((largest, value) => Math.max(largest, Math.abs(value) || 0), 0);

interface Case {
  readonly parameters?: Partial<AdaptiveParameters>;
  readonly pagesPerWeek?: number | null;
  readonly thresholdMultiplier?: number;
}

const cases: readonly Case[] = [
  {},
  { pagesPerWeek: 1 },
  { pagesPerWeek: null, thresholdMultiplier: 3 },
  { pagesPerWeek: 5, thresholdMultiplier: 1 },
  { parameters: { levelMs: 2 * HOUR, scaleMs: 3 * DAY, scaleCap: 1, recurringDays: 4, recurringReachMs: 15 * MINUTE } },
  {
    parameters: { sustainedMs: 50 * MINUTE, biasMs: 4 * HOUR, recurringFrom: 1.5, spikeScales: 4, scaleQuantile: 0.9 },
  },
];

async function referenceOf(rows: AdaptiveRows, options: Case, hasProfile: boolean): Promise<ReferenceScores> {
  const { adaptiveScores } = await loadReference();
  const size = sizeOf(rows.y);
  return adaptiveScores(
    rows.time,
    rows.y,
    rows.yhat,
    rows.y.map(() => size / 50),
    size,
    {
      ...(hasProfile ? {} : { profileFrom: Infinity }),
      budget: options.pagesPerWeek === undefined ? 2 : options.pagesPerWeek,
      multiplier: options.thresholdMultiplier ?? 2,
      ...referenceOptions(options.parameters ?? {}),
    },
  );
}

function replayOf(rows: AdaptiveRows, { parameters = {}, ...settings }: Case) {
  const size = sizeOf(rows.y);
  const stepMs = rows.time[1] - rows.time[0];
  const constants = { ...adaptiveParameters, ...parameters };
  return { stepMs, size, ownDeviation: size / 50, parameters: constants, ...settings };
}

/** With what the reference takes for a profile put into the forecast, as ours has it. */
function withProfile(rows: AdaptiveRows, { profile }: ReferenceScores): AdaptiveRows {
  return { ...rows, yhat: rows.yhat.map((value, row) => value + (profile[row] || 0)) };
}

const describeWithReference = hasReference ? describe : describe.skip;

describeWithReference('replayAdaptive(rows, options), beside the reference', () => {
  const names = hasReference ? referenceNames() : ['none'];

  it.each(names)('agrees to 1e-9 on %s, and finds the same rows anomalous', async (name) => {
    const rows = referenceRows(name);
    for (const hasProfile of [true, false]) {
      const reference = await referenceOf(rows, {}, hasProfile);
      const own = withProfile(rows, reference);
      const options = replayOf(rows, {});
      const { scores } = replayAdaptive(own, options);
      expect(worstOf(scores, reference, rows.y)).toBeLessThan(1e-9);
      const pages = rows.time.filter((_, row) => reference.page[row] === 1);
      const anomalous = rows.time.filter((_, row) => scores.score[row] >= scores.threshold[row]);
      expect([...anomalous]).toEqual(expect.arrayContaining([...pages]));
    }
  });

  it.each(cases.flatMap((options) => [5, 10, 30].map((minutes) => ({ options, minutes }))))(
    'agrees to 1e-9 on random series with gaps of a step of $minutes min and options $options',
    async ({ options, minutes }) => {
      for (const seed of [3, 11]) {
        const rows = wildRows(seed, minutes === 5 ? 12 : 36, minutes * MINUTE, START + seed * MINUTE);
        for (const hasProfile of [true, false]) {
          const reference = await referenceOf(rows, options, hasProfile);
          const { scores } = replayAdaptive(withProfile(rows, reference), replayOf(rows, options));
          expect(worstOf(scores, reference, rows.y)).toBeLessThan(1e-9);
        }
      }
    },
  );

  it('agrees to 1e-9 with a step of an hour, at which neither unrest nor bias is scored', async () => {
    const rows = wildRows(7, 40, HOUR);
    const reference = await referenceOf(rows, {}, false);
    expect(worstOf(replayAdaptive(rows, replayOf(rows, {})).scores, reference, rows.y)).toBeLessThan(1e-9);
    expect(Math.max(...reference.sustained.filter(Number.isFinite))).toBe(0);
  });
});

describe('replayAdaptive(rows, options)', () => {
  it.each(vectors.cases)(
    'gives what the reference gave for $what',
    ({ stepMs, size, ownDeviation, columns, options, reference }) => {
      const known = (values: readonly (number | null)[]) => Float64Array.from(values, (value) => value ?? NaN);
      const y = known(columns.y);
      const time = y.map((_, row) => columns.start + row * stepMs);
      const rows = { time, y, yhat: known(columns.yhat), edges: null };
      const { scores } = replayAdaptive(rows, { stepMs, size, ownDeviation, ...options });
      const expected = {
        score: known(reference.score),
        spike: known(reference.spike),
        expected: known(reference.expected),
        threshold: known(reference.threshold),
      };
      expect(worstOf(scores, expected, y)).toBeLessThan(vectors.tolerance);
    },
  );

  const normal = createNormal(createRandom(5));
  const calm = rowsOf(14 * 288, 5 * MINUTE, () => normal());

  it('forgets an outlier of any size once it has left the windows', () => {
    const y = calm.y.slice();
    y[2000] = 1e18;
    const options = { stepMs: 5 * MINUTE, size: 100, ownDeviation: 1 };
    const { level } = replayAdaptive({ ...calm, y }, options).scores;
    const without = replayAdaptive(calm, options).scores;
    expect([...level.subarray(2049)]).toEqual([...without.level.subarray(2049)]);
  });

  it('scores nothing in the first 24 hours, and reads a state at the end', () => {
    const { scores, state } = replayAdaptive(calm, { stepMs: 5 * MINUTE, size: 100, ownDeviation: 1 });
    expect(Math.max(...scores.score.subarray(0, 288))).toBe(0);
    expect(Math.max(...scores.score.subarray(288))).toBeGreaterThan(0);
    expect(state).toMatchObject({ stepMs: 5 * MINUTE, end: START + 14 * DAY, ageMs: 14 * DAY, budget: 1 });
    // Normal noise of deviation 1.
    expect(state.scale).toBeCloseTo(1, 1);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  it('knows a series that never varied by the smallest scale there is', () => {
    const constant = rowsOf(14 * 288, 5 * MINUTE, () => 0);
    const { state } = replayAdaptive(constant, { stepMs: 5 * MINUTE, size: 100, ownDeviation: 0 });
    expect(state).toMatchObject({ scale: 0.1 / 6, budget: 1, recurring: { above: [], below: [] } });
  });

  it('knows nothing of a series without values', () => {
    const nothing = rowsOf(10, HOUR, () => NaN);
    const { state } = replayAdaptive(nothing, { stepMs: HOUR, size: 1, ownDeviation: 2 });
    expect(state).toMatchObject({ ageMs: 0, scale: 2, unrest: null, biasScale: null, budget: 1 });
  });

  it('does not count incidents for the budget that are labeled true or excluded', () => {
    const spiky = { ...calm, y: calm.y.map((value, row) => (row > 600 && row % 150 === 0 ? value + 40 : value)) };
    const options = { stepMs: 5 * MINUTE, size: 100, ownDeviation: 1, pagesPerWeek: 1 };
    expect(replayAdaptive(spiky, options).state.budget).toBeGreaterThan(3);
    const uncounted = [{ start: START, end: START + 14 * DAY }];
    expect(replayAdaptive(spiky, { ...options, uncounted }).state.budget).toBe(1);
    expect(replayAdaptive(spiky, { ...options, pagesPerWeek: null }).state.budget).toBe(1);
  });

  it('lets a job follow the clock of its zone over a change to summer time', () => {
    const noise = createNormal(createRandom(9));
    const localTime = createZoneClock('Europe/Berlin');
    const start = Date.UTC(2026, 2, 15, 23);
    const isJob = (time: number) => localTime(time) % DAY >= 8 * HOUR && localTime(time) % DAY < 8.25 * HOUR;
    // The clock changes on 29 March; the series ends at midnight two days later.
    const rows = rowsOf(
      (16 * DAY - HOUR) / (5 * MINUTE),
      5 * MINUTE,
      (time) => noise() + (isJob(time) ? 30 : 0),
      start,
    );
    const options = { stepMs: 5 * MINUTE, size: 100, ownDeviation: 1, localTime };
    const [first] = replayAdaptive(rows, options).state.recurring.above;
    expect(first.startMs).toBe(7.5 * HOUR);
    expect(first.size).toBeGreaterThan(25);
    const inUtc = replayAdaptive(rows, { ...options, localTime: (time) => time });
    const localDay = (time: number) => Math.floor(localTime(time) / DAY);
    const jobs = (scores: AdaptiveScores) =>
      scores.spike.filter(
        (value, row) =>
          isJob(rows.time[row]) &&
          localDay(rows.time[row]) >= localDay(rows.time[rows.time.length - 1]) - 1 &&
          value > 1,
      );
    expect(jobs(replayAdaptive(rows, options).scores)).toHaveLength(0);
    expect(jobs(inUtc.scores).length).toBeGreaterThan(0);
  });

  it.each([{ stepMs: 7 * MINUTE }, { stepMs: 0 }, { stepMs: NaN }])(
    'refuses a step that does not divide a day: $stepMs',
    ({ stepMs }) => {
      expect(() => replayAdaptive(calm, { stepMs, size: 1 })).toThrow(
        new RangeError(`invalid stepMs: ${stepMs} (expected whole milliseconds that divide a day)`),
      );
    },
  );

  it('refuses a budget of no pages', () => {
    expect(() => replayAdaptive(calm, { stepMs: 5 * MINUTE, size: 1, pagesPerWeek: 0 })).toThrow(
      new RangeError('invalid pagesPerWeek: 0 (expected above 0, or null)'),
    );
  });
});
