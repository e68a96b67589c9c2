import type { Matcher } from 'foreband-prometheus';

import { scalarSum, type ScalarTerm } from '../forecast/scalarSum.js';
import { call, chain, operate, select, within, type Operand } from '../promql/build.js';
import type { Expression, Matching, Selector } from '../promql/expression.js';
import type { RecordingRule } from './ruleGroup.js';
import type { RuleSource, SeriesModel } from './ruleSource.js';

/** The label that every series of rules has: the name of its group. */
export const FOREBAND_LABEL = 'foreband';

/** Series of rules and series of the expression match by all labels but that one. */
export const ignoringForeband: Matching = { by: 'ignoring', labels: [FOREBAND_LABEL] };

/** No series has this name: `absent` of it is a 1 with the labels of the selector. */
const NOTHING = '_';

/** What the rules of one group share. */
export interface GroupContext extends RuleSource {
  /** The models' step, milliseconds. */
  readonly stepMs: number;
  /** Epoch ms. */
  readonly expires: number;
  /** Names of all groups that the source has become. */
  readonly parts: readonly string[];
}

/** The labels that tell a series from others. */
export function identityOf({ labels }: Pick<SeriesModel, 'labels'>): ReadonlyArray<readonly [string, string]> {
  return Object.entries(labels).filter(([name, value]) => name !== '__name__' && value !== '');
}

/** A vector of the value 1 with the labels of a series. */
export function oneOf(series: Pick<SeriesModel, 'labels'>): Expression {
  const matchers = identityOf(series).map(([label, value]): Matcher => ({ label, operator: '=', value }));
  return call('absent', select(NOTHING, matchers));
}

/** The series that a rule of the group has recorded. */
export function recorded({ name }: Pick<GroupContext, 'name'>, metric: string): Selector {
  return select(metric, [{ label: FOREBAND_LABEL, operator: '=', value: name }]);
}

/**
 * The samples of the last rows, that of the moment included: the range is a little shorter, since before Prometheus 3.0 it held
 * a sample at its beginning too.
 * @param nRows 1 or more. @param before rows that are left out at the end. Default 0.
 */
export function lastRows(
  { stepMs }: Pick<GroupContext, 'stepMs'>,
  selector: Selector,
  nRows: number,
  before = 0,
): Selector {
  return within(selector, nRows * stepMs - Math.min(1000, stepMs / 2), before * stepMs);
}

/** A rule that records an expression with the labels it has. */
export function record(metric: string, expression: Expression): RecordingRule {
  return { kind: 'recording', metric, labels: {}, expression };
}

/**
 * A rule that records a vector without labels as a series. One rule a series rather than one for all: up to Prometheus 2.42 at
 * least the evaluation of an expression takes a time that grows with the square of its size.
 */
export function recordOf(series: SeriesModel, metric: string, expression: Expression): RecordingRule {
  return { kind: 'recording', metric, labels: Object.fromEntries(identityOf(series)), expression };
}

/** Rules for a sum of each series: numbers together in one, what depends on the time in one each. */
export function recordSums(
  series: readonly SeriesModel[],
  metric: string,
  termsOf: (series: SeriesModel) => readonly ScalarTerm[],
): readonly RecordingRule[] {
  const sums = series.map((one) => ({ one, sum: scalarSum(termsOf(one)) }));
  const numbers = sums.flatMap(({ one, sum }) => (typeof sum === 'number' ? [operate(oneOf(one), '*', sum)] : []));
  const others = sums.flatMap(({ one, sum }) =>
    typeof sum === 'number' ? [] : [recordOf(one, metric, call('vector', sum))],
  );
  return numbers.length === 0 ? others : [record(metric, chain('or', numbers)), ...others];
}

/** A number of each series: the number itself where it is the same for all, else a recorded series. */
export interface Quantity {
  readonly rules: readonly RecordingRule[];
  readonly of: Operand;
}

/** A number that belongs to each model, as an operand of rules. */
export function quantity(context: GroupContext, metric: string, valueOf: (series: SeriesModel) => number): Quantity {
  const { series } = context;
  const first = valueOf(series[0]);
  if (series.every((one) => valueOf(one) === first)) {
    return { rules: [], of: first };
  }
  const numbers = series.map((one) => operate(oneOf(one), '*', valueOf(one)));
  return { rules: [record(metric, chain('or', numbers))], of: recorded(context, metric) };
}

/** The smaller of two vectors with the same series. */
export function smallerOf(one: Expression, other: Expression): Expression {
  return operate(operate(one, '<', other), 'or', other);
}
