import { FieldType, toDataFrame } from '@grafana/data';

import './testing/browser';
import { annotationsInAnswer, annotationsInFrames, taggedSpans } from './taggedSpans';

const STEP = 300_000;

describe('taggedSpans', () => {
  it('takes the annotations that carry all tags, with another tag as the kind', () => {
    const annotations = [
      { time: 1000, timeEnd: 5000, tags: ['anomaly', 'outage'] },
      { time: 6000, timeEnd: 7000, tags: ['deploy'] },
      { time: 8000, timeEnd: 9000, tags: ['anomaly'] },
    ];
    expect(taggedSpans(annotations, ['anomaly'], STEP)).toEqual([
      { start: 1000, end: 5000, kind: 'outage' },
      { start: 8000, end: 9000, kind: 'anomaly' },
    ]);
  });

  it('takes the step before and after a moment', () => {
    expect(taggedSpans([{ time: STEP, tags: ['anomaly'] }], ['anomaly'], STEP)).toEqual([
      { start: 0, end: 2 * STEP, kind: 'anomaly' },
    ]);
  });
});

describe('taggedSpans of annotations that Foreband wrote', () => {
  const region = { time: 10 * STEP, timeEnd: 12 * STEP };
  const own = ['foreband', 'high', 'foreband-id:1x.2y'];

  it('takes those labeled as real, with their severity as the kind', () => {
    const real = { ...region, tags: [...own, 'foreband-label:true'] };
    expect(taggedSpans([real, { ...region, tags: own }], ['foreband-label:true'], STEP)).toEqual([
      { start: 10 * STEP, end: 12 * STEP, kind: 'high' },
    ]);
  });

  it('never takes a false alarm for an anomaly, unless false alarms are asked for', () => {
    const falseAlarm = { ...region, tags: [...own, 'foreband-label:false'] };
    expect(taggedSpans([falseAlarm], ['foreband'], STEP)).toEqual([]);
    expect(taggedSpans([falseAlarm], ['foreband-label:false'], STEP)).toHaveLength(1);
  });
});

describe('annotationsInFrames', () => {
  it('reads the rows of every source, and leaves out what has no time', () => {
    const frame = toDataFrame({
      fields: [
        { name: 'time', type: FieldType.time, values: [1, null] },
        { name: 'timeEnd', type: FieldType.time, values: [2, 3] },
        { name: 'tags', type: FieldType.other, values: [['anomaly'], ['anomaly']] },
      ],
    });
    expect(annotationsInFrames([frame])).toEqual([{ time: 1, timeEnd: 2, tags: ['anomaly'] }]);
  });

  it('is empty for a panel without annotations', () => {
    expect(annotationsInFrames(undefined)).toEqual([]);
  });
});

describe('annotationsInAnswer', () => {
  it('leaves out whatever is no annotation', () => {
    expect(annotationsInAnswer([{ time: 5, tags: ['a', 7] }, 'x', null, { time: 'now' }])).toEqual([
      { time: 5, timeEnd: undefined, tags: ['a'] },
    ]);
    expect(annotationsInAnswer({ message: 'no' })).toEqual([]);
  });
});
