import { FieldType, toDataFrame } from '@grafana/data';

import { defaultSettings } from 'foreband-engine';

import type { PlannedJob } from './detectionJobs';
import { evaluationSubject, untilMidnight } from './evaluationSubject';

const STEP = 300_000;

function series(first: number, values: readonly number[]) {
  const time = Float64Array.from(values, (_, row) => (first + row) * STEP);
  return { name: 'web', labels: {}, time, y: Float64Array.from(values) };
}

function planned(training: readonly number[], visibleFirst: number, visible: readonly number[]): PlannedJob {
  const settings = { ...defaultSettings, stepMs: STEP };
  const job = { training: series(0, training), visible: series(visibleFirst, visible), forecastEnd: 0, settings };
  return { key: 'web', history: 'asked', job };
}

function field(config: { min?: number; max?: number }) {
  return toDataFrame({ fields: [{ name: 'value', type: FieldType.number, values: [1], config }] }).fields[0];
}

function subjectOf(job: PlannedJob, config = {}) {
  return evaluationSubject(job, { name: 'web', field: field(config), settings: defaultSettings }, undefined);
}

describe('evaluationSubject', () => {
  it('joins the training with the visible samples that overlap it and go on', () => {
    const { time, y } = subjectOf(planned([1, 2, 3], 2, [30, 40])).series;
    expect([...time]).toEqual([0, STEP, 2 * STEP, 3 * STEP]);
    expect([...y]).toEqual([1, 2, 30, 40]);
  });

  it('ends at the last sample, not at the end of a forecast', () => {
    expect(subjectOf(planned([1, 2], 2, [3, NaN, NaN])).series.time).toHaveLength(3);
    expect(subjectOf(planned([1, 2], 2, [NaN])).series.time).toHaveLength(2);
  });

  it('keeps planted anomalies within what the field allows', () => {
    expect(subjectOf(planned([1], 1, [2]), { min: 0 }).bounds).toEqual({ lower: 0, upper: Infinity });
    expect(subjectOf(planned([1], 1, [2])).bounds).toBeUndefined();
  });
});

describe('untilMidnight', () => {
  const hourly = (nHours: number) => {
    const time = Float64Array.from({ length: nHours }, (_, row) => row * 3_600_000);
    return { name: 'web', labels: {}, time, y: time.map(() => 1) };
  };

  it('leaves the day out that is not over, so that later samples of it change nothing', () => {
    expect(untilMidnight(hourly(3 * 24 + 5)).time).toHaveLength(3 * 24);
    expect(untilMidnight(hourly(3 * 24 + 6))).toEqual(untilMidnight(hourly(3 * 24 + 5)));
  });

  it('takes everything where fewer than two days would be left', () => {
    expect(untilMidnight(hourly(47)).time).toHaveLength(47);
  });
});
