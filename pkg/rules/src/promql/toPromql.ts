import { formatSelector, promDuration } from 'foreband-prometheus';

import type { BinaryOperation, BinaryOperator, Expression, Matching, Selector } from './expression.js';

// The order of https://prometheus.io/docs/prometheus/latest/querying/operators/#binary-operator-precedence. A sign binds as
// strongly as a product there, weaker than a power: -1 ^ 2 is -(1 ^ 2).
const PRODUCT = 5;
const POWER = 6;
const ATOM = 7;
const precedences: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  unless: 2,
  '==': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': PRODUCT,
  '/': PRODUCT,
  '%': PRODUCT,
  '^': POWER,
};

/** A tree as text. */
export function toPromql(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return numberText(expression.value);
    case 'selector':
      return selectorText(expression);
    case 'call':
      return `${expression.name}(${expression.parameters.map(toPromql).join(', ')})`;
    case 'negation':
      return `-${enclosed(expression.operand, PRODUCT + 1)}`;
    case 'binary':
      return binaryText(expression);
    case 'written':
      return writtenText(expression.text);
  }
}

function precedenceOf(expression: Expression): number {
  switch (expression.kind) {
    case 'binary':
      return precedences[expression.operator];
    case 'negation':
      return PRODUCT;
    case 'number':
      return isSigned(expression.value) ? PRODUCT : ATOM;
    case 'selector':
    case 'call':
    case 'written':
      return ATOM;
  }
}

/** In parentheses unless it binds at least so strongly. */
function enclosed(expression: Expression, least: number): string {
  const text = toPromql(expression);
  return precedenceOf(expression) < least ? `(${text})` : text;
}

function binaryText({ operator, left, right, isBool, matching }: BinaryOperation): string {
  const own = precedences[operator];
  const isRightFirst = operator === '^';
  const modifiers = `${isBool ? ' bool' : ''}${matching === null ? '' : ` ${matchingText(matching)}`}`;
  // Templates, not join: chains of a thousand series would be copied at each of them.
  return `${enclosed(left, isRightFirst ? own + 1 : own)} ${operator}${modifiers} ${enclosed(right, isRightFirst ? own : own + 1)}`;
}

function matchingText({ by, labels }: Matching): string {
  return `${by} (${labels.join(', ')})`;
}

function selectorText({ metric, matchers, rangeMs, offsetMs }: Selector): string {
  const labels = matchers.length === 0 ? '' : formatSelector(matchers);
  const range = rangeMs === null ? '' : `[${durationText(rangeMs)}]`;
  return `${metric}${labels}${range}${offsetMs === 0 ? '' : ` offset ${promDuration(offsetMs)}`}`;
}

/** `3h59m59s` rather than `14399s`. */
function durationText(durationMs: number): string {
  const units = [
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
    ['ms', 1],
  ] as const;
  let rest = Math.max(1, Math.round(durationMs));
  return units
    .map(([unit, unitMs]) => {
      const count = Math.floor(rest / unitMs);
      rest -= count * unitMs;
      return count === 0 ? '' : `${count}${unit}`;
    })
    .join('');
}

function isSigned(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}

/** The shortest text that is read back as the same number. */
function numberText(value: number): string {
  if (Number.isNaN(value)) {
    return 'NaN';
  }
  if (!Number.isFinite(value)) {
    return value > 0 ? 'Inf' : '-Inf';
  }
  return Object.is(value, -0) ? '-0' : String(value);
}

/** In parentheses always; on a line of its own where a comment could swallow the closing one. */
function writtenText(text: string): string {
  const trimmed = text.trim();
  return trimmed.includes('#') ? `(${trimmed}\n)` : `(${trimmed})`;
}
