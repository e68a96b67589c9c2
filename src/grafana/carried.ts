import type { DataFrame } from '@grafana/data';
import type { Series } from 'foreband-detector';
import { parseModel, type Model } from 'prophet-wasm';

import { type DetectedSeries, type DetectorSettings, type LearntModel, parseSettings } from 'foreband-engine';

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
  /** How many readings were left out of the learning. */
  readonly nLeftOut: number;
  /** How many times the model's own interval the forecast's is. */
  readonly intervalFactor: number;
  /** Whether the readings are simulated. */
  readonly isSimulated: boolean;
  /** What the settings come from: a query, or a file that has a step of its own. */
  readonly origin: 'query' | 'file';
}

const VERSION = 1;

type Carriable = Pick<DetectedSeries, 'settings' | 'training'> & Partial<LearntModel>;

function storable({ name, labels, time, y }: Series) {
  return { name, labels, time: Array.from(time), y: columnFromNumbers(y) };
}

// A live query answers every few seconds with the same training and model all day: thousands of rows that are written
// once here and, being the same object, read once by the panel.
const carriedBy = new WeakMap<Series, Readonly<Record<string, unknown>>>();

/**
 * What goes into `meta.custom` of a frame. Plain JSON, so that it survives snapshots and library panels. Without a model
 * the panel fits one.
 */
export function carry(
  { settings, training, model, nLeftOut = 0, intervalFactor = 1 }: Carriable,
  isSimulated: boolean,
  origin: Carried['origin'] = 'query',
): Record<string, unknown> {
  const before = carriedBy.get(training);
  const foreband: Record<string, unknown> = {
    version: VERSION,
    settings,
    training: before?.training ?? storable(training),
    model: model ?? null,
    nLeftOut,
    intervalFactor,
    isSimulated,
    origin,
  };
  if (before !== undefined && Object.keys(foreband).every((name) => before[name] === foreband[name])) {
    return { foreband: before };
  }
  carriedBy.set(training, foreband);
  return { foreband };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readModel(value: unknown): Model | null {
  try {
    return parseModel(value);
  } catch {
    return null;
  }
}

function readLabels(value: unknown): Record<string, string> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

interface StoredSeries {
  readonly name: unknown;
  readonly labels: unknown;
  readonly time: readonly unknown[];
  readonly y: readonly unknown[];
}

function isStoredSeries(value: unknown): value is StoredSeries {
  return (
    isRecord(value) &&
    Array.isArray(value.time) &&
    Array.isArray(value.y) &&
    value.time.length === value.y.length &&
    value.time.every(Number.isFinite)
  );
}

// Thousands of rows that nobody needs until a panel refits: read when asked for.
function readTraining({ name, labels, time, y }: StoredSeries): Series {
  let times: Float64Array | undefined;
  let values: Float64Array | undefined;
  return {
    name: typeof name === 'string' ? name : '',
    labels: readLabels(labels),
    get time() {
      times ??= numbersFromColumn(time);
      return times;
    },
    get y() {
      values ??= numbersFromColumn(y);
      return values;
    },
  };
}

function readSettings(value: unknown): DetectorSettings | undefined {
  try {
    return isRecord(value) ? parseSettings(value) : undefined;
  } catch {
    return undefined;
  }
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

function parseCarried(custom: Record<string, unknown>): Carried | undefined {
  const { training: stored } = custom;
  const settings = custom.version === VERSION ? readSettings(custom.settings) : undefined;
  if (settings === undefined || !isStoredSeries(stored)) {
    return undefined;
  }
  return {
    version: VERSION,
    settings,
    training: readTraining(stored),
    model: readModel(custom.model),
    nLeftOut: numberOr(custom.nLeftOut, 0),
    intervalFactor: numberOr(custom.intervalFactor, 1),
    isSimulated: custom.isSimulated === true,
    origin: custom.origin === 'file' ? 'file' : 'query',
  };
}

// Frames are copied whenever field config changes, but what they carry stays the same object: thousands of rows that need
// no second reading.
const parsed = new WeakMap<object, { readonly carried: Carried | undefined }>();

/**
 * What a frame carries, or undefined where it carries nothing that can be relied on: another data source's frame, a
 * newer version, or one that a transformation has changed.
 */
export function readCarried(frame: DataFrame): Carried | undefined {
  const custom: unknown = frame.meta?.custom?.foreband;
  if (!isRecord(custom)) {
    return undefined;
  }
  const known = parsed.get(custom) ?? { carried: parseCarried(custom) };
  parsed.set(custom, known);
  return known.carried;
}
