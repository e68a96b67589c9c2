import type { PanelOptionsEditorBuilder } from '@grafana/data';

import { defaultModelsOptions, type PinnedModels, retrainPolicies } from 'foreband-engine';
import type { AnomalyPanelOptions } from '../options/panelOptions';

import { KeepThresholdEditor } from './KeepThresholdEditor';
import { PinnedModelsEditor } from './PinnedModelsEditor';

const MODELS = ['Saved models'];

/** Options that decide which models are kept, and when a series is learnt anew. */
export function addModelOptions(builder: PanelOptionsEditorBuilder<AnomalyPanelOptions>): void {
  builder.addCustomEditor<unknown, PinnedModels | undefined>({
    id: 'models.pinned',
    path: 'models.pinned',
    name: 'Pinned models',
    description:
      'A pinned model judges its series as long as it is pinned: the band stays the same for everybody. Settings of training and model apply once it is learnt anew.',
    category: MODELS,
    editor: PinnedModelsEditor,
    defaultValue: defaultModelsOptions.pinned,
  });
  builder.addCustomEditor<unknown, number | undefined>({
    id: 'models.threshold',
    path: 'settings.thresholdMultiplier',
    name: 'Threshold',
    description: 'Kept as it is, whatever the query or its preset come to say.',
    category: MODELS,
    editor: KeepThresholdEditor,
  });
  builder.addSelect({
    path: 'models.retrain',
    name: 'Retrain',
    description:
      'When a series is learnt anew. What is learnt by this rule stays in this browser; pinned models stay as they are.',
    category: MODELS,
    defaultValue: defaultModelsOptions.retrain,
    settings: { options: retrainPolicies.map((policy) => ({ ...policy })) },
  });
}
