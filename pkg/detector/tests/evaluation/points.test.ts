import {
  breachMultipliersOf,
  detect,
  fBetaOf,
  parseDetectionOptions,
  precisionRecallOf,
  rocOf,
  scorePoints,
} from 'foreband-detector';

import { column } from '../columns.js';
import vectors from '../vectors/scores.json';

const bytes = (pattern: string) => Uint8Array.from(pattern, (digit) => Number(digit));
const zeros = (length: number) => new Float64Array(length);

describe('scorePoints', () => {
  it('counts each point in one cell of the confusion matrix and derives the rates', () => {
    //                          2 found, 1 missed, 3 false, 4 left alone
    const scores = scorePoints(bytes('1110000000'), bytes('1101110000'), zeros(10), 2);
    expect(scores).toMatchObject({ truePositives: 2, falseNegatives: 1, falsePositives: 3, trueNegatives: 4 });
    expect(scores.precision).toBeCloseTo(2 / 5, 12);
    expect(scores.recall).toBeCloseTo(2 / 3, 12);
    expect(scores.f1).toBeCloseTo(4 / 8, 12);
    expect(scores.fBeta).toBeCloseTo(10 / 17, 12);
    expect(scores.specificity).toBeCloseTo(4 / 7, 12);
    expect(scores.falsePositiveRate).toBeCloseTo(3 / 7, 12);
    expect(scores.falseNegativeRate).toBeCloseTo(1 / 3, 12);
  });

  it('does not count points without a score', () => {
    const scores = scorePoints(bytes('1010'), bytes('1100'), column(1, 1, null, null));
    expect(scores).toMatchObject({ truePositives: 1, falsePositives: 1, falseNegatives: 0, trueNegatives: 0 });
  });

  it('says NaN where there is nothing to share', () => {
    const scores = scorePoints(bytes('00'), bytes('00'), zeros(2));
    expect([scores.precision, scores.recall, scores.f1, scores.falseNegativeRate]).toEqual([NaN, NaN, NaN, NaN]);
    expect(scores.specificity).toBe(1);
    expect(scorePoints(bytes('11'), bytes('00'), zeros(2)).f1).toBe(0);
  });
});

describe('fBetaOf', () => {
  it('weighs missed ones by the square of beta', () => {
    expect(fBetaOf(4, 2, 0, 2)).toBeCloseTo(20 / 22, 12);
    expect(fBetaOf(4, 0, 2, 2)).toBeCloseTo(20 / 28, 12);
  });
});

describe('breachMultipliersOf', () => {
  const forecast = {
    time: column(0, 1, 2, 3, 4, 5),
    yhat: column(10, 10, 10, 10, 10, null),
    yhatLower: column(9, 9, 9, 9, 9, null),
    yhatUpper: column(14, 14, 14, 14, 14, null),
  };
  const y = column(18, 8, 10, 12, null, 10);

  it('is how far the band must be stretched to reach the point, on its side of the interval', () => {
    expect([...breachMultipliersOf(y, forecast)]).toEqual([2, 2, 0, 0.5, NaN, NaN]);
  });

  it.each([
    { thresholdMultiplier: 1.99, expected: [1, 1, 0, 0, 0, 0] },
    { thresholdMultiplier: 2, expected: [0, 0, 0, 0, 0, 0] },
    { thresholdMultiplier: 0.4, expected: [1, 1, 0, 1, 0, 0] },
  ])('agrees with what detect flags at $thresholdMultiplier', ({ thresholdMultiplier, expected }) => {
    const options = parseDetectionOptions({ thresholdMultiplier });
    expect([...detect(forecast.time, y, forecast, options).anomalous]).toEqual(expected);
  });
});

