import { adaptiveParameters } from 'foreband-detector';
import type { DetectorSettings } from 'foreband-engine';

import { FOREBAND_LABEL, identityOf } from './groupContext.js';
import type { SeriesModel } from './ruleSource.js';

/** The label names that every version of Prometheus knows. */
const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

function labelProblem(series: SeriesModel): string | undefined {
  const names = identityOf(series).map(([name]) => name);
  if (names.includes(FOREBAND_LABEL)) {
    return `it has the label ${FOREBAND_LABEL}, which the rules need for themselves`;
  }
  const strange = names.find((name) => !LABEL_NAME.test(name));
  return strange === undefined
    ? undefined
    : `its label ${JSON.stringify(strange)} has a name that only Prometheus 3 knows`;
}

function modelProblem({ fitted }: SeriesModel): string | undefined {
  const { regressors, seasonalities, options, scaling } = fitted.model;
  if (regressors.length > 0) {
    return `its model needs the regressor ${regressors[0].name}, of which rules know nothing`;
  }
  const conditional = seasonalities.find(({ conditionName }) => conditionName !== null);
  if (conditional !== undefined) {
    return `its seasonality ${conditional.name} depends on a condition, of which rules know nothing`;
  }
  if (options.growth === 'logistic' && (scaling.cap === null || (scaling.hasFloor && scaling.floor === null))) {
    return 'its logistic growth has a cap or a floor that changes over time';
  }
  return undefined;
}

function scoreProblem({ fitted }: SeriesModel, settings: DetectorSettings): string | undefined {
  const { adaptive } = fitted;
  if (adaptive === null) {
    return 'its model is classic; so far only adaptive ones can be compiled';
  }
  if (adaptive.state.stepMs !== settings.stepMs) {
    return `its model has a step of ${adaptive.state.stepMs / 1000} s, not ${settings.stepMs / 1000} s: fit it again`;
  }
  return adaptive.state.ageMs < adaptiveParameters.startMs
    ? 'its model has seen less than two days, and is still learning: fit it again later'
    : undefined;
}

/** Why no rules can be made of a series' model, as the end of a sentence; undefined where they can. */
export function refusalOf(series: SeriesModel, settings: DetectorSettings): string | undefined {
  return labelProblem(series) ?? modelProblem(series) ?? scoreProblem(series, settings);
}
