import type { Note } from 'foreband-engine';
import { FieldType, LoadingState, toDataFrame, type DataFrame } from '@grafana/data';

import { emptyState } from './emptyState';

const table = toDataFrame({ fields: [{ name: 'series', type: FieldType.string, values: ['web'] }] });
const failure: Note = { severity: 'error', text: 'bad_data: parse error' };

function answer(series: DataFrame[] = [], state = LoadingState.Done) {
  return { series, state };
}

describe('emptyState', () => {
  it.each([
    ['no sample', answer(), [], 'No data'],
    ['a query that still runs', answer([], LoadingState.Loading), [], 'Waiting for data'],
    ['an answer without time series', answer([table]), [], 'No time series in the answer'],
    ['a query that failed', answer([], LoadingState.Error), [failure], 'The query failed'],
  ])('says what is wrong with %s', (_title, data, notes, title) => {
    expect(emptyState(data, notes).title).toBe(title);
  });

  it('passes on what a data source says about an empty answer', () => {
    const note: Note = { severity: 'info', text: 'No data: Prometheus has no series.' };
    expect(emptyState(answer(), [note])).toMatchObject({ title: 'No data', advice: 'Prometheus has no series.' });
  });

  it('repeats what the data source said', () => {
    expect(emptyState(answer(), [failure]).advice).toBe('bad_data: parse error');
  });
});
