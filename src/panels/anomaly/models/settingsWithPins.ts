import type { DataFrame } from '@grafana/data';

import { InheritedSettings, settingsOfFrames } from '../../../settings/inheritedValue';

import type { SeriesEntry } from './seriesModels';

/** The settings that hold while the panel sets none: those of its frames, and the threshold that its pinned models share. */
export function settingsWithPins(
  entries: readonly Pick<SeriesEntry, 'pinnedThreshold'>[],
  frames: readonly DataFrame[],
): InheritedSettings {
  const { settings, originOf } = settingsOfFrames(frames);
  const pinned = new Set(entries.map(({ pinnedThreshold }) => pinnedThreshold).filter((value) => value !== undefined));
  const [thresholdMultiplier] = pinned;
  return thresholdMultiplier === undefined || pinned.size > 1
    ? new InheritedSettings(settings, originOf)
    : new InheritedSettings({ ...settings, thresholdMultiplier }, (name) =>
        name === 'thresholdMultiplier' ? 'pinned' : originOf(name),
      );
}
