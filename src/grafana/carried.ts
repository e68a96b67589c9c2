import type { DataFrame } from '@grafana/data';
import type { Series } from 'foreband-detector';
import type { Model } from 'prophet-wasm';

import type { DetectedSeries } from '../engine/detectedSeries';
import { parseSettings } from '../engine/parseSettings';
import type { DetectorSettings } from '../engine/settings';

import { columnFromNumbers, numbersFromColumn } from './columns';

/** What a Foreband frame brings along, so that a panel can refit with its own settings without a request. */
export interface Carried {
  readonly version: 1;
  /** The settings the query used, complete. */
  readonly settings: DetectorSettings;
  /** The rows the model was fitted to. */
  readonly training: Series;
  /** The model of these settings, as plain JSON. */
  readonly model: Model | null;
  /** Whether the readings are simulated. */
  readonly isSimulated: boolean;
}

const VERSION = 1;

/** What goes into `meta.custom` of a frame. Plain JSON, so that it survives snapshots and library panels. */
export function carry(detected: DetectedSeries, isSimulated: boolean): Record<string, unknown> {
  const { settings, training, model } = detected;
  return {
    foreband: {
      version: VERSION,
      settings,
      training: {
        name: training.name,
        labels: training.labels,
        time: Array.from(training.time),
        y: columnFromNumbers(training.y),
      },
      model,
      isSimulated,
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isModel(value: unknown): value is Model {
  return isRecord(value) && isRecord(value.params) && isRecord(value.scaling) && value.version === 1;
}

function readLabels(value: unknown): Record<string, string> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function readTraining(value: unknown): Series | undefined {
  if (
    !isRecord(value) ||
    !Array.isArray(value.time) ||
    !Array.isArray(value.y) ||
    value.time.length !== value.y.length
  ) {
    return undefined;
  }
  const time = numbersFromColumn(value.time);
  const isUsable = time.every(Number.isFinite);
  const name = typeof value.name === 'string' ? value.name : '';
  return isUsable ? { name, labels: readLabels(value.labels), time, y: numbersFromColumn(value.y) } : undefined;
}

function readSettings(value: unknown): DetectorSettings | undefined {
  try {
    return isRecord(value) ? parseSettings(value) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What a frame carries, or undefined where it carries nothing that can be relied on: another data source's frame, a
 * newer version, or one that a transformation has changed.
 */
export function readCarried(frame: DataFrame): Carried | undefined {
  const custom: unknown = frame.meta?.custom?.foreband;
  if (!isRecord(custom) || custom.version !== VERSION) {
    return undefined;
  }
  const settings = readSettings(custom.settings);
  const training = readTraining(custom.training);
  if (settings === undefined || training === undefined) {
    return undefined;
  }
  const model = isModel(custom.model) ? custom.model : null;
  return { version: VERSION, settings, training, model, isSimulated: custom.isSimulated === true };
}
