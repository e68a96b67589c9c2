import { detect, parseDetectionOptions } from 'foreband-detector';

import { column, flatForecast } from '../columns.js';
import { detectPattern, marks, runs } from './notation.js';

describe('anomalies', () => {
  it('describes a run by its ends, its peak and the number of its points', () => {
    expect(detectPattern('..^A^..').anomalies).toEqual([
      {
        start: 2000,
        end: 4000,
        direction: 'above',
        peakTime: 3000,
        peakValue: 17,
        expected: 10,
        peakScore: expect.closeTo(3.5, 6),
        severity: 'critical',
        nPoints: 3,
        confirmedAt: 2000,
        isOpen: false,
      },
    ]);
  });

  it('takes the earliest of equal peaks', () => {
    expect(detectPattern('.AA.').anomalies[0].peakTime).toBe(1000);
  });

  it.each([
    { pattern: '.......', expected: [] },
    { pattern: '.^.^^..', expected: ['1-1 above', '3-4 above'] },
    { pattern: '.^^vv..', expected: ['1-2 above', '3-4 below'] },
    { pattern: '.^v^...', expected: ['1-1 above', '2-2 below', '3-3 above'] },
  ])(
    'with 1 of 1, "$pattern" holds $expected: a point inside or a change of side ends a run',
    ({ pattern, expected }) => {
      expect(runs(detectPattern(pattern))).toEqual(expected);
    },
  );

  it.each([
    { pattern: '.^ ^.', m: 1, expected: ['1-3 above'] },
    { pattern: '.^  ^.', m: 1, expected: ['1-1 above', '4-4 above'] },
    { pattern: '.^  ^.', m: 2, expected: ['1-4 above'] },
    { pattern: '.^   ^.', m: 2, expected: ['1-1 above', '5-5 above'] },
  ])('bridges up to M = $m missing points in "$pattern"', ({ pattern, m, expected }) => {
    expect(runs(detectPattern(pattern, { n: 1, m }))).toEqual(expected);
  });

  it.each([
    { pattern: '.^^', isOpen: true },
    { pattern: '.^.', isOpen: false },
    { pattern: '.^^     ', isOpen: true },
  ])('leaves an anomaly open until something measured ends it: "$pattern" $isOpen', ({ pattern, isOpen }) => {
    expect(detectPattern(pattern).anomalies.map((anomaly) => anomaly.isOpen)).toEqual([isOpen]);
  });

  it('keeps a run open for M - 1 quiet points', () => {
    expect(detectPattern('^..', { n: 1, m: 3 }).anomalies[0].isOpen).toBe(true);
    expect(detectPattern('^...', { n: 1, m: 3 }).anomalies[0].isOpen).toBe(false);
  });

  it('finds nothing in nothing', () => {
    const detection = detectPattern('');
    expect([detection.anomalies, detection.suppressed, detection.score.length]).toEqual([[], [], 0]);
  });

  it('does not change the score by any filter', () => {
    const filtered = detectPattern('.^AvV.', { n: 3, m: 3, direction: 'above', minDeviationAbsolute: 5 });
    expect(filtered.score).toEqual(detectPattern('.^AvV.').score);
    expect(marks(filtered)).not.toContain('#');
  });

  it('finds in a part of the points what it finds in all of them', () => {
    const whole = detectPattern('.^^..vA....^.');
    const part = detectPattern('..vA....^.');
    expect(part.score).toEqual(whole.score.subarray(3));
    expect(marks(part)).toBe(marks(whole).slice(3));
  });

  it('refuses columns of different length, naming the column', () => {
    const options = parseDetectionOptions();
    expect(() => detect(column(0, 1000), column(1), flatForecast(2, 1, 1), options)).toThrow(
      new RangeError('invalid y: 1 rows (expected 2, one for each time)'),
    );
    expect(() => detect(column(0), column(1), { ...flatForecast(1, 1, 1), yhat: column() }, options)).toThrow(
      new RangeError('invalid yhat: 0 rows (expected 1, one for each time)'),
    );
  });
});
