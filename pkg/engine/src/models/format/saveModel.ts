import type { DetectedSeries } from '../../detect/detectedSeries.js';
import type { Engine } from '../../detect/engine.js';
import { fingerprint } from '../../fit/fingerprint.js';
import { chooseHistory } from '../../fit/history.js';
import { modelFingerprint } from '../../fit/modelFingerprint.js';

import { qualityOf } from './qualityOf.js';
import { MODEL_FORMAT, MODEL_FORMAT_VERSION, type SavedModel, type SavedSource } from './savedModel.js';

/** What a detection does not know of its series. */
export interface Provenance {
  /** Grafana's unit of the readings; null where none was set. */
  readonly unit: string | null;
  readonly source: SavedSource | null;
  /** Epoch ms. */
  readonly now: number;
  /** What the model is called. Default: the name of its series. */
  readonly name?: string;
}

/** What is kept of a series that has just been learnt. */
export function saveModel(
  engine: Pick<Engine, 'forecast'>,
  detected: DetectedSeries,
  { unit, source, now, name }: Provenance,
): SavedModel {
  const { model, nLeftOut, intervalFactor, settings, series } = detected;
  const history = chooseHistory(detected.training, series, settings.exclusions);
  const { time, y } = history;
  return {
    format: MODEL_FORMAT,
    version: MODEL_FORMAT_VERSION,
    id: `${modelFingerprint(detected)}-${now.toString(36)}`,
    name: name ?? series.name,
    note: '',
    created: now,
    series: { name: series.name, labels: { ...series.labels } },
    unit,
    stepMs: settings.stepMs,
    training: {
      start: time[0] ?? model.history.start,
      end: time.at(-1) ?? model.history.end,
      nReadings: time.length,
      fingerprint: fingerprint(time, y),
    },
    settings,
    nLeftOut,
    intervalFactor,
    quality: qualityOf(engine, { model, nLeftOut, intervalFactor }, history, settings.intervalWidth),
    source,
    model,
  };
}
