import { now, holds, operate, type Operand } from '../promql/build.js';
import type { Expression } from '../promql/expression.js';

/** A number times a scalar; without one the number itself. */
export interface ScalarTerm {
  readonly factor: number;
  readonly of: Expression | null;
}

const DIGITS = 12;

/** The number with twelve digits: more would not be seen in a forecast, and make files long. */
export function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

function termExpression(factor: number, of: Expression | null): Operand {
  if (of === null) {
    return factor;
  }
  return factor === 1 ? of : operate(factor, '*', of);
}

/** A sum as a scalar: numbers joined to one that comes first, zeros left out, negative terms subtracted. */
export function scalarSum(terms: readonly ScalarTerm[]): Operand {
  const constant = terms.reduce((sum, { factor, of }) => (of === null ? sum + factor : sum), 0);
  const others = terms.filter(({ factor, of }) => of !== null && factor !== 0);
  const [first, ...rest] = constant === 0 && others.length > 0 ? others : [{ factor: constant, of: null }, ...others];
  return rest.reduce<Operand>(
    (sum, { factor, of }) => operate(sum, factor < 0 ? '-' : '+', termExpression(Math.abs(factor), of)),
    termExpression(first.factor, first.of),
  );
}

/**
 * A number from one moment to another, else 0.
 * @param start epoch ms. @param end epoch ms, not included.
 */
export function during(factor: number, start: number, end: number): ScalarTerm {
  return { factor, of: operate(holds(now(), '>=', start / 1000), '*', holds(now(), '<', end / 1000)) };
}

/**
 * A number from a moment on, before it 0.
 * @param start epoch ms.
 */
export function since(factor: number, start: number): ScalarTerm {
  return { factor, of: holds(now(), '>=', start / 1000) };
}
