import { useMemo } from 'react';
import type { Series } from 'foreband-detector';
import type { DatedSettings, FittedModel } from 'foreband-engine';

import type { ModelSeries } from '../../chart/model/panelModel';
import { trainingAndVisible } from '../../training/evaluationSubject';

/** Parts of the explored series; each stays the same while only the threshold changes, but the settings. */
export interface SeriesParts extends DatedSettings {
  /** The samples that are fitted and those that are shown, in one. */
  readonly rows: Series;
  /** Missing where there is no model. */
  readonly fitted?: FittedModel;
  /** Why there is none. */
  readonly noModel?: string;
}

function partsOf({ outcome, planned }: ModelSeries) {
  if (outcome?.kind === 'detected') {
    const { training, series: visible, settings, calendar, fitted } = outcome;
    return { training, visible, settings, calendar, fitted };
  }
  return planned && { ...planned.job, fitted: undefined };
}

/** The parts of a series; undefined while its training is on its way. */
export function useSeriesParts(series: ModelSeries): SeriesParts | undefined {
  const { training, visible, settings, calendar, fitted } = partsOf(series) ?? {};
  const rows = useMemo(
    () => training && visible && trainingAndVisible({ job: { training, visible } }),
    [training, visible],
  );
  const noModel = series.outcome?.kind === 'detected' ? undefined : series.outcome?.message;
  return useMemo(
    () => rows && settings && { rows, fitted, noModel, settings, calendar },
    [rows, fitted, noModel, settings, calendar],
  );
}
