import { plantedKinds, type PlantedKind, type ThresholdGoal } from 'foreband-detector';

import type { EvaluationPlan } from 'foreband-engine';

import { duration, finite, number, word, type Codec, type Codecs } from './codecs';

/** The part of an evaluation's plan that the page offers; a file has its labels in a column of its own. */
export interface ExplorePlan extends Omit<EvaluationPlan, 'labelField' | 'tags'> {
  /** Anomalies that are planted, or those that are known: labels of a file, what a simulation planted. */
  readonly truth: 'planted' | 'field';
}

function isKind(text: string): text is PlantedKind {
  return plantedKinds.some((kind) => kind === text);
}

const kinds: Codec<readonly PlantedKind[]> = {
  key: 'plant',
  write: (value) => value.join(','),
  read: (text) => {
    const words = text.split(',');
    return words.every(isKind) ? words : undefined;
  },
};

const truth: Codec<ExplorePlan['truth']> = {
  key: 'truth',
  write: (value) => (value === 'field' ? 'labels' : value),
  read: (text) => (text === 'labels' ? 'field' : text === 'planted' ? text : undefined),
};

// `f2` for the best F2, `false3` for at most three false events a week.
const goal: Codec<ThresholdGoal> = {
  key: 'goal',
  write: (value) => (value.kind === 'fBeta' ? `f${value.beta}` : `false${value.perWeek}`),
  read: (text) => {
    const [, kind, figure = ''] = /^(false|f)([\d.]+)$/.exec(text) ?? [];
    const value = finite(figure);
    if (value === undefined) {
      return undefined;
    }
    return kind === 'f' ? { kind: 'fBeta', beta: value } : { kind: 'falseEvents', perWeek: value };
  },
};

/** Every part of the plan that the page offers. */
export const planCodecs: Codecs<ExplorePlan> = {
  truth,
  rows: word('rows', 'split', 'rolling'),
  trainingShare: number('learn'),
  refitEveryMs: duration('refit'),
  goal,
  kinds,
  ratio: number('ratio'),
  size: number('size'),
  seed: number('plantseed'),
};
