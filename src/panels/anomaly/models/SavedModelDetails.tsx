import type { DataFrame } from '@grafana/data';

import { inheritedValue } from '../../../settings/inheritedValue';
import type { AnomalyPanelOptions } from '../options/panelOptions';

import { KeepThreshold } from './KeepThreshold';
import { ModelList } from './ModelList';
import { settingsWithPins } from './settingsWithPins';
import type { SavedPanelModel } from './useSavedModels';

interface Props {
  readonly saved: SavedPanelModel;
  readonly options: AnomalyPanelOptions;
  readonly frames: readonly DataFrame[];
  readonly onChange: (options: AnomalyPanelOptions) => void;
  /** How long a change lasts, in a sentence. */
  readonly duration: string;
}

/** Pins the panel's models and threshold. */
export function SavedModelDetails({ saved, options, frames, onChange, duration }: Props) {
  const { settings, models } = options;
  const inherited = settingsWithPins(saved.entries, frames);
  return (
    <>
      <KeepThreshold
        own={settings.thresholdMultiplier}
        inherited={inheritedValue({ instanceState: inherited, data: [] }, 'thresholdMultiplier')}
        onChange={(thresholdMultiplier) => onChange({ ...options, settings: { ...settings, thresholdMultiplier } })}
        duration={duration}
      />
      <ModelList
        entries={saved.entries}
        refit={saved.refit}
        pinned={models.pinned}
        onChange={(pinned) => onChange({ ...options, models: { ...models, pinned } })}
        duration={duration}
      />
    </>
  );
}
