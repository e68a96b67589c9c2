import { PanelPlugin } from '@grafana/data';

import { addDetectionOptions } from '../../settings/addDetectionOptions';
import { addTrainingOptions } from '../../settings/addTrainingOptions';

import { EvaluationPanel } from './EvaluationPanel';
import { addEvaluationOptions } from './options/addEvaluationOptions';
import { parseEvaluationOptions, type EvaluationPanelOptions } from './options/evaluationOptions';

/** The evaluation panel, as Grafana loads it. */
export const plugin = new PanelPlugin<EvaluationPanelOptions>(EvaluationPanel)
  .useFieldConfig()
  .setPanelOptions((builder) => {
    addEvaluationOptions(builder);
    addDetectionOptions(builder);
    addTrainingOptions(builder);
  })
  .setMigrationHandler(({ options }) => parseEvaluationOptions(options))
  .setDataSupport({ annotations: true, alertStates: false });
