import {
  ADAPTIVE_LEAD_MS,
  createZoneClock,
  replayAdaptive,
  scoreAdaptive,
  type AdaptiveRows,
  type AdaptiveState,
} from 'foreband-detector';

import { hasReference, loadLearnReference } from './reference.js';
import { cut, DAY, HOUR, MINUTE, rowsOf, START, wildRows } from './series.js';

const STEP = 5 * MINUTE;

/** A series that is known for four weeks, whose usual deviation is 1. */
const state: AdaptiveState = {
  stepMs: STEP,
  end: START,
  ageMs: 28 * DAY,
  scale: 1,
  recurring: { above: [{ startMs: 2 * HOUR, endMs: 2.5 * HOUR, size: 10 }], below: [] },
  unrest: { mean: 0.8, deviation: 0.1 },
  biasScale: 0.5,
  budget: 1,
};
const calmState = { ...state, unrest: null, biasScale: null };

const lead = ADAPTIVE_LEAD_MS / STEP;

/** Six hours on the forecast, then these deviations from it. */
function deviating(...deviations: readonly number[]): AdaptiveRows {
  return rowsOf(72 + deviations.length, STEP, (_, row) => deviations[row - 72] ?? 0);
}

describe('scoreAdaptive(state, rows, nLead, settings)', () => {
  it('scores a spike of six scales as 1, and what goes beyond in proportion', () => {
    const { score, nearScore, side } = scoreAdaptive(calmState, deviating(6, 0, -9), 72);
    expect(score[0]).toBe(1);
    // The level has moved by an eighth: the mean of 6 over 48 rows.
    expect(score[2]).toBeCloseTo((9 + 6 / 48) / 6, 12);
    // By the forecast the second is where it should be.
    expect([...nearScore].map((value) => Math.round(6 * value))).toEqual([6, 0, 9]);
    expect(side[2]).toBe(-1);
  });

  it('lets what recurs at a time of day come as large as usual, on its side', () => {
    const rowAtTwo = 96;
    const found = (deviation: number) => {
      const rows = rowsOf(97, STEP, (_, row) => (row === rowAtTwo ? deviation : 0), START - 6 * HOUR);
      const { score, size, usual } = scoreAdaptive(calmState, rows);
      return { score: score[rowAtTwo], times: size[rowAtTwo] / usual[rowAtTwo] };
    };
    expect(found(10)).toEqual({ score: 0, times: 10 / 16 });
    expect(found(16)).toEqual({ score: 1, times: 1 });
    expect(found(-6)).toEqual({ score: 1, times: 1 });
  });

  it('scores unrest of 100 minutes that no single row would page', () => {
    const { score, sustained, branch, size, usual } = scoreAdaptive(
      state,
      deviating(...Array.from({ length: 20 }, (_, row) => (row % 2 === 0 ? 3 : -3))),
      72,
    );
    // A mean of 3 scales is 22 deviations above 0.8.
    expect(sustained[19]).toBeCloseTo(22 / 4.27, 0);
    expect(score[19]).toBe(sustained[19]);
    expect(branch[19]).toBe(2);
    expect(size[19]).toBeCloseTo(3, 0);
    expect(usual[19]).toBeCloseTo(0.8 + 4.27 * 0.1, 12);
  });

  it('scores a bias that the level would swallow', () => {
    const creeping = rowsOf(288, STEP, (_, row) => row / 40);
    const { bias, branch, level } = scoreAdaptive(state, creeping);
    expect(level[287]).toBeCloseTo(262.5 / 40, 12);
    // The mean of the last 24 rows in units of 4 times 0.5.
    expect(bias[287]).toBeCloseTo(275.5 / 40 / 2, 12);
    expect(branch[287]).toBe(3);
  });

  it('turns unrest and bias off for steps above half an hour', () => {
    const hourly = { ...state, stepMs: HOUR };
    const { sustained, bias } = scoreAdaptive(
      hourly,
      rowsOf(40, HOUR, (_, row) => row),
    );
    expect([Math.max(...sustained), Math.max(...bias)]).toEqual([0, 0]);
  });

  it('gives to the bit what the whole gives, for any cut with 5 h 40 before it', () => {
    const rows = wildRows(21, 3, STEP);
    const whole = scoreAdaptive(state, rows);
    for (const from of [lead, 301, 500]) {
      const part = scoreAdaptive(state, cut(rows, from - lead, 800), lead);
      expect(part.score).toEqual(whole.score.slice(from, 800));
      expect(part.bandUpper.slice(0, -20)).toEqual(whole.bandUpper.slice(from, 780));
    }
  });

  it('draws the band that it scores: a spike is anomalous exactly outside', () => {
    const rows = wildRows(4, 3, STEP);
    const { spike, threshold, bandLower, bandUpper } = scoreAdaptive(state, rows, 0, { thresholdMultiplier: 1 });
    const isOutside = rows.y.map((value, row) => (value > bandUpper[row] || value < bandLower[row] ? 1 : 0));
    expect([...spike.map((value, row) => (value > threshold[row] ? 1 : 0))]).toEqual([...isOutside]);
    expect(isOutside).toContain(1);
  });

  it('keeps expected value and band within the bounds, and scores against what is drawn', () => {
    // Four hours at -50 pull the level far below what cannot be negative.
    const rows = rowsOf(100, STEP, (_, row) => (row < 50 ? -50 : -100));
    const low = { ...rows, yhat: rows.yhat.map((value, row) => (row < 50 ? value : 20)) };
    const { expected, bandLower, score } = scoreAdaptive(calmState, low, 50, { bounds: { lower: 0, upper: 100 } });
    expect(expected[0]).toBe(0);
    expect(bandLower[0]).toBe(0);
    expect(score[0]).toBe(0);
  });

  it('lets a value lie farther off where the start of what recurs wanders', () => {
    const rows = deviating(10);
    const edges = { above: rows.y.map((_, row) => (row === 72 ? 7 : 0)), below: rows.y.map(() => 0) };
    const { score, bandUpper } = scoreAdaptive(calmState, { ...rows, edges }, 72);
    expect(score[0]).toBe(0.5);
    expect(bandUpper[0]).toBe(100 + 6 + 7);
  });

  it('lets the level fade to half in four hours where nothing is measured yet', () => {
    const rows = rowsOf(300, STEP, (_, row) => (row < 100 ? 8 : NaN));
    const { expected, score } = scoreAdaptive(calmState, rows);
    expect(expected[100]).toBe(108);
    expect(expected[148]).toBeCloseTo(104, 12);
    expect(expected[196]).toBeCloseTo(102, 12);
    expect(score[100]).toBeNaN();
  });

  it('scores nothing within a day of the first sample, and has a higher threshold until the second', () => {
    const young = { ...calmState, ageMs: 6 * HOUR };
    const { score, threshold } = scoreAdaptive(
      young,
      rowsOf(3 * 288, STEP, (_, row) => (row % 7 === 0 ? 20 : 0)),
    );
    const begins = (18 * HOUR) / STEP;
    expect(Math.max(...score.subarray(0, begins))).toBe(0);
    expect(Math.max(...score.subarray(begins))).toBeGreaterThan(1);
    expect(threshold[begins]).toBeCloseTo(576 / 289, 12);
    expect(threshold[800]).toBe(1);
  });

  it('raises the threshold by the budget and the multiplier, and the band with it', () => {
    const { threshold, bandUpper } = scoreAdaptive({ ...calmState, budget: 2.5 }, deviating(0), 72, {
      thresholdMultiplier: 3,
    });
    expect(threshold[0]).toBe(3.75);
    expect(bandUpper[0]).toBe(100 + 6 * 3.75);
  });

  it('finds what recurs by the clock of the zone', () => {
    const localTime = createZoneClock('Asia/Tokyo');
    const rows = rowsOf(288, STEP, () => 0);
    const { bandUpper } = scoreAdaptive(calmState, rows, 0, { localTime });
    const wide = [...bandUpper.keys()].filter((row) => bandUpper[row] === 116);
    expect(wide.map((row) => (rows.time[row] % DAY) / HOUR)).toEqual(
      [17, 17.083, 17.167, 17.25, 17.333, 17.417].map((hour) => expect.closeTo(hour, 2)),
    );
  });

  it('has nothing to say of no rows', () => {
    expect(
      scoreAdaptive(
        state,
        rowsOf(0, STEP, () => 0),
      ).score,
    ).toHaveLength(0);
  });
});

