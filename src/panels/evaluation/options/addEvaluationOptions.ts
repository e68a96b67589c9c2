import type { PanelOptionsEditorBuilder, SelectFieldConfigSettings } from '@grafana/data';
import { plantedKinds, type PlantedKind, type ThresholdGoal } from 'foreband-detector';

import { defaultPlan } from 'foreband-engine';
import { evaluationViewList } from '../../../views/evaluation/evaluationViewList';

import { defaultEvaluationOptions, type EvaluationPanelOptions } from './evaluationOptions';
import { GoalEditor } from './GoalEditor';

type Builder = PanelOptionsEditorBuilder<EvaluationPanelOptions>;

const EVALUATION = ['Evaluation'];
const TRUTH = ['What should be found'];
const ROWS = ['Which samples are held out'];

const HOUR_MS = 3_600_000;

const kindLabels: Readonly<Record<PlantedKind, string>> = {
  spike: 'Spike',
  levelShift: 'Level shift',
  dip: 'Dip',
  drift: 'Drift',
  flatline: 'Flatline',
  varianceChange: 'Variance change',
  dropout: 'Drop-out',
  slowDrift: 'Slow drift',
  skippedJob: 'Skipped job',
  doubledJob: 'Doubled job',
  stoppedBatch: 'Stopped batch',
};

function truthOf({ plan }: EvaluationPanelOptions): string {
  return plan?.truth ?? defaultPlan.truth;
}

function addTruth(builder: Builder): void {
  const isPlanted = (options: EvaluationPanelOptions) => truthOf(options) === 'planted';
  builder
    .addRadio({
      path: 'plan.truth',
      name: 'Truth',
      description:
        'Planted: anomalies injected into the held-out samples. Field: labels in the data. Annotations: by their tags.',
      category: TRUTH,
      defaultValue: defaultPlan.truth,
      settings: {
        options: [
          { value: 'planted', label: 'Planted' },
          { value: 'field', label: 'Field' },
          { value: 'annotations', label: 'Annotations' },
        ],
      },
    })
    .addMultiSelect<unknown, SelectFieldConfigSettings<unknown>>({
      path: 'plan.kinds',
      name: 'Kinds',
      description:
        'Each kind gets about as many samples as the others; slow drifts and jobs come on top, the latter where the series has any.',
      category: TRUTH,
      defaultValue: [...defaultPlan.kinds],
      settings: { options: plantedKinds.map((kind) => ({ value: kind, label: kindLabels[kind] })) },
      showIf: isPlanted,
    })
    .addSliderInput({
      path: 'plan.size',
      name: 'Size',
      description: "How far planted anomalies displace a sample, in units of the model's noise.",
      category: TRUTH,
      defaultValue: defaultPlan.size,
      settings: { min: 1, max: 20, step: 0.5 },
      showIf: isPlanted,
    })
    .addSliderInput({
      path: 'plan.ratio',
      name: 'Ratio',
      description: 'Share of the held-out samples that is displaced.',
      category: TRUTH,
      defaultValue: defaultPlan.ratio,
      settings: { min: 0.01, max: 0.3, step: 0.01 },
      showIf: isPlanted,
    })
    .addNumberInput({
      path: 'plan.seed',
      name: 'Seed',
      description: 'The same seed plants the same anomalies.',
      category: TRUTH,
      defaultValue: defaultPlan.seed,
      settings: { integer: true },
      showIf: isPlanted,
    })
    .addTextInput({
      path: 'plan.labelField',
      name: 'Label field',
      description:
        'A field beside the samples, or a series of this name: 0, false and nothing are normal, a text is the kind of the anomaly.',
      category: TRUTH,
      defaultValue: defaultPlan.labelField,
      showIf: (options) => truthOf(options) === 'field',
    })
    .addStringArray({
      path: 'plan.tags',
      name: 'Tags',
      description:
        'Annotations that carry all of these tags are anomalies; another tag is the kind. Anomalies that someone has labeled as real carry foreband-label:true.',
      category: TRUTH,
      defaultValue: [...defaultPlan.tags],
      showIf: (options) => truthOf(options) === 'annotations',
    });
}

function addRows(builder: Builder): void {
  const isRolling = ({ plan }: EvaluationPanelOptions) => plan?.rows === 'rolling';
  builder
    .addRadio({
      path: 'plan.rows',
      name: 'Held out',
      description:
        'The model never sees the samples that are held out. Split: the newest. Rolling: stretch after stretch of the newer half, with a refit before each.',
      category: ROWS,
      defaultValue: defaultPlan.rows,
      settings: {
        options: [
          { value: 'split', label: 'Split' },
          { value: 'rolling', label: 'Rolling' },
        ],
      },
    })
    .addSliderInput({
      path: 'plan.trainingShare',
      name: 'Share to fit',
      description: 'The rest is held out.',
      category: ROWS,
      defaultValue: defaultPlan.trainingShare,
      settings: { min: 0.5, max: 0.95, step: 0.05 },
      showIf: (options) => !isRolling(options),
    })
    .addSelect({
      path: 'plan.refitEveryMs',
      name: 'Refit',
      category: ROWS,
      defaultValue: defaultPlan.refitEveryMs,
      settings: {
        options: [
          { value: 6 * HOUR_MS, label: 'every 6 hours' },
          { value: 24 * HOUR_MS, label: 'every day' },
          { value: 7 * 24 * HOUR_MS, label: 'every week' },
        ],
      },
      showIf: isRolling,
    });
}

/** Options that decide how the detector is evaluated, and what is shown of it. */
export function addEvaluationOptions(builder: Builder): void {
  builder.addMultiSelect<unknown, SelectFieldConfigSettings<unknown>>({
    path: 'views',
    name: 'Views',
    description: 'In a small panel they are shown one at a time.',
    category: EVALUATION,
    defaultValue: [...defaultEvaluationOptions.views],
    settings: { options: evaluationViewList.map(({ id, title }) => ({ value: id, label: title })) },
  });
  builder.addCustomEditor<unknown, ThresholdGoal | undefined>({
    id: 'plan.goal',
    path: 'plan.goal',
    name: 'Goal of the suggestion',
    description:
      'Beta above 1 counts recall more than precision, below 1 less. Or: the best recall within a maximum of false events per week.',
    category: EVALUATION,
    editor: GoalEditor,
  });
  addTruth(builder);
  addRows(builder);
}
