import type { Anomaly } from 'foreband-detector';

import type { ScoredSeries } from '../model/chartSeries';

import { outsideRuns } from './outsideRuns';

function anomaly(start: number, end: number, direction: Anomaly['direction']): Anomaly {
  return {
    start,
    end,
    direction,
    peakTime: start,
    peakValue: 0,
    expected: 0,
    peakScore: 2.5,
    severity: 'high',
    nPoints: 1,
    confirmedAt: start,
    isOpen: false,
  };
}

/** A band from 0 to 10 over the given times. */
function scoredSeries(time: readonly number[], y: readonly number[], anomalies: readonly Anomaly[]): ScoredSeries {
  const column = (value: number) => new Float64Array(time.length).fill(value);
  return {
    time: Float64Array.from(time),
    y: Float64Array.from(y),
    yhat: column(5),
    bandLower: column(0),
    bandUpper: column(10),
    score: column(0),
    anomalous: new Uint8Array(time.length),
    anomalies,
    incidents: [],
    severityAt: () => 'low',
    learningUntil: null,
    suppressed: [],
    shares: () => [],
  };
}

describe('outsideRuns', () => {
  it('cuts a spike exactly where the line crosses the band', () => {
    const scored = scoredSeries([0, 10, 20], [5, 15, 5], [anomaly(10, 10, 'above')]);
    expect(outsideRuns(scored, scored)).toEqual([{ severity: 'high', time: [5, 10, 15], y: [10, 15, 10] }]);
  });

  it('makes one run of neighboring points', () => {
    const scored = scoredSeries([0, 10, 20, 30], [5, 15, 20, 5], [anomaly(10, 20, 'above')]);
    expect(outsideRuns(scored, scored)).toHaveLength(1);
  });

  it('colors a dip below the lower edge', () => {
    const scored = scoredSeries([0, 10, 20], [5, -5, 5], [anomaly(10, 10, 'below')]);
    expect(outsideRuns(scored, scored)[0].y).toEqual([0, -5, 0]);
  });

  it('breaks at a missing sample', () => {
    const scored = scoredSeries([0, 10, 20, 30, 40], [15, 15, NaN, 15, 15], [anomaly(0, 40, 'above')]);
    expect(outsideRuns(scored, scored).map(({ time }) => time)).toEqual([
      [0, 10],
      [30, 40],
    ]);
  });

  it('colors the whole extent of an anomaly that never leaves the band, such as one beyond a limit', () => {
    const scored = scoredSeries([0, 10, 20, 30], [5, 9, 9, 5], [anomaly(10, 20, 'above')]);
    expect(outsideRuns(scored, scored)).toEqual([{ severity: 'high', time: [10, 20], y: [9, 9] }]);
  });

  it('colors the edges of an anomaly on a line drawn on a finer step', () => {
    const scored = scoredSeries([0, 10, 20], [5, 15, 5], [anomaly(10, 10, 'above')]);
    const line = { time: Float64Array.of(2, 4, 6, 8, 10, 12, 14), y: Float64Array.of(5, 15, 15, 15, 15, 15, 5) };
    expect(outsideRuns(line, scored).map(({ time }) => time)).toEqual([[3, 4, 6, 8, 10, 12, 13]]);
  });

  it('reads the band between its own rows for a line drawn on another step', () => {
    const scored = scoredSeries([0, 20], [5, 5], [anomaly(0, 20, 'above')]);
    const line = { time: Float64Array.of(4, 8, 12), y: Float64Array.of(5, 20, 5) };
    expect(outsideRuns(line, scored)[0].y[1]).toBe(20);
  });
});
