import type { DetectorSettings, SavedModel } from 'foreband-engine';

/** Models that were fitted before, by series key. */
export type StoredModels = ReadonlyMap<string, SavedModel>;

/** The settings of every series with the threshold that its pinned model was saved with. */
export function withPinnedThresholds(
  settingsOf: ReadonlyMap<string, DetectorSettings>,
  stored: StoredModels,
): ReadonlyMap<string, DetectorSettings> {
  const applied = [...settingsOf].map(([key, settings]): [string, DetectorSettings] => {
    const model = stored.get(key);
    return model?.origin === 'pinned'
      ? [key, { ...settings, thresholdMultiplier: model.settings.thresholdMultiplier }]
      : [key, settings];
  });
  return new Map(applied);
}
