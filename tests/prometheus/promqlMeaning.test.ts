import { call, negate, operate, toPromql, type Expression } from 'foreband-rules';

import { describeOnPrometheus } from './describeOnPrometheus';
import { startEmptyPrometheus, type EmptyPrometheus } from './emptyPrometheus';

const power = (base: Expression | number, exponent: Expression | number) => operate(base, '^', exponent);
const number = (value: number): Expression => ({ kind: 'number', value });

/** Trees whose text is another one's where parentheses are missing or wrong. */
const rows: ReadonlyArray<readonly [value: number, tree: Expression]> = [
  [-4, negate(power(2, 2))],
  [4, power(negate(2), 2)],
  [4, power(number(-2), 2)],
  [0.25, power(2, number(-2))],
  [512, power(2, power(3, 2))],
  [64, power(power(2, 3), 2)],
  [-3, negate(operate(1, '+', 2))],
  [3, negate(negate(3))],
  [2, operate(1, '-', operate(2, '-', 3))],
  [-4, operate(operate(1, '-', 2), '-', 3)],
  [6, operate(12, '/', operate(6, '/', 3))],
  [2, operate(12, '%', operate(10, '-', 5))],
  [-6, operate(2, '*', number(-3))],
  [-1, operate(2, '+', number(-3))],
  [9, operate(operate(1, '+', 2), '*', 3)],
  [-7, operate(negate(operate(2, '*', 3)), '-', 1)],
];

describeOnPrometheus('toPromql(expression), as Prometheus understands it', () => {
  let prometheus: EmptyPrometheus;
  beforeAll(async () => {
    prometheus = await startEmptyPrometheus();
  });
  afterAll(() => prometheus.close());

  it.each(rows)('is worth %d', async (value, tree) => {
    const span = { start: 0, end: 0 };
    expect([...(await prometheus.evaluate(toPromql(call('vector', tree)), span, 1000))]).toEqual([value]);
  });
});