/** Prophet without a wave: what is forecast is 100, so that the reference's own forecast is ours. */
const flatProphet = {
  fit: () => ({ params: { sigmaObs: 0.01 }, scaling: { yScale: 100 } }),
  predict: (_: unknown, { time }: { readonly time: Float64Array }) => ({ yhat: time.map(() => 100) }),
};
const scoreAlone = { robust: false, profile: false, steps: false, bounds: false, period: false, edges: false };

const itWithReference = hasReference ? it : it.skip;

describe('replayAdaptive and scoreAdaptive, beside the reference of a state that belongs to the model', () => {
  itWithReference('read the same state, and score the days after it the same', async () => {
    const { fitAdaptive, scoreRows } = await loadLearnReference();
    const random = wildRows(5, 16, STEP);
    // Without the gaps, over which the two references differ among themselves.
    const rows = { ...random, y: random.y.map((value) => (Number.isFinite(value) ? value : 101)) };
    const training = cut(rows, 0, 14 * 288);
    const model = fitAdaptive(flatProphet, training, {
      ...scoreAlone,
      stepMs: STEP,
      outOfSample: (time: Float64Array) => time.map(() => 100),
    });
    const size = training.y.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    const own = replayAdaptive(training, { stepMs: STEP, size, ownDeviation: NaN }).state;
    expect(own.ageMs).toBe(model.state.learntMs);
    expect(own.scale).toBeCloseTo(model.state.scale, 9);
    expect(own.biasScale).toBeCloseTo(model.state.biasScale, 9);
    // The other reference knows no scale for the first 24 values, ours takes the forecast's own.
    expect(own.unrest?.mean).toBeCloseTo(model.state.unrestMean, 3);
    expect(own.budget).toBeCloseTo(model.state.limit, 2);
    const bySlot = (sizes: typeof own.recurring.above) =>
      Array.from(
        { length: 288 },
        (_, slot) => sizes.find(({ startMs, endMs }) => startMs <= slot * STEP && slot * STEP < endMs)?.size ?? 0,
      );
    expect(bySlot(own.recurring.above)).toEqual(model.state.R.up.map((value) => expect.closeTo(value, 9)));
    expect(bySlot(own.recurring.below)).toEqual(model.state.R.down.map((value) => expect.closeTo(value, 9)));

    const { learntMs, unrestMean, unrestDeviation, biasScale, limit, scale } = model.state;
    const theirs: AdaptiveState = {
      ...own,
      ageMs: learntMs,
      scale,
      biasScale,
      unrest: { mean: unrestMean, deviation: unrestDeviation },
      budget: limit,
    };
    const visible = cut(rows, 14 * 288 - lead, rows.time.length);
    const scores = scoreAdaptive(theirs, visible, lead);
    const reference = scoreRows(flatProphet, model, visible);
    expect(reference).toHaveLength(scores.score.length);
    const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 9));
    expect([...scores.score]).toEqual(close(reference.map(({ score }) => score)));
    expect([...scores.expected]).toEqual(close(reference.map(({ expected }) => expected)));
    expect([...scores.bandUpper]).toEqual(close(reference.map(({ upper }) => upper)));
    expect([...scores.bandLower]).toEqual(close(reference.map(({ lower }) => lower)));
    expect([...scores.threshold]).toEqual(close(reference.map(({ threshold }) => threshold)));
  });
});
