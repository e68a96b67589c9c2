import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';

import './testing/browser';
import { fieldLabels } from './labelField';
import { seriesFromFrames } from './seriesFromFrames';

const MINUTE = 60_000;
const time = { name: 'time', type: FieldType.time, values: [0, 1, 2, 3, 4].map((row) => row * MINUTE) };
const value = { name: 'value', type: FieldType.number, values: [1, 2, 3, 4, 5], labels: { host: 'web' } };

function labelsOf(frames: DataFrame[], name = 'label') {
  return fieldLabels(frames, seriesFromFrames(frames)[0], name);
}

describe('fieldLabels', () => {
  it('reads texts of a field beside the samples: what they say is the kind', () => {
    const label = { name: 'label', type: FieldType.string, values: ['', 'outage', 'outage', null, 'no'] };
    expect(labelsOf([toDataFrame({ fields: [time, value, label] })])).toEqual({
      spans: [{ kind: 'outage', start: MINUTE, end: 2 * MINUTE, magnitude: NaN }],
      known: { start: 0, end: 4 * MINUTE },
    });
  });

  it('reads numbers and booleans', () => {
    const flags = { name: 'label', type: FieldType.boolean, values: [false, true, true, false, true] };
    const spans = labelsOf([toDataFrame({ fields: [time, value, flags] })])?.spans;
    expect(spans?.map(({ start, end }) => [start / MINUTE, end / MINUTE])).toEqual([
      [1, 2],
      [4, 4],
    ]);
  });

  it('takes a series of that name whose labels agree, where the frame has no such field', () => {
    const ofHost = (host: string, values: number[]) =>
      toDataFrame({
        name: 'label',
        fields: [time, { name: 'Value', type: FieldType.number, values, labels: { host } }],
      });
    const frames = [
      toDataFrame({ fields: [time, value] }),
      ofHost('db', [1, 1, 1, 1, 1]),
      ofHost('web', [0, 0, 0, 1, 0]),
    ];
    expect(labelsOf(frames)?.spans).toMatchObject([{ start: 3 * MINUTE, end: 3 * MINUTE }]);
  });

  it('reads a frame sorted by descending time', () => {
    const reversed = { ...time, values: [...time.values].reverse() };
    const label = { name: 'label', type: FieldType.number, values: [1, 0, 0, 0, 0] };
    const labels = labelsOf([toDataFrame({ fields: [reversed, value, label] })]);
    expect(labels?.spans).toMatchObject([{ start: 4 * MINUTE, end: 4 * MINUTE }]);
    expect(labels?.known).toEqual({ start: 0, end: 4 * MINUTE });
  });

  it('is undefined where no field has that name', () => {
    expect(labelsOf([toDataFrame({ fields: [time, value] })])).toBeUndefined();
  });
});
