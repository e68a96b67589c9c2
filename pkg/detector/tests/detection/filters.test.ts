import { detect, parseDetectionOptions, suppressionCodes, suppressionReasonOf } from 'foreband-detector';

import { column, flatForecast } from '../columns.js';
import { detectPattern, marks, runs } from './notation.js';

describe('N of M', () => {
  it.each([
    { pattern: '.^^.......', n: 2, m: 3, expected: ['1-2 above'], what: 'begins at its first point once confirmed' },
    { pattern: '.^.^......', n: 2, m: 3, expected: ['1-3 above'], what: 'need not be adjacent' },
    { pattern: '.^..^.....', n: 2, m: 3, expected: [], what: 'must lie within M points' },
    { pattern: '.^^..^....', n: 2, m: 3, expected: ['1-5 above'], what: 'goes on until M points are quiet' },
    { pattern: '.^^...^...', n: 2, m: 3, expected: ['1-2 above'], what: 'ends at its last point outside' },
    { pattern: '.^^...^^..', n: 2, m: 3, expected: ['1-2 above', '6-7 above'], what: 'must be confirmed anew' },
    { pattern: '.^v.......', n: 2, m: 3, expected: [], what: 'must be on one side' },
    { pattern: '.^^v^.....', n: 2, m: 3, expected: ['1-2 above'], what: 'is ended by the other side' },
    { pattern: '.^ ^......', n: 2, m: 2, expected: ['1-3 above'], what: 'counts measured points only' },
    { pattern: '.^...^.^..', n: 2, m: 3, expected: ['5-7 above'], what: 'forgets points older than M' },
    { pattern: '^.^.^.^...', n: 3, m: 5, expected: ['0-6 above'], what: 'starts at the earliest of the N' },
  ])('$n of $m in "$pattern" $what', ({ pattern, n, m, expected }) => {
    expect(runs(detectPattern(pattern, { n, m }))).toEqual(expected);
  });

  it('says when it was confirmed', () => {
    expect(detectPattern('.^.^.', { n: 2, m: 3 }).anomalies[0]).toMatchObject({
      start: 1000,
      confirmedAt: 3000,
      nPoints: 2,
    });
  });

  it('marks points inside the band between the points of a run as normal, and unconfirmed ones as suppressed', () => {
    expect(marks(detectPattern('.^...^.^^..', { n: 2, m: 3 }))).toBe('.n...#.##..');
  });
});

describe('direction', () => {
  it.each([
    { direction: 'above', expected: '.##.dd.' },
    { direction: 'below', expected: '.dd.##.' },
    { direction: 'both', expected: '.##.##.' },
  ] as const)('$direction flags that side only', ({ direction, expected }) => {
    expect(marks(detectPattern('.^^.vv.', { direction }))).toBe(expected);
  });
});

describe('minimum deviation', () => {
  // '^' deviates by 3 from a forecast of 10, 'A' by 7.
  it.each([
    { input: { minDeviationAbsolute: 3 }, expected: '.m#' },
    { input: { minDeviationAbsolute: 2.9 }, expected: '.##' },
    { input: { minDeviationRelative: 0.3 }, expected: '.m#' },
    { input: { minDeviationRelative: 0.29 }, expected: '.##' },
    { input: { minDeviationAbsolute: 1, minDeviationRelative: 0.3 }, expected: '.m#' },
    { input: { minDeviationAbsolute: 3, minDeviationRelative: 0.1 }, expected: '.m#' },
    { input: { minDeviationAbsolute: 7, minDeviationRelative: 0.1 }, expected: '.mm' },
  ])('$input must be exceeded, both where both are set', ({ input, expected }) => {
    expect(marks(detectPattern('.^A', input))).toBe(expected);
  });

  it('is relative to the size of the forecast, whatever its sign', () => {
    const forecast = flatForecast(2, -10, 1);
    const options = parseDetectionOptions({ minDeviationRelative: 0.5 });
    expect([...detect(forecast.time, column(-14, -16), forecast, options).anomalous]).toEqual([0, 1]);
  });
});

describe('normal range', () => {
  it('keeps values inside, bounds included, from being anomalous', () => {
    expect(marks(detectPattern('.^AvV', { normalRange: { lower: 7, upper: 13 } }))).toBe('.r#r#');
    expect(marks(detectPattern('.^AvV', { normalRange: { upper: 13 } }))).toBe('.r#rr');
  });

  it('is the reason given', () => {
    const { suppressedBy } = detectPattern('^', { normalRange: { upper: 20 } });
    expect(suppressionReasonOf(suppressedBy[0])).toBe('normalRange');
  });
});

