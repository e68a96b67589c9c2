import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { findSyntaxProblem, parseDuration } from 'foreband-prometheus';
import type { DemoSeries, Labels } from './demoSeries';
import { refuseExpression } from './refuseExpression';
import { selectSeries } from './selectSeries';

/** A series of an answer: one value a time, NaN where it has none. */
export interface Column {
  readonly labels: Labels;
  readonly values: Float64Array;
}

type Value = number | readonly Column[];

/** Everything that an expression is computed from. */
export interface Evaluation {
  readonly series: readonly DemoSeries[];
  /** Epoch ms. */
  readonly times: Float64Array;
}

interface Context extends Evaluation {
  readonly text: string;
}

const SECOND_MS = 1000;

const operators: Readonly<Record<string, (left: number, right: number) => number>> = {
  Add: (left, right) => left + right,
  Sub: (left, right) => left - right,
  Mul: (left, right) => left * right,
  Div: (left, right) => left / right,
};

const aggregations: Readonly<Record<string, (values: readonly number[]) => number>> = {
  Sum: (values) => values.reduce((sum, value) => sum + value, 0),
  Avg: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  Min: (values) => Math.min(...values),
  Max: (values) => Math.max(...values),
  Count: (values) => values.length,
};

/** What is left of an increase over a window of so many seconds. */
const overWindows: Readonly<Record<string, (increase: number, seconds: number) => number>> = {
  Rate: (increase, seconds) => increase / seconds,
  Increase: (increase) => increase,
};

function withoutName({ __name__: _, ...labels }: Labels): Labels {
  return labels;
}

const keyOf = (labels: Labels) => JSON.stringify(Object.entries(labels).sort());

/** A counter's growth over the window before each time. The demo's counters are never reset. */
function counterChange(node: SyntaxNode, name: string, context: Context): Value {
  const matrix = node.getChild('FunctionCallBody')?.getChild('MatrixSelector') ?? null;
  const selector = matrix?.getChild('VectorSelector') ?? null;
  const duration = matrix?.getChild('DurationExpr') ?? null;
  const windowMs = duration === null ? undefined : parseDuration(context.text.slice(duration.from, duration.to));
  if (selector === null || windowMs === undefined) {
    return refuseExpression(node, context.text);
  }
  return selectSeries(context.series, selector, context.text).map(({ labels, valueAt }) => ({
    labels: withoutName(labels),
    values: context.times.map((time) =>
      overWindows[name](valueAt(time) - valueAt(time - windowMs), windowMs / SECOND_MS),
    ),
  }));
}

interface Group {
  readonly labels: Labels;
  readonly members: Column[];
}

function groupsOf(columns: readonly Column[], names: readonly string[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const column of columns) {
    const kept = names.filter((name) => name in column.labels).map((name) => [name, column.labels[name]]);
    const group: Group = groups.get(JSON.stringify(kept)) ?? { labels: Object.fromEntries(kept), members: [] };
    groups.set(JSON.stringify(kept), group);
    group.members.push(column);
  }
  return [...groups.values()];
}

/** The labels that an aggregation keeps: `by (…)`, or none. */
function keptLabels(node: SyntaxNode, { text }: Context): readonly string[] {
  const modifier = node.getChild('AggregateModifier');
  const names = modifier?.getChild('GroupingLabels')?.getChildren('LabelName') ?? [];
  return modifier?.getChild('Without')
    ? refuseExpression(node, text)
    : names.map(({ from, to }) => text.slice(from, to));
}

function aggregated(node: SyntaxNode, context: Context): Value {
  const aggregate = aggregations[node.getChild('AggregateOp')?.firstChild?.name ?? ''];
  const argument = node.getChild('FunctionCallBody')?.firstChild;
  const columns = argument ? valueOf(argument, context) : 0;
  if (aggregate === undefined || typeof columns === 'number') {
    return refuseExpression(node, context.text);
  }
  return groupsOf(columns, keptLabels(node, context)).map(({ labels, members }) => ({
    labels,
    values: context.times.map((_, row) => {
      const present = members.map(({ values }) => values[row]).filter((value) => !Number.isNaN(value));
      return present.length === 0 ? NaN : aggregate(present);
    }),
  }));
}

function combined(node: SyntaxNode, context: Context): Value {
  const operation = operators[node.firstChild?.nextSibling?.name ?? ''];
  if (
    operation === undefined ||
    node.firstChild === null ||
    node.lastChild === null ||
    node.getChild('MatchingModifierClause')
  ) {
    return refuseExpression(node, context.text);
  }
  const left = valueOf(node.firstChild, context);
  const right = valueOf(node.lastChild, context);
  if (typeof left === 'number') {
    return typeof right === 'number' ? operation(left, right) : mapped(right, (value) => operation(left, value));
  }
  if (typeof right === 'number') {
    return mapped(left, (value) => operation(value, right));
  }
  const partners = new Map(right.map((column) => [keyOf(withoutName(column.labels)), column]));
  return left.flatMap(({ labels, values }) => {
    const partner = partners.get(keyOf(withoutName(labels)));
    const apply = (value: number, row: number) => operation(value, partner?.values[row] ?? NaN);
    return partner === undefined ? [] : [{ labels: withoutName(labels), values: values.map(apply) }];
  });
}

function mapped(columns: readonly Column[], change: (value: number) => number): readonly Column[] {
  return columns.map(({ labels, values }) => ({ labels: withoutName(labels), values: values.map(change) }));
}

function negated(node: SyntaxNode, context: Context): Value {
  const value = valueOf(node.lastChild ?? node, context);
  return typeof value === 'number' ? -value : mapped(value, (one) => -one);
}

function called(node: SyntaxNode, context: Context): Value {
  const name = node.getChild('FunctionIdentifier')?.firstChild?.name ?? '';
  return name in overWindows ? counterChange(node, name, context) : refuseExpression(node, context.text);
}

function valueOf(node: SyntaxNode, context: Context): Value {
  const { text, series, times } = context;
  switch (node.name) {
    case 'NumberDurationLiteral':
      return Number(text.slice(node.from, node.to));
    case 'ParenExpr':
      return valueOf(node.firstChild ?? node, context);
    case 'UnaryExpr':
      return negated(node, context);
    case 'BinaryExpr':
      return combined(node, context);
    case 'AggregateExpr':
      return aggregated(node, context);
    case 'FunctionCall':
      return called(node, context);
    case 'VectorSelector':
      return selectSeries(series, node, text).map(({ labels, valueAt }) => ({ labels, values: times.map(valueAt) }));
    default:
      return refuseExpression(node, text);
  }
}

/**
 * The series that a PromQL expression gives at each of the times.
 * @throws RangeError for what is no PromQL, or more of it than the demo knows.
 */
export function evaluateExpression(text: string, evaluation: Evaluation): readonly Column[] {
  const problem = findSyntaxProblem(text);
  const root = parser.parse(text).topNode.firstChild;
  if (problem !== undefined || root === null) {
    throw new RangeError(`invalid expression: no PromQL at ${problem?.near ?? text}`);
  }
  const value = valueOf(root, { ...evaluation, text });
  return typeof value === 'number' ? [{ labels: {}, values: evaluation.times.map(() => value) }] : value;
}