describe('rocOf', () => {
  it('goes from flagging nothing to flagging everything, and measures the area', () => {
    // Strangest first: anomalous, normal, anomalous, normal. Of 4 pairs 3 are in the right order.
    const roc = rocOf(bytes('1010'), column(9, 7, 5, 3));
    expect([...roc.threshold]).toEqual([Infinity, 9, 7, 5, 3]);
    expect([...roc.truePositiveRate]).toEqual([0, 0.5, 0.5, 1, 1]);
    expect([...roc.falsePositiveRate]).toEqual([0, 0, 0.5, 0.5, 1]);
    expect(roc.area).toBe(0.75);
  });

  it('counts a tie as half, and leaves out points without strangeness', () => {
    expect(rocOf(bytes('1001'), column(5, 5, null, null)).area).toBe(0.5);
  });

  it('knows no area with one class of points only', () => {
    expect(rocOf(bytes('00'), column(1, 2)).area).toBeNaN();
    expect(rocOf(bytes(''), column()).area).toBeNaN();
  });

  it('takes infinite strangeness for the strangest', () => {
    expect(rocOf(bytes('100'), column(Infinity, 2, 1)).area).toBe(1);
  });
});

describe('precisionRecallOf', () => {
  it('has one point for each strangeness, and sums rectangles', () => {
    const { threshold, precision, recall, averagePrecision } = precisionRecallOf(bytes('1010'), column(9, 7, 5, 3));
    expect([...threshold]).toEqual([9, 7, 5, 3]);
    expect([...precision]).toEqual([1, 1 / 2, 2 / 3, 2 / 4]);
    expect([...recall]).toEqual([0.5, 0.5, 1, 1]);
    expect(averagePrecision).toBeCloseTo(0.5 * 1 + 0.5 * (2 / 3), 12);
  });

  it('knows no average precision without an anomalous point', () => {
    expect(precisionRecallOf(bytes('00'), column(1, 2)).averagePrecision).toBeNaN();
  });
});

// scikit-learn, see tests/vectors/generate.py.
describe('scores agree with scikit-learn', () => {
  const precise = (values: ArrayLike<number>) => Array.from(values, (value) => Number(value.toFixed(12)));

  it.each(vectors.cases)('on $what', (expected) => {
    const labels = Uint8Array.from(expected.labels);
    const strangeness = Float64Array.from(expected.strangeness);
    const roc = rocOf(labels, strangeness);
    expect([...roc.threshold.slice(1)]).toEqual(expected.roc.threshold);
    expect(precise(roc.falsePositiveRate)).toEqual(precise(expected.roc.falsePositiveRate));
    expect(precise(roc.truePositiveRate)).toEqual(precise(expected.roc.truePositiveRate));
    expect(roc.area).toBeCloseTo(expected.area, 12);
    const curve = precisionRecallOf(labels, strangeness);
    expect([...curve.threshold]).toEqual(expected.precisionRecall.threshold);
    expect(precise(curve.precision)).toEqual(precise(expected.precisionRecall.precision));
    expect(precise(curve.recall)).toEqual(precise(expected.precisionRecall.recall));
    expect(curve.averagePrecision).toBeCloseTo(expected.averagePrecision, 12);
  });

  it.each(vectors.cases)('on the flags of $what', (expected) => {
    const labels = Uint8Array.from(expected.labels);
    const flagged = Uint8Array.from(expected.flagged);
    const scores = scorePoints(labels, flagged, Float64Array.from(expected.strangeness), 2);
    const { trueNegatives, falsePositives, falseNegatives, truePositives } = scores;
    expect([
      [trueNegatives, falsePositives],
      [falseNegatives, truePositives],
    ]).toEqual(expected.confusion);
    expect(scores.precision).toBeCloseTo(expected.precision, 12);
    expect(scores.recall).toBeCloseTo(expected.recall, 12);
    expect(scores.f1).toBeCloseTo(expected.f1, 12);
    expect(scores.fBeta).toBeCloseTo(expected.f2, 12);
    expect(fBetaOf(truePositives, falsePositives, falseNegatives, 0.5)).toBeCloseTo(expected.fHalf, 12);
  });
});
