import { parseModel } from 'prophet-wasm';

import type { EvaluationFigures, ModelOrigin, TrainingRange } from '../../fit/fittedModel.js';
import { modelFingerprint } from '../../fit/modelFingerprint.js';
import { parseSettings } from '../../settings/parseSettings.js';
import type { DetectorSettings } from '../../settings/settings.js';

import { readAdaptivePart } from './adaptivePart.js';
import { migrateSavedModel } from './migrateSavedModel.js';
import {
  isRecord,
  moment,
  nullable,
  number,
  object,
  oneOf,
  orUnknown,
  record,
  text,
  texts,
  unreadable,
  type Reader,
} from './reading.js';
import {
  MAX_MODEL_LENGTH,
  MODEL_FORMAT,
  MODEL_FORMAT_VERSION,
  type SavedModel,
  type SavedQuality,
  type SavedSeries,
  type SavedSource,
} from './savedModel.js';

const MOST_SAMPLES = 1_000_000;
const MOST_LABELS = 100;
const MOST_PARAMETERS = 20;

// What Grafana and Prometheus allow for names is longer than anybody reads.
const NAME_LENGTH = 1000;
const NOTE_LENGTH = 4000;
const QUERY_LENGTH = 20_000;

/** The longest name a saved model may have. */
export const MAX_NAME_LENGTH = NAME_LENGTH;

const settings: Reader<DetectorSettings> = (value, at) => parseSettings(record(value, at));

const query: Reader<Readonly<Record<string, unknown>>> = (value, at) => {
  const given = record(value, at);
  const { length } = JSON.stringify(given);
  if (length > QUERY_LENGTH) {
    throw unreadable(at, `${length} characters`, `at most ${QUERY_LENGTH}`);
  }
  return given;
};

const series: Reader<SavedSeries> = object({ name: text(NAME_LENGTH), labels: texts(MOST_LABELS, NAME_LENGTH) });

const training: Reader<TrainingRange> = (value, at) => {
  const read = object<TrainingRange>({
    start: moment,
    end: moment,
    nSamples: number(0, MOST_SAMPLES),
    fingerprint: text(100),
  })(value, at);
  if (read.end < read.start) {
    throw unreadable(`${at}.end`, read.end, `a time not before ${at}.start`);
  }
  return read;
};

const quality: Reader<SavedQuality> = object({
  mae: number(0),
  rmse: number(0),
  mape: nullable(number(0)),
  coverage: number(0, 1),
});

// JSON writes NaN, which says that nothing tells, as null.
const share = orUnknown(number(0, 1));

const evaluation: Reader<EvaluationFigures> = object({
  evaluatedAt: moment,
  subject: oneOf('model', 'settings'),
  start: moment,
  end: moment,
  nSamples: number(0, MOST_SAMPLES),
  thresholdMultiplier: number(0),
  precision: share,
  recall: share,
  f1: share,
  auc: share,
  eventPrecision: share,
  eventRecall: share,
  mape: orUnknown(number(0)),
  anomalyRate: share,
});

const source: Reader<SavedSource> = object({
  datasource: object({ type: text(NAME_LENGTH), uid: text(NAME_LENGTH) }),
  query,
});

const fields = object<Omit<SavedModel, 'key' | 'origin'>>({
  format: () => MODEL_FORMAT,
  version: () => MODEL_FORMAT_VERSION,
  id: text(100),
  name: text(NAME_LENGTH),
  note: text(NOTE_LENGTH),
  created: moment,
  series,
  unit: nullable(text(NAME_LENGTH)),
  training,
  settings,
  nExcluded: number(0, MOST_SAMPLES),
  intervalFactor: number(1),
  adaptive: readAdaptivePart,
  quality: nullable(quality),
  evaluation: nullable(evaluation),
  source: nullable(source),
  explored: nullable(texts(MOST_PARAMETERS, QUERY_LENGTH)),
  model: (value) => parseModel(value),
});

function fromText(input: unknown): unknown {
  if (typeof input !== 'string') {
    return input;
  }
  if (input.length > MAX_MODEL_LENGTH) {
    throw new RangeError(
      `This file is not a Foreband model: it has ${input.length} characters (expected at most ${MAX_MODEL_LENGTH}).`,
    );
  }
  try {
    return JSON.parse(input);
  } catch {
    throw new RangeError('This file is not a Foreband model: it is not JSON. It may have been cut off on the way.');
  }
}

function requireKnownShape(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value) || value.format !== MODEL_FORMAT) {
    throw new RangeError(
      `This file is not a Foreband model: its format is not "${MODEL_FORMAT}". Save it again with Foreband, or import Python Prophet's JSON on the Models page.`,
    );
  }
  const migrated = migrateSavedModel(value);
  const { version } = migrated;
  if (typeof version === 'number' && version > MODEL_FORMAT_VERSION) {
    throw new RangeError(
      `This model was saved by a newer Foreband (version ${version} of the format; this one reads ${MODEL_FORMAT_VERSION}). Update Foreband, or fit the series again and save that.`,
    );
  }
  if (version !== MODEL_FORMAT_VERSION) {
    throw unreadable('version', version, String(MODEL_FORMAT_VERSION));
  }
  return migrated;
}

/**
 * Reads a saved model of this version of the format or an older one: its text, or the value that `JSON.parse` made of it.
 * Every field is checked; unknown ones are left out.
 * @param origin where it was stored. Default: in a list or a file, from which somebody opens it.
 * @throws RangeError that names the field, or says that the model is none of Foreband's or too new, and what to do.
 */
export function parseSavedModel(input: unknown, origin: ModelOrigin = 'opened'): SavedModel {
  const read = fields(requireKnownShape(fromText(input)), '');
  return { ...read, key: modelFingerprint(read), origin };
}
