import type { PanelOptionsEditorBuilder } from '@grafana/data';

import { defaultModelsOptions, type PinnedModels, retrainPolicies } from 'foreband-engine';
import type { AnomalyPanelOptions } from '../options/panelOptions';

import { KeepThresholdEditor } from './KeepThresholdEditor';
import { PinnedModelsEditor } from './PinnedModelsEditor';

const MODELS = ['Saved models'];

/** Options that decide which models are stored, and when a series is refitted. */
export function addModelOptions(builder: PanelOptionsEditorBuilder<AnomalyPanelOptions>): void {
  builder.addCustomEditor<unknown, PinnedModels | undefined>({
    id: 'models.pinned',
    path: 'models.pinned',
    name: 'Pinned models',
    description:
      'A pinned model scores its series as long as it is pinned, with the threshold it was saved with: the band stays the same for everyone. Settings of training and model apply once it is retrained; a threshold set here holds for every series.',
    category: MODELS,
    editor: PinnedModelsEditor,
    defaultValue: defaultModelsOptions.pinned,
  });
  builder.addCustomEditor<unknown, number | undefined>({
    id: 'models.threshold',
    path: 'settings.thresholdMultiplier',
    name: 'Threshold',
    description: 'Overrides the query, its preset and a pinned model.',
    category: MODELS,
    editor: KeepThresholdEditor,
  });
  builder.addSelect({
    path: 'models.retrain',
    name: 'Retrain',
    description:
      'When a series is refitted. Models that are fitted by this rule stay in this browser; pinned models stay as they are.',
    category: MODELS,
    defaultValue: defaultModelsOptions.retrain,
    settings: { options: retrainPolicies.map((policy) => ({ ...policy })) },
  });
}
