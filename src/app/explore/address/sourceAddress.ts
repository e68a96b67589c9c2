import { isCpuMetricName } from 'foreband-engine';

import { answerFields } from './answerCodecs';
import { ignoredText } from './codedFields';
import { startState, type FileChoice, type SourceChoice } from './exploreState';

type Param = readonly [string, string];

/** A source as read, and what of it could not be. */
export interface SourceRead {
  readonly source: SourceChoice;
  readonly notices: readonly string[];
}

/** Every parameter of a source. */
export const SOURCE_KEYS: readonly string[] = [
  ...['source', 'ds', 'metric', 'expr', 'file', 'print', 'seed', 'machines'],
  ...answerFields.keys,
];

const MAX_SEED = 2 ** 32 - 1;
const MAX_INSTANCES = 1000;

/** Where a simulation starts. */
export const startSimulation = { kind: 'simulation', seed: 1, nInstances: 3 } as const;

function optional(key: string, text: string | null): readonly Param[] {
  return text === null ? [] : [[key, text]];
}

function writeFile({ name, fingerprint, answers = {} }: FileChoice): readonly Param[] {
  return [['file', name], ['print', fingerprint], ...answerFields.write(answers)];
}

/** The parameters that say where the samples come from. */
export function writeSource(source: SourceChoice): readonly Param[] {
  const kind: Param = ['source', source.kind];
  switch (source.kind) {
    case 'metric':
      return [kind, ...optional('ds', source.dataSource), ['metric', source.metric]];
    case 'promql':
      return [kind, ...optional('ds', source.dataSource), ['expr', source.expr]];
    case 'csv':
      return source.file === null ? [kind] : [kind, ...writeFile(source.file)];
    case 'sample':
      return [kind];
    case 'simulation':
      return [kind, ['seed', String(source.seed)], ['machines', String(source.nInstances)]];
  }
}

function readMetric(params: URLSearchParams): SourceRead {
  const metric = params.get('metric') ?? 'auto';
  const isKnown = metric === 'auto' || isCpuMetricName(metric);
  return {
    source: { kind: 'metric', dataSource: params.get('ds'), metric: isKnown ? metric : 'auto' },
    notices: isKnown ? [] : [ignoredText('metric', metric)],
  };
}

function readFile(params: URLSearchParams): SourceRead {
  const [name, fingerprint] = [params.get('file'), params.get('print')];
  if (name === null || fingerprint === null) {
    return { source: { kind: 'csv', file: null }, notices: [] };
  }
  const { fields, notices } = answerFields.read(params);
  const answers = Object.keys(fields).length === 0 ? {} : { answers: fields };
  return { source: { kind: 'csv', file: { name, fingerprint, ...answers } }, notices };
}

function readWhole(params: URLSearchParams, key: string, min: number, max: number, otherwise: number) {
  const text = params.get(key);
  const value = Number(text ?? otherwise);
  return text !== '' && Number.isInteger(value) && value >= min && value <= max
    ? { value, notices: [] }
    : { value: otherwise, notices: [ignoredText(key, text ?? '')] };
}

function readSimulation(params: URLSearchParams): SourceRead {
  const seed = readWhole(params, 'seed', 0, MAX_SEED, startSimulation.seed);
  const machines = readWhole(params, 'machines', 1, MAX_INSTANCES, startSimulation.nInstances);
  return {
    source: { kind: 'simulation', seed: seed.value, nInstances: machines.value },
    notices: [...seed.notices, ...machines.notices],
  };
}

/** Reads where the samples come from. */
export function readSource(params: URLSearchParams): SourceRead {
  const kind = params.get('source') ?? startState.source.kind;
  switch (kind) {
    case 'metric':
      return readMetric(params);
    case 'promql':
      return {
        source: { kind: 'promql', dataSource: params.get('ds'), expr: params.get('expr') ?? '' },
        notices: [],
      };
    case 'csv':
      return readFile(params);
    case 'sample':
      return { source: { kind: 'sample' }, notices: [] };
    case 'simulation':
      return readSimulation(params);
    default:
      return { source: startState.source, notices: [ignoredText('source', kind)] };
  }
}