describe('limits', () => {
  it('make values outside anomalous even inside the band', () => {
    expect(runs(detectPattern('..', { limits: { upper: 9.5 } }))).toEqual(['0-1 above']);
    expect(runs(detectPattern('..', { limits: { lower: 10.5 } }))).toEqual(['0-1 below']);
  });

  it('leave a value on the limit alone', () => {
    expect(runs(detectPattern('..', { limits: { upper: 10, lower: 10 } }))).toEqual([]);
  });

  it('override direction, minimum deviation and N of M', () => {
    const input = { direction: 'below', minDeviationAbsolute: 100, n: 3, m: 3 } as const;
    expect(marks(detectPattern('.A.', { ...input, limits: { upper: 15 } }))).toBe('.#.');
  });

  it('confirm a run that is waiting for its N of M, from its first point on', () => {
    expect(runs(detectPattern('.^A..', { n: 3, m: 3, limits: { upper: 15 } }))).toEqual(['1-2 above']);
  });

  it('do not reach into exclusions', () => {
    const exclusions = [{ start: 1000, end: 1000 }];
    expect(marks(detectPattern('.A.', { limits: { upper: 15 }, exclusions }))).toBe('.e.');
  });
});

describe('exclusions', () => {
  const exclusions = [{ start: 2000, end: 3000 }];

  it('keep their points, bounds included, from being anomalous', () => {
    expect(marks(detectPattern('.^^^^.', { exclusions }))).toBe('.#ee#.');
  });

  it('end a run, so no anomaly reaches across', () => {
    expect(runs(detectPattern('^^  ^^', { n: 1, m: 9, exclusions }))).toEqual(['0-1 above', '4-5 above']);
    expect(runs(detectPattern('^^..^^', { n: 1, m: 9, exclusions }))).toEqual(['0-1 above', '4-5 above']);
  });
});

describe('suppressed excursions', () => {
  it('are runs of neighbors with one reason and one side', () => {
    const { suppressed } = detectPattern('.^A.vv^.', { n: 5, m: 5 });
    expect(
      suppressed.map(({ start, end, direction, reason, nPoints }) => [start, end, direction, reason, nPoints]),
    ).toEqual([
      [1000, 2000, 'above', 'nOfM', 2],
      [4000, 5000, 'below', 'nOfM', 2],
      [6000, 6000, 'above', 'nOfM', 1],
    ]);
    expect(suppressed[0]).toMatchObject({ peakTime: 2000, peakValue: 17, expected: 10 });
  });

  it('name the first reason that applies', () => {
    const { suppressed } = detectPattern('vvvv', {
      exclusions: [{ start: 0, end: 0 }],
      direction: 'above',
      minDeviationAbsolute: 100,
    });
    expect(suppressed.map(({ reason }) => reason)).toEqual(['exclusion', 'direction']);
  });

  it('have a code each, and 0 is none', () => {
    expect(suppressionReasonOf(0)).toBeUndefined();
    expect(suppressionReasonOf(99)).toBeUndefined();
    expect(Object.values(suppressionCodes).map(suppressionReasonOf)).toEqual(Object.keys(suppressionCodes));
  });
});

describe('a degenerate fit', () => {
  const forecast = flatForecast(4, 50, 0);
  const y = column(50, 50.00001, 50.04, 50.06);
  const flagged = (context?: { isDegenerate: boolean; scale: number }, input = {}) => [
    ...detect(forecast.time, y, forecast, parseDetectionOptions(input), context).anomalous,
  ];

  it('flags only points further off than 0.1 % of the scale', () => {
    expect(flagged({ isDegenerate: true, scale: 50 })).toEqual([0, 0, 0, 1]);
  });

  it('takes the minimum deviation of the options where one is set', () => {
    expect(flagged({ isDegenerate: true, scale: 50 }, { minDeviationAbsolute: 0.03 })).toEqual([0, 0, 1, 1]);
    expect(flagged({ isDegenerate: true, scale: 50 }, { minDeviationRelative: 0.0001 })).toEqual([0, 0, 1, 1]);
  });

  it('takes rounding for no excursion', () => {
    const context = { isDegenerate: true, scale: 50 };
    expect(detect(forecast.time, y, forecast, parseDetectionOptions(), context).suppressed).toEqual([]);
  });

  it('does not concern a regular fit', () => {
    expect(flagged({ isDegenerate: false, scale: 50 })).toEqual([0, 1, 1, 1]);
    expect(flagged()).toEqual([0, 1, 1, 1]);
  });
});
