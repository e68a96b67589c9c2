import { isNormalLabel } from '../series/csv/labelWords.js';

import { UNNAMED_KIND, type GroundTruth, type LabeledEvent } from './groundTruth.js';

const plainLabel = new Set(['1', 'true', 'yes', 'anomaly']);

/**
 * Ground truth from a column of labels, as in a CSV. A number other than 0 labels its row, and so does a text other
 * than nothing, `0`, `false`, `no`, `normal`, `NaN` or `null`; a text that is more than a yes (`1`, `true`, `yes`,
 * `anomaly`) is the kind. Successive rows of one kind are one event.
 * @param time epoch milliseconds, ascending.
 * @param column one label a row.
 * @throws RangeError if the columns differ in length.
 */
export function labelsFromColumn(time: Float64Array, column: ArrayLike<number | string>): GroundTruth {
  if (column.length !== time.length) {
    throw new RangeError(`invalid label column: ${column.length} rows (expected ${time.length}, one for each time)`);
  }
  const labels = new Uint8Array(time.length);
  const events: LabeledEvent[] = [];
  let first = 0;
  let kind = '';
  for (let row = 0; row <= time.length; row++) {
    const next = row < time.length ? kindOf(column[row]) : '';
    if (next !== kind) {
      if (kind !== '') {
        events.push({ kind, start: time[first], end: time[row - 1], magnitude: NaN });
      }
      first = row;
      kind = next;
    }
    if (next !== '') {
      labels[row] = 1;
    }
  }
  return { labels, events };
}

function kindOf(label: number | string): string {
  if (typeof label === 'number') {
    return label === 0 || Number.isNaN(label) ? '' : UNNAMED_KIND;
  }
  const text = label.trim();
  if (isNormalLabel(text)) {
    return '';
  }
  return plainLabel.has(text.toLowerCase()) ? UNNAMED_KIND : text;
}
