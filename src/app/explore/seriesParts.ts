import { useMemo } from 'react';
import type { Series } from 'foreband-detector';
import type { DetectorSettings } from 'foreband-engine';
import type { Model } from 'prophet-wasm';

import type { ModelSeries } from '../../chart/model/panelModel';
import { trainingAndVisible } from '../../training/evaluationSubject';

/** What is known of the explored series; each part stays the same while only the threshold changes, but the settings. */
export interface SeriesParts {
  /** What is learnt from and what is shown, in one, as far as there are readings. */
  readonly rows: Series;
  /** Missing where there is no model. */
  readonly model?: Model;
  /** See `LearntModel`; 1 without a model. */
  readonly intervalFactor: number;
  /** Why there is none. */
  readonly noModel?: string;
  readonly settings: DetectorSettings;
}

function partsOf({ outcome, planned }: ModelSeries) {
  if (outcome?.kind === 'detected') {
    const { training, series: visible, settings, model, intervalFactor } = outcome;
    return { training, visible, settings, model, intervalFactor };
  }
  return planned && { ...planned.job, model: undefined, intervalFactor: 1 };
}

/** The parts of a series; undefined while its training is on its way. */
export function useSeriesParts(series: ModelSeries): SeriesParts | undefined {
  const { training, visible, settings, model, intervalFactor = 1 } = partsOf(series) ?? {};
  const rows = useMemo(
    () => training && visible && trainingAndVisible({ job: { training, visible } }),
    [training, visible],
  );
  const noModel = series.outcome?.kind === 'detected' ? undefined : series.outcome?.message;
  return useMemo(
    () => rows && settings && { rows, model, intervalFactor, noModel, settings },
    [rows, model, intervalFactor, noModel, settings],
  );
}
