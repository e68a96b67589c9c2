import type { Matcher } from 'foreband-prometheus';

import type {
  ArithmeticOperator,
  BinaryOperator,
  Call,
  ComparisonOperator,
  Expression,
  FunctionName,
  Matching,
  Selector,
} from './expression.js';

/** What may stand for an expression: a number is its literal. */
export type Operand = Expression | number;

function expressionOf(operand: Operand): Expression {
  return typeof operand === 'number' ? { kind: 'number', value: operand } : operand;
}

/** A call of a function. */
export function call(name: FunctionName, ...parameters: readonly Operand[]): Call {
  return { kind: 'call', name, parameters: parameters.map(expressionOf) };
}

/** The moment of evaluation in seconds, as a scalar. */
export function now(): Call {
  return call('time');
}

/** The last samples of series. */
export function select(metric: string, matchers: readonly Matcher[] = []): Selector {
  return { kind: 'selector', metric, matchers, rangeMs: null, offsetMs: 0 };
}

/**
 * The samples of series within a time.
 * @param rangeMs length of that time, milliseconds.
 * @param offsetMs how long before the moment of evaluation it ends, milliseconds. Default 0.
 */
export function within(selector: Selector, rangeMs: number, offsetMs = 0): Selector {
  return { ...selector, rangeMs, offsetMs };
}

/** A comparison that answers with 1 or 0. */
export function holds(left: Operand, operator: ComparisonOperator, right: Operand): Expression {
  return {
    kind: 'binary',
    operator,
    left: expressionOf(left),
    right: expressionOf(right),
    isBool: true,
    matching: null,
  };
}

/** An operation on two operands. */
export function operate(
  left: Operand,
  operator: BinaryOperator,
  right: Operand,
  matching: Matching | null = null,
): Expression {
  return { kind: 'binary', operator, left: expressionOf(left), right: expressionOf(right), isBool: false, matching };
}

/** -operand */
export function negate(operand: Operand): Expression {
  return { kind: 'negation', operand: expressionOf(operand) };
}

/** Operands joined by one operator, from left to right. */
export function chain(
  operator: ArithmeticOperator | 'or' | 'and' | 'unless',
  operands: readonly Operand[],
): Expression {
  return operands.map(expressionOf).reduce((left, right) => operate(left, operator, right));
}
