import { useMemo } from 'react';
import { appendTail, type Series } from 'foreband-detector';
import type { Model } from 'prophet-wasm';

import type { ModelSeries } from '../../chart/model/panelModel';
import type { DetectorSettings } from '../../engine/settings';

/** What is known of the explored series; each part stays the same while only the threshold changes, but the settings. */
export interface SeriesParts {
  /** What is learnt from and what is shown, in one, as far as there are readings. */
  readonly rows: Series;
  /** Missing where there is no model. */
  readonly model?: Model;
  /** Why there is none. */
  readonly noModel?: string;
  readonly settings: DetectorSettings;
}

// The shown rows go on into the future, where nothing has been read.
function untilLastReading(series: Series): Series {
  const end = series.y.findLastIndex(Number.isFinite) + 1;
  return { ...series, time: series.time.subarray(0, end), y: series.y.subarray(0, end) };
}

function partsOf({ outcome, planned }: ModelSeries) {
  if (outcome?.kind === 'detected') {
    const { training, series: visible, settings, model } = outcome;
    return { training, visible, settings, model };
  }
  return planned && { ...planned.job, model: undefined };
}

/** The parts of a series; undefined while its training is on its way. */
export function useSeriesParts(series: ModelSeries): SeriesParts | undefined {
  const { training, visible, settings, model } = partsOf(series) ?? {};
  const rows = useMemo(
    () => training && visible && appendTail(training, untilLastReading(visible)),
    [training, visible],
  );
  const noModel = series.outcome?.kind === 'detected' ? undefined : series.outcome?.message;
  return useMemo(() => rows && settings && { rows, model, noModel, settings }, [rows, model, noModel, settings]);
}
