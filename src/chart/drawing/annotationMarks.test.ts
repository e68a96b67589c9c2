import { FieldType, toDataFrame } from '@grafana/data';

import { annotationMarks } from './annotationMarks';

describe('annotationMarks', () => {
  it('reads moments and regions, and keeps only the words of their texts', () => {
    const frame = toDataFrame({
      fields: [
        { name: 'time', type: FieldType.time, values: [10, 20] },
        { name: 'timeEnd', type: FieldType.time, values: [null, 30] },
        { name: 'title', values: ['Deploy', ''] },
        { name: 'text', values: ['<b>v1.2</b>', 'outage'] },
        { name: 'color', values: ['red', ''] },
      ],
    });
    expect(annotationMarks([frame])).toEqual([
      { start: 10, end: 10, color: 'red', text: 'Deploy: v1.2' },
      { start: 20, end: 30, color: '', text: 'outage' },
    ]);
  });

  it('is empty without annotations', () => {
    expect(annotationMarks(undefined)).toEqual([]);
  });
});
