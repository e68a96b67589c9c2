import { findSyntaxProblem } from 'foreband-prometheus';

import { call, chain, holds, negate, now, operate, select, within } from '../../src/promql/build';
import type { Expression } from '../../src/promql/expression';
import { toPromql } from '../../src/promql/toPromql';
import { valueType, type ValueType } from '../../src/promql/valueType';

const up = select('up');
const job = select('up', [{ label: 'job', operator: '=', value: 'a "b" \\ c' }]);
const one: Expression = { kind: 'number', value: 1 };
const minus: Expression = { kind: 'number', value: -1 };
const written = (text: string): Expression => ({ kind: 'written', text });

const rows: ReadonlyArray<readonly [expected: string, type: ValueType, expression: Expression]> = [
  ['1', 'scalar', one],
  ['-1', 'scalar', minus],
  ['0.1', 'scalar', { kind: 'number', value: 0.1 }],
  ['1e-7', 'scalar', { kind: 'number', value: 1e-7 }],
  ['Inf', 'scalar', { kind: 'number', value: Infinity }],
  ['-Inf', 'scalar', { kind: 'number', value: -Infinity }],
  ['NaN', 'scalar', { kind: 'number', value: NaN }],
  ['up', 'vector', up],
  ['up{job="a \\"b\\" \\\\ c"}', 'vector', job],
  ['up[3h59m59s]', 'range', within(up, 14_399_000)],
  ['up[1m30s] offset 5m', 'range', within(up, 90_000, 300_000)],
  ['time()', 'scalar', now()],
  ['clamp(up, -1, 1)', 'vector', call('clamp', up, -1, 1)],
  ['1 + 2 + 3', 'scalar', chain('+', [1, 2, 3])],
  ['1 - (2 - 3)', 'scalar', operate(1, '-', operate(2, '-', 3))],
  ['(1 + 2) * 3', 'scalar', operate(operate(1, '+', 2), '*', 3)],
  ['1 + 2 * 3', 'scalar', operate(1, '+', operate(2, '*', 3))],
  ['2 / (3 * 4)', 'scalar', operate(2, '/', operate(3, '*', 4))],
  ['2 ^ 3 ^ 4', 'scalar', operate(2, '^', operate(3, '^', 4))],
  ['(2 ^ 3) ^ 4', 'scalar', operate(operate(2, '^', 3), '^', 4)],
  ['-(1 + 2)', 'scalar', negate(operate(1, '+', 2))],
  ['-(1 * 2)', 'scalar', negate(operate(1, '*', 2))],
  ['-2 ^ 2', 'scalar', negate(operate(2, '^', 2))],
  ['-(-1)', 'scalar', negate(minus)],
  ['(-1) ^ 2', 'scalar', operate(minus, '^', 2)],
  ['(-1) ^ 2', 'scalar', operate(negate(one), '^', 2)],
  ['2 * (-1)', 'scalar', operate(2, '*', minus)],
  ['2 + -1', 'scalar', operate(2, '+', minus)],
  ['time() >= bool 5', 'scalar', holds(now(), '>=', 5)],
  ['2 * (time() >= bool 5)', 'scalar', operate(2, '*', holds(now(), '>=', 5))],
  ['up >= 5', 'vector', operate(up, '>=', 5)],
  ['up or up and up', 'vector', operate(up, 'or', operate(up, 'and', up))],
  ['(up or up) unless up', 'vector', operate(operate(up, 'or', up), 'unless', up)],
  [
    'up and on () vector(time()) < 5',
    'vector',
    operate(up, 'and', operate(call('vector', now()), '<', 5), { by: 'on', labels: [] }),
  ],
  ['up - ignoring (a, b) up', 'vector', operate(up, '-', up, { by: 'ignoring', labels: ['a', 'b'] })],
  ['(a or b) - 1', 'vector', operate(written(' a or b '), '-', 1)],
  ['(up # all\n) - 1', 'vector', operate(written('up # all'), '-', 1)],
];

describe('toPromql(expression)', () => {
  it.each(rows)('writes %j, which is PromQL', (expected, type, expression) => {
    expect(toPromql(expression)).toBe(expected);
    expect(findSyntaxProblem(expected)).toBeUndefined();
    expect(valueType(expression)).toBe(type);
  });
});

describe('valueType(expression)', () => {
  it.each([
    ['invalid parameters of abs: scalar (expected vector)', call('abs', 1)],
    ['invalid parameters of avg_over_time: vector (expected range)', call('avg_over_time', up)],
    ['invalid parameters of time: scalar (expected )', call('time', 1)],
    ['invalid operands of and: vector, scalar (expected vector, vector)', operate(up, 'and', 1)],
    ['invalid operands of <: scalar, scalar (expected a vector, or bool)', operate(now(), '<', 1)],
    ['invalid the left of +: range (expected scalar or vector)', operate(within(up, 1000), '+', 1)],
  ])('throws "%s"', (message, expression) => {
    expect(() => valueType(expression)).toThrow(new TypeError(message));
  });
});
