import type { TimeZone } from '@grafana/data';
import type { Evaluation } from 'foreband-detector';

import type { EvaluationBasis } from 'foreband-engine';
import type { PlotSize } from '../plot/plotFrame';

import type { Answering } from './answering';

/** An evaluation as it is looked at. */
export interface EvaluationSubjectView {
  readonly basis: EvaluationBasis;
  /** The evaluation at the threshold that is shown. */
  readonly evaluation: Evaluation;
  readonly timeZone: TimeZone;
  /** A value with its unit, as the field config asks for it. */
  readonly format: (value: number) => string;
}

/** The props of every view of an evaluation. */
export interface EvaluationViewProps extends PlotSize, EvaluationSubjectView {
  /** Shows the evaluation at another threshold multiplier. */
  readonly onTry: (thresholdMultiplier: number) => void;
  /** Takes what the reader says of incidents that nobody planted; undefined where it cannot. */
  readonly answering?: Answering;
}
