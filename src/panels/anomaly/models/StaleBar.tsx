import { ActionBar } from '../bar/ActionBar';

import type { SeriesEntry } from './seriesModels';

interface Props {
  /** Series whose pinned model is stale. */
  readonly entries: readonly SeriesEntry[];
  readonly width: number;
  /** How long a retrained model lasts, in a sentence. */
  readonly duration: string;
  readonly onRetrain: () => void;
  readonly onDismiss: () => void;
}

/** Says that pinned models are stale and why, and offers to refit them. */
export function StaleBar({ entries, width, duration, onRetrain, onDismiss }: Props) {
  const [first] = entries;
  const nMore = entries.length - 1;
  const names = `${first.name}${nMore > 0 ? ` and ${nMore} more` : ''}`;
  return (
    <ActionBar
      icon="history"
      text={`${names}: the pinned model is stale: ${first.staleText}. ${duration}`}
      shortText="Pinned model is stale"
      width={width}
      action="Retrain"
      tooltip={`Fits ${nMore > 0 ? 'them' : 'it'} to the history at hand and pins that. ${duration}`}
      onAction={onRetrain}
      dismissLabel="Dismiss the remark on stale models"
      onDismiss={onDismiss}
      testId="foreband stale models"
    />
  );
}
