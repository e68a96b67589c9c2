import type { DetectedSeries } from '../../detect/detectedSeries.js';
import type { Verbs } from '../../verbs.js';
import { chooseHistory } from '../../fit/history.js';

import { qualityOf } from './qualityOf.js';
import { MODEL_FORMAT, MODEL_FORMAT_VERSION, type SavedModel, type SavedSource } from './savedModel.js';

/** Origin and name of a series, which its detection does not know. */
export interface Provenance {
  /** Grafana's unit of the samples; null where none was set. */
  readonly unit: string | null;
  /** Whom to ask for the samples again. Default nobody. */
  readonly source?: SavedSource | null;
  /** See `SavedModel`. Default null. */
  readonly explored?: SavedModel['explored'];
  /** Epoch ms. */
  readonly now: number;
  /** Name of the model. Default: the name of its series. */
  readonly name?: string;
}

/** Saves a series that has just been fitted: its model, and the settings it is scored with. */
export function saveModel(
  verbs: Pick<Verbs, 'forecast'>,
  { fitted, settings, series, training }: DetectedSeries,
  { unit, source = null, explored = null, now, name = series.name }: Provenance,
): SavedModel {
  const history = chooseHistory(training, series, settings);
  return {
    format: MODEL_FORMAT,
    version: MODEL_FORMAT_VERSION,
    id: `${fitted.key}-${now.toString(36)}`,
    name,
    note: '',
    series: { name: series.name, labels: { ...series.labels } },
    unit,
    quality: qualityOf(verbs, fitted, history, settings.intervalWidth),
    source,
    explored,
    ...fitted,
    created: now,
    settings,
  };
}
