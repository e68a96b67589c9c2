import type { Note } from 'foreband-engine';
import { LoadingState, type PanelData } from '@grafana/data';

/** The message in place of a view when there is nothing to draw. */
export interface EmptyState {
  readonly title: string;
  /** The remedy. */
  readonly advice: string;
  readonly isError: boolean;
}

function isAnswerOfAnotherKind({ series }: Pick<PanelData, 'series'>): boolean {
  return series.some(({ length }) => length > 0);
}

/** The message for a panel whose data hold no sample. `notes` are the panel's remarks, worst first. */
export function emptyState(data: Pick<PanelData, 'series' | 'state'>, notes: readonly Note[]): EmptyState {
  const error = notes.find(({ severity }) => severity === 'error');
  if (error !== undefined) {
    return { title: 'The query failed', advice: error.text, isError: true };
  }
  if (data.state === LoadingState.Loading || data.state === LoadingState.NotStarted) {
    return { title: 'Waiting for data', advice: '', isError: false };
  }
  if (isAnswerOfAnotherKind(data)) {
    return {
      title: 'No time series in the answer',
      advice:
        'This panel needs a time field and a number field. Choose the output "Series with band", or the format "Time series", in the query.',
      isError: false,
    };
  }
  const [note] = notes;
  return {
    title: 'No data',
    advice:
      note?.text.replace(/^No data: /, '') ??
      'The query returned no samples in this time range. Check the query and the range.',
    isError: false,
  };
}
