import { PanelPlugin } from '@grafana/data';

import { addSettings } from '../../settings/addSettings';

import { EvaluationPanel } from './EvaluationPanel';
import { addEvaluationOptions } from './options/addEvaluationOptions';
import { parseEvaluationOptions, type EvaluationPanelOptions } from './options/evaluationOptions';

/** The evaluation panel, as Grafana loads it. */
export const plugin = new PanelPlugin<EvaluationPanelOptions>(EvaluationPanel)
  .useFieldConfig()
  .setPanelOptions((builder) => {
    addEvaluationOptions(builder);
    addSettings(builder);
  })
  .setMigrationHandler(({ options }) => parseEvaluationOptions(options))
  .setDataSupport({ annotations: true, alertStates: false });
