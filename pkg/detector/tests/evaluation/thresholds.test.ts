import {
  bootstrapThreshold,
  chooseThreshold,
  parseDetectionOptions,
  sweepThresholds,
  sweptMultipliers,
  thresholdAdvice,
  type HeldOut,
  type SweepRow,
  type ThresholdGoal,
} from 'foreband-detector';

import { eventPattern } from './notation.js';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** Rows 10 minutes apart whose band must be stretched by exactly these multipliers to hold them. */
function heldOutOf(multipliers: readonly number[]): HeldOut {
  const time = Float64Array.from(multipliers, (_, row) => row * 600_000);
  const y = Float64Array.from(multipliers);
  const all = { from: 0, to: time.length };
  const forecast = { time, yhat: y.map(() => 0), yhatLower: y.map(() => -1), yhatUpper: y.map(() => 1) };
  const used = { start: 0, end: 0, nValues: 0 };
  const folds = [{ fold: { training: all, heldOut: all }, training: used, heldOut: used }];
  return { firstRow: 0, time, y, forecast, context: { isDegenerate: false, scale: 1 }, folds };
}

describe('sweepThresholds', () => {
  //       normal, then an anomaly in rows 8 and 9, then normal
  const multipliers = [0.1, 0.2, 0.1, 1.5, 0.1, 0.2, 0.1, 0.1, 3, 2.5, 0.1, 0.2];
  const truth = { labels: Uint8Array.from('000000001100', Number), events: eventPattern('........aa..') };
  const sweep = (input = {}, wanted = [1, 2, 2.7, 3]) => [
    ...sweepThresholds(heldOutOf(multipliers), truth, parseDetectionOptions(input), wanted),
  ];

  it('evaluates each multiplier by points and by events, and names the score it stands for', () => {
    expect(
      sweep().map(({ thresholdMultiplier, threshold, points, events }) => [
        thresholdMultiplier,
        threshold,
        points.truePositives,
        points.falsePositives,
        events.nFound,
        events.nFalse,
      ]),
    ).toEqual([
      [1, 0.5, 2, 1, 1, 1],
      [2, 1, 2, 0, 1, 0],
      [2.7, 1.35, 1, 0, 1, 0],
      [3, 1.5, 0, 0, 0, 0],
    ]);
  });

  it('applies the same filters as the panel', () => {
    expect(sweep({ n: 2, m: 2 }).map(({ events }) => [events.nFound, events.nFalse])).toEqual([
      [1, 0],
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('sweeps the multipliers a panel offers unless told otherwise', () => {
    expect(sweptMultipliers.slice(0, 3)).toEqual([0.5, 0.6, 0.7]);
    expect([sweptMultipliers.length, sweptMultipliers.at(-1)]).toEqual([56, 6]);
  });

  it('works only as far as it is asked to', () => {
    const rows = sweepThresholds(heldOutOf(multipliers), truth, parseDetectionOptions());
    expect(rows.next().value).toMatchObject({ thresholdMultiplier: 0.5 });
    expect(rows.next().value).toMatchObject({ thresholdMultiplier: 0.6 });
  });
});

/** Rows of a sweep over one week from `found missed false` at the multipliers 1, 2, 3 and so on. */
function counted(...counts: readonly (readonly [number, number, number])[]) {
  return counts.map(([nFound, nMissed, nFalse], i) => ({
    thresholdMultiplier: i + 1,
    events: { nFound, nMissed, nFalse, observedMs: WEEK },
  }));
}

describe('chooseThreshold', () => {
  it('takes the best F-beta', () => {
    const rows = counted([9, 1, 9], [8, 2, 1], [5, 5, 0]);
    expect(chooseThreshold(rows, { kind: 'fBeta', beta: 1 })?.thresholdMultiplier).toBe(2);
    expect(chooseThreshold(rows, { kind: 'fBeta', beta: 5 })?.thresholdMultiplier).toBe(1);
    expect(chooseThreshold(rows, { kind: 'fBeta', beta: 0.1 })?.thresholdMultiplier).toBe(3);
  });

  it('takes the middle of the longest stretch of equals', () => {
    const rows = counted([5, 0, 0], [5, 0, 1], [5, 0, 0], [5, 0, 0], [5, 0, 0], [4, 1, 0]);
    expect(chooseThreshold(rows, { kind: 'fBeta', beta: 1 })?.thresholdMultiplier).toBe(4);
  });

  it('takes the best recall among those with few enough false events, and of equals the fewest of these', () => {
    const rows = counted([9, 1, 9], [8, 2, 2], [8, 2, 1], [5, 5, 0]);
    expect(chooseThreshold(rows, { kind: 'falseEvents', perWeek: 2 })?.thresholdMultiplier).toBe(3);
    expect(chooseThreshold(rows, { kind: 'falseEvents', perWeek: 100 })?.thresholdMultiplier).toBe(1);
    expect(chooseThreshold(rows, { kind: 'falseEvents', perWeek: 0 })?.thresholdMultiplier).toBe(4);
  });

  it('finds none where none is good enough, or nothing is there to find', () => {
    expect(chooseThreshold(counted([1, 0, 9]), { kind: 'falseEvents', perWeek: 1 })).toBeUndefined();
    expect(chooseThreshold(counted([0, 0, 3]), { kind: 'fBeta', beta: 1 })).toBeUndefined();
    expect(chooseThreshold([], { kind: 'fBeta', beta: 1 })).toBeUndefined();
  });
});

describe('bootstrapThreshold', () => {
  // Twenty days; on each an anomaly of 3 rows at noon that breaches 4, and on every second day a false point that
  // breaches 2.
  const perDay = 144;
  const multipliers = Array.from({ length: 20 * perDay }, (_, row) => {
    const ofDay = row % perDay;
    if (ofDay >= 72 && ofDay < 75) {
      return 4;
    }
    return ofDay === 10 && Math.floor(row / perDay) % 2 === 0 ? 2 : 0.1;
  });
  const pattern = Array.from(multipliers, (value) => (value === 4 ? 'a' : '.')).join('');
  const truth = { labels: Uint8Array.from(pattern, (mark) => (mark === 'a' ? 1 : 0)), events: eventPattern(pattern) };
  const rows: readonly SweepRow[] = [
    ...sweepThresholds(heldOutOf(multipliers), truth, parseDetectionOptions(), [1, 3, 5]),
  ];
  const best = { kind: 'fBeta', beta: 1 } as const;

  it('is narrow where every day says the same', () => {
    expect(bootstrapThreshold(rows, best)).toEqual({
      thresholdMultiplier: { lower: 3, upper: 3 },
      precision: { lower: 1, upper: 1 },
      recall: { lower: 1, upper: 1 },
      falseEventsPerDay: { lower: 0, upper: 0 },
      reached: 1,
      nDays: 20,
    });
  });

  it('shows how much the days differ', () => {
    // At multiplier 1 there are 20 found and 10 false events in 20 days.
    const confidence = bootstrapThreshold(rows.slice(0, 1), best, { seed: 3 });
    expect(confidence?.falseEventsPerDay.lower).toBeGreaterThan(0.2);
    expect(confidence?.falseEventsPerDay.lower).toBeLessThan(0.4);
    expect(confidence?.falseEventsPerDay.upper).toBeGreaterThan(0.6);
    expect(confidence?.falseEventsPerDay.upper).toBeLessThan(0.8);
    expect(confidence?.recall).toEqual({ lower: 1, upper: 1 });
    expect(confidence?.precision.lower).toBeLessThan(2 / 3);
  });

  it('is the same for the same seed', () => {
    const one = rows.slice(0, 1);
    expect(bootstrapThreshold(one, best, { seed: 3 })).toEqual(bootstrapThreshold(one, best, { seed: 3 }));
    expect(bootstrapThreshold(one, best, { seed: 3, nResamples: 7 })).not.toEqual(
      bootstrapThreshold(one, best, { seed: 4, nResamples: 7 }),
    );
  });

  it('says in how many draws the goal is reached at all', () => {
    const goal = { kind: 'falseEvents', perWeek: 3.5 } as const;
    const confidence = bootstrapThreshold(rows.slice(0, 1), goal);
    expect(confidence?.reached).toBeGreaterThan(0.3);
    expect(confidence?.reached).toBeLessThan(0.8);
  });

  it('knows nothing where the goal is not reached', () => {
    expect(bootstrapThreshold(rows.slice(0, 1), { kind: 'falseEvents', perWeek: 1 })).toBeUndefined();
  });

  it('refuses a confidence that is not between 0 and 1', () => {
    expect(() => bootstrapThreshold(rows, best, { confidence: 95 })).toThrow('invalid confidence: 95');
    expect(() => bootstrapThreshold(rows, best, { nResamples: 0 })).toThrow('invalid nResamples: 0');
  });
});

describe('thresholdAdvice', () => {
  // On each of eight days a large anomaly that breaches 4, on one of them a smaller one that breaches 2.5, and on two a
  // false point that breaches 2.2: from 2.2 to 2.4 everything is found, above that one event less.
  const perDay = 144;
  const at = (row: number) => {
    const [day, ofDay] = [Math.floor(row / perDay), row % perDay];
    if (ofDay >= 72 && ofDay < 75) {
      return 4;
    }
    if (ofDay === 20 && day === 0) {
      return 2.5;
    }
    return ofDay === 120 && day > 5 ? 2.2 : 0.1;
  };
  const multipliers = Array.from({ length: 8 * perDay }, (_, row) => at(row));
  const pattern = multipliers.map((value) => (value >= 2.5 ? 'a' : '.')).join('');
  const truth = { labels: Uint8Array.from(pattern, (mark) => (mark === 'a' ? 1 : 0)), events: eventPattern(pattern) };
  const rows = [...sweepThresholds(heldOutOf(multipliers), truth, parseDetectionOptions())];
  const studied = (goal: ThresholdGoal) => ({
    goal,
    chosen: chooseThreshold(rows, goal),
    confidence: bootstrapThreshold(rows, goal),
  });
  const adviceAt = (multiplier: number, goal: ThresholdGoal = { kind: 'fBeta', beta: 1 }) => {
    const current = rows.find(({ thresholdMultiplier }) => thresholdMultiplier === multiplier) ?? rows[0];
    return thresholdAdvice(studied(goal), current);
  };

  it('advises another multiplier where the one in use is beyond what the choice may have been', () => {
    const advice = adviceAt(5);
    expect(advice).toMatchObject({ kind: 'change' });
    expect(adviceAt(5)).toEqual(advice);
  });

  it('keeps the one in use where so few events cannot tell it from a better one, and says within what', () => {
    expect(adviceAt(3)).toMatchObject({ kind: 'keep', within: { row: { events: { nMissed: 0, nFalse: 0 } } } });
  });

  it('has no other to advise once it was followed', () => {
    const first = adviceAt(5);
    const followed = first.kind === 'change' ? first.row.thresholdMultiplier : NaN;
    expect(adviceAt(followed)).toEqual({ kind: 'keep' });
  });

  it('never keeps a multiplier with more false events than the goal allows', () => {
    expect(adviceAt(2, { kind: 'falseEvents', perWeek: 0 })).toMatchObject({ kind: 'change' });
  });

  it('has none to give where no multiplier reaches the goal', () => {
    const study = { goal: { kind: 'fBeta', beta: 1 } as const, chosen: undefined, confidence: undefined };
    expect(thresholdAdvice(study, rows[0])).toEqual({ kind: 'none' });
  });
});
