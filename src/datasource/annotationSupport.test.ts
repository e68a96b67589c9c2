import { FieldType, type DataFrame } from '@grafana/data';

import '../grafana/testing/browser';

import { annotationQueryOf, anomalyEvents } from './annotationSupport';

function table(rows: ReadonlyArray<Record<string, unknown>>): DataFrame {
  const fields = Object.keys(rows[0]).map((name) => ({
    name,
    type: FieldType.other,
    config: {},
    values: rows.map((row) => row[name]),
  }));
  return { fields, length: rows.length };
}

describe('annotationQueryOf(annotation)', () => {
  it('asks for the table of anomalies, whatever the query answers with elsewhere', () => {
    const target = { refId: 'Anno', expr: 'up', output: 'series' };
    expect(annotationQueryOf({ target: target as never })).toMatchObject({
      expr: 'up',
      output: 'anomalies',
      queryType: 'annotation',
    });
  });

  it('asks for nothing without an expression', () => {
    expect(annotationQueryOf({ target: { refId: 'Anno', source: 'promql' } as never })).toBeUndefined();
  });
});

describe('anomalyEvents(frames)', () => {
  const anomaly = {
    start: 1000,
    end: 3000,
    series: 'web-1',
    direction: 'above',
    peak_value: 0.98765,
    expected: 0.5,
    score: 4.25,
    severity: 'critical',
  };

  it('makes each anomaly a region that says what happened', () => {
    expect(anomalyEvents([table([anomaly])])).toEqual([
      {
        time: 1000,
        timeEnd: 3000,
        isRegion: true,
        title: 'web-1 above the band (critical)',
        text: '0.988 where 0.5 was expected, score 4.25',
        tags: ['critical', 'above'],
      },
    ]);
  });

  it('makes an anomaly of one point a moment, and ignores rows that are none', () => {
    expect(anomalyEvents([table([{ ...anomaly, end: 1000 }])])[0]).toMatchObject({ isRegion: false });
    expect(anomalyEvents([table([{ other: 1 }]), { fields: [], length: 0 }])).toEqual([]);
  });
});
