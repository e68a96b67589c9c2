import type { EvaluationPlan } from 'foreband-engine';
import type { OptionsWithSettings } from '../../../settings/optionsWithSettings';
import { evaluationViewList, type EvaluationViewId } from '../../../views/evaluation/evaluationViewList';

/** Version of the stored options; a change of shape raises it and adds a step to the migration. */
export const OPTIONS_VERSION = 1;

/** The options a dashboard stores for the panel. */
export interface EvaluationPanelOptions extends OptionsWithSettings {
  /** Always `OPTIONS_VERSION` once parsed. */
  version: number;
  /** How the detector is evaluated; what is missing takes its default. */
  plan: Partial<EvaluationPlan>;
  /** Key of the series that is evaluated; empty for the first. */
  series: string;
  /** The views that are shown. Default all. */
  views: readonly EvaluationViewId[];
}

/** Options of a new panel. */
export const defaultEvaluationOptions: EvaluationPanelOptions = {
  version: OPTIONS_VERSION,
  settings: {},
  plan: {},
  series: '',
  views: evaluationViewList.map(({ id }) => id),
};

function knownViews(stored: unknown): readonly EvaluationViewId[] {
  const ids: readonly unknown[] = Array.isArray(stored) ? stored : [];
  return evaluationViewList.map(({ id }) => id).filter((id) => ids.includes(id));
}

/** Completes stored options: what a hand-written dashboard leaves out takes its default, what is unknown is dropped. */
export function parseEvaluationOptions(stored: Partial<EvaluationPanelOptions>): EvaluationPanelOptions {
  const defaults = defaultEvaluationOptions;
  return {
    version: OPTIONS_VERSION,
    settings: { ...stored.settings },
    plan: { ...stored.plan },
    series: stored.series ?? defaults.series,
    views: stored.views === undefined ? defaults.views : knownViews(stored.views),
  };
}
