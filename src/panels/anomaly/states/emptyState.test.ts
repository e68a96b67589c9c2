import { FieldType, LoadingState, toDataFrame } from '@grafana/data';

import type { PanelModel } from '../model/panelModel';
import { panelData } from '../testing/panelData';

import { emptyState } from './emptyState';

const nothing: PanelModel = {
  series: [],
  notes: [],
  isSimulated: false,
  isLearning: false,
  isStarting: false,
  training: { kind: 'notNeeded' },
  trainingSpan: { start: 0, end: 0 },
  now: 0,
};

const table = toDataFrame({ fields: [{ name: 'series', type: FieldType.string, values: ['web'] }] });

describe('emptyState', () => {
  it.each([
    ['no reading', panelData([]), nothing, 'No data'],
    ['a query that still runs', panelData([], { state: LoadingState.Loading }), nothing, 'Waiting for data'],
    ['an answer without time series', panelData([table]), nothing, 'No time series in the answer'],
    [
      'a query that failed',
      panelData([], { state: LoadingState.Error }),
      { ...nothing, notes: [{ severity: 'error' as const, text: 'bad_data: parse error' }] },
      'The query failed',
    ],
  ])('says what is wrong with %s', (_title, data, model, title) => {
    expect(emptyState(data, model)?.title).toBe(title);
  });

  it('passes on what a data source says about an empty answer', () => {
    const model: PanelModel = { ...nothing, notes: [{ severity: 'info', text: 'No data: Prometheus has no series.' }] };
    expect(emptyState(panelData([]), model)).toMatchObject({ title: 'No data', advice: 'Prometheus has no series.' });
  });

  it('repeats what the data source said', () => {
    const model: PanelModel = { ...nothing, notes: [{ severity: 'error', text: 'bad_data: parse error' }] };
    expect(emptyState(panelData([]), model)?.advice).toBe('bad_data: parse error');
  });
});
