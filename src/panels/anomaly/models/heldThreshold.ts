import type { DataFrame } from '@grafana/data';

import { inheritedValue, originText } from '../../../settings/inheritedValue';

import type { HeldThreshold } from './KeepThreshold';
import type { SeriesEntry } from './seriesModels';

/** The threshold that holds while the panel sets none: that of the pinned models where they agree, else the query's. */
export function heldThreshold(
  entries: readonly SeriesEntry[],
  frames: readonly DataFrame[] | undefined,
): HeldThreshold {
  const pinned = new Set(entries.map(({ pinnedThreshold }) => pinnedThreshold).filter((value) => value !== undefined));
  const [first] = pinned;
  if (first !== undefined && pinned.size === 1) {
    return { value: first, source: 'from the pinned model' };
  }
  const { value, origin } = inheritedValue(frames, 'thresholdMultiplier');
  return { value, source: origin === 'default' ? 'the default' : originText(origin) };
}
