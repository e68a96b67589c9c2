import '../../grafana/testing/browser';

import { exclusionBefore, exclusionsAt, samplesSince, unusualAt } from './learning';
import { JUMP, jumpedSeries, MIDNIGHT, STEP } from './testing/jumpedSeries';

const HOUR = 3_600_000;

describe('exclusionBefore(moment)', () => {
  it('leaves the minute of the moment and what follows', () => {
    expect(exclusionBefore(JUMP)).toEqual({ start: 0, end: JUMP - 60_000 });
  });

  it('makes the new level the normal one at once', async () => {
    const before = await jumpedSeries(16);
    expect(before.detection.incidents.map(({ start }) => start)).toEqual([JUMP]);
    const after = await jumpedSeries(16, { exclusions: [exclusionBefore(JUMP)] });
    expect(after.fitted.training.start).toBe(JUMP);
    expect(after.forecast.yhat.at(-1)).toBeCloseTo(3.04, 1);
    expect(after.detection.incidents).toEqual([]);
  }, 60_000);
});

describe('unusualAt(detected, time, reachMs)', () => {
  it('finds the incident at a time, half a step around it included, and nothing beside it', async () => {
    const detected = await jumpedSeries(16);
    const [{ start, end }] = detected.detection.incidents;
    const incident = { kind: 'incident', span: { start, end } };
    expect(unusualAt(detected, start - STEP / 2, STEP / 2)).toEqual(incident);
    expect(unusualAt(detected, end, 0)).toEqual(incident);
    expect(unusualAt(detected, start - HOUR, STEP / 2)).toBeUndefined();
  }, 60_000);
});

describe('samplesSince(detected, moment)', () => {
  it('counts what is shown and the history before it, each sample once', async () => {
    const detected = await jumpedSeries(11);
    expect(samplesSince(detected, JUMP)).toBe(6);
    expect(samplesSince(detected, MIDNIGHT - HOUR)).toBe(6 + 66);
  }, 60_000);
});

describe('exclusionsAt(exclusions, time)', () => {
  it('gives those around the time, and those of everything before a moment wherever it is', () => {
    const everything = { start: 0, end: 1000 };
    const around = { start: 2000, end: 3000 };
    const beside = { start: 4000, end: 5000 };
    expect(exclusionsAt([everything, around, beside], 3000)).toEqual([everything, around]);
  });
});
