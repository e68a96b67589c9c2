import type { DataFrame } from '@grafana/data';
import type { Series } from 'foreband-detector';
import { type Holiday, parseModel } from 'prophet-wasm';

import {
  type CalendarRows,
  type DatedSettings,
  type DetectedSeries,
  type DetectorSettings,
  type FittedModel,
  type Lead,
  modelFingerprint,
  parseSettings,
  readAdaptivePart,
} from 'foreband-engine';

import { columnFromNumbers, numbersFromColumn } from './columns';

/**
 * The samples, settings and calendar that a Foreband frame carries, so that a panel can refit with its own settings without
 * a request. The settings are those the query used, complete.
 */
export interface Carried extends DatedSettings {
  /** The rows the model was fitted to. */
  readonly training: Series;
  /** The hours before the frame's first row with their forecast, which an adaptive score looks back on. */
  readonly lead?: Lead;
  /** The model of these settings; null where the panel has to fit one. */
  readonly fitted: FittedModel | null;
  /** Whether the samples are simulated. */
  readonly isSimulated: boolean;
  /** Where the settings come from: a query, or a file that has a step of its own. */
  readonly origin: 'query' | 'file';
}

const VERSION = 4;

type Json = Readonly<Record<string, unknown>>;
type Carriable = Pick<DetectedSeries, 'settings' | 'calendar' | 'training'> &
  Partial<Pick<DetectedSeries, 'fitted' | 'lead'>>;

function storable({ name, labels, time, y }: Series): Json {
  return { name, labels, time: Array.from(time), y: columnFromNumbers(y) };
}

// The interval is not scored by where there is a lead.
function storableLead({ time, y, forecast }: Lead): Json {
  return { time: Array.from(time), y: columnFromNumbers(y), yhat: columnFromNumbers(forecast.yhat) };
}

// Its settings stand beside it, and its key follows from the rest.
function storableModel({ model, nExcluded, intervalFactor, adaptive, created, training }: FittedModel): Json {
  return { model, nExcluded, intervalFactor, adaptive, created, training };
}

interface Stored {
  readonly fitted: FittedModel | undefined;
  readonly foreband: Json;
}

// A live query answers every few seconds with the same training and model all day: thousands of rows that are written
// once here and, being the same object, read once by the panel.
const storedBy = new WeakMap<Series, Stored>();

/**
 * The part of a frame's `meta.custom` that is Foreband's. Plain JSON, so that it survives snapshots and library panels.
 * Without a model the panel fits one.
 */
export function carry(
  { settings, calendar, training, fitted, lead }: Carriable,
  isSimulated: boolean,
  origin: Carried['origin'] = 'query',
): Record<string, unknown> {
  const before = storedBy.get(training);
  const others = { version: VERSION, settings, calendar, isSimulated, origin };
  const isSame = Object.entries(others).every(([name, value]) => before?.foreband[name] === value);
  const leading = lead === undefined ? {} : { forebandLead: storableLead(lead) };
  if (before?.fitted === fitted && before !== undefined && isSame) {
    return { foreband: before.foreband, ...leading };
  }
  const foreband: Json = {
    ...others,
    training: before?.foreband.training ?? storable(training),
    fitted: fitted === undefined ? null : storableModel(fitted),
  };
  storedBy.set(training, { fitted, foreband });
  return { foreband, ...leading };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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

function isHoliday(value: unknown): value is Holiday {
  return isRecord(value) && ('day' in value || ('start' in value && 'end' in value)) && typeof value.name === 'string';
}

// A frame that brings none leaves it to the panel to look them up.
function readCalendar(value: unknown): CalendarRows | undefined {
  return Array.isArray(value) && value.every(isHoliday) ? value : undefined;
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

function readLead(value: unknown): Lead | undefined {
  if (!isStoredSeries(value) || !('yhat' in value) || !Array.isArray(value.yhat)) {
    return undefined;
  }
  const [time, y, yhat] = [value.time, value.y, value.yhat].map(numbersFromColumn);
  return yhat.length === time.length
    ? { time, y, forecast: { time, yhat, yhatLower: yhat, yhatUpper: yhat } }
    : undefined;
}

// Of a frame that does not say, the training is as much as the model itself knows of it.
function readFitted(value: unknown, settings: DetectorSettings): FittedModel | null {
  if (!isRecord(value)) {
    return null;
  }
  try {
    const model = parseModel(value.model);
    const { start, end, count } = model.history;
    const nExcluded = numberOr(value.nExcluded, 0);
    const intervalFactor = numberOr(value.intervalFactor, 1);
    const adaptive = readAdaptivePart(value.adaptive, 'adaptive');
    const training = isRecord(value.training) ? value.training : {};
    return {
      key: modelFingerprint({ model, intervalFactor, adaptive }),
      origin: 'carried',
      created: numberOr(value.created, end),
      model,
      nExcluded,
      intervalFactor,
      adaptive,
      training: {
        start: numberOr(training.start, start),
        end: numberOr(training.end, end),
        nSamples: numberOr(training.nSamples, count + nExcluded),
        fingerprint: typeof training.fingerprint === 'string' ? training.fingerprint : '',
      },
      settings,
      evaluation: null,
    };
  } catch {
    return null;
  }
}

// Version 1, of Foreband's first release: the parts of the model stood beside the settings. Both knew the classic score only.
function migrated(custom: Json): Json {
  const { model, nLeftOut, intervalFactor, ...rest } = custom;
  const second =
    custom.version === 1 ? { ...rest, version: 2, fitted: { model, nExcluded: nLeftOut, intervalFactor } } : custom;
  const { settings } = second;
  const third =
    second.version === 2 && isRecord(settings)
      ? { ...second, version: 3, settings: { method: 'classic', ...settings } }
      : second;
  // Version 3: what region and events come to stood among the settings.
  return third.version === 3 && isRecord(settings)
    ? { ...third, version: VERSION, calendar: settings.calendarRows }
    : third;
}

function parseCarried(custom: Json): Carried | undefined {
  const { version, training, settings: given, calendar, fitted, isSimulated, origin } = migrated(custom);
  const settings = version === VERSION ? readSettings(given) : undefined;
  if (settings === undefined || !isStoredSeries(training)) {
    return undefined;
  }
  return {
    settings,
    calendar: readCalendar(calendar),
    training: readTraining(training),
    fitted: readFitted(fitted, settings),
    isSimulated: isSimulated === true,
    origin: origin === 'file' ? 'file' : 'query',
  };
}

// The hours before come with every answer of a live query, the rest is the same all day.
const leading = new WeakMap<object, Carried>();

function withLead(carried: Carried, stored: Json): Carried {
  const known = leading.get(stored) ?? { ...carried, lead: readLead(stored) };
  leading.set(stored, known);
  return known;
}

// Frames are copied whenever field config changes, but what they carry stays the same object: thousands of rows that
// need no second reading.
const parsed = new WeakMap<object, { readonly carried: Carried | undefined }>();

/**
 * The carried part of a frame, or undefined where it carries nothing that can be relied on: another data source's
 * frame, a newer version, or one that a transformation has changed.
 */
export function readCarried(frame: DataFrame): Carried | undefined {
  const custom: unknown = frame.meta?.custom?.foreband;
  if (!isRecord(custom)) {
    return undefined;
  }
  const known = parsed.get(custom) ?? { carried: parseCarried(custom) };
  parsed.set(custom, known);
  const lead: unknown = frame.meta?.custom?.forebandLead;
  return known.carried === undefined || !isRecord(lead) ? known.carried : withLead(known.carried, lead);
}
