import type { Matcher } from 'foreband-prometheus';

// https://prometheus.io/docs/prometheus/latest/querying/operators/
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '^';
export type ComparisonOperator = '==' | '!=' | '>' | '<' | '>=' | '<=';
export type SetOperator = 'and' | 'or' | 'unless';
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | SetOperator;

/** The functions that rules use. */
export type FunctionName =
  | 'abs'
  | 'absent'
  | 'avg_over_time'
  | 'clamp'
  | 'clamp_max'
  | 'clamp_min'
  | 'count_over_time'
  | 'exp'
  | 'last_over_time'
  | 'max_over_time'
  | 'scalar'
  | 'sin'
  | 'sum_over_time'
  | 'time'
  | 'vector';

export interface NumberLiteral {
  readonly kind: 'number';
  /** Any, infinite and NaN too. */
  readonly value: number;
}

/** Series by name and labels: their last samples or, with a range, all within it. */
export interface Selector {
  readonly kind: 'selector';
  readonly metric: string;
  readonly matchers: readonly Matcher[];
  /** Milliseconds; null for the last samples. */
  readonly rangeMs: number | null;
  /** How long before the moment of evaluation, milliseconds; 0 for then. */
  readonly offsetMs: number;
}

export interface Call {
  readonly kind: 'call';
  readonly name: FunctionName;
  readonly parameters: readonly Expression[];
}

export interface Negation {
  readonly kind: 'negation';
  readonly operand: Expression;
}

/** Which labels make two series match. */
export interface Matching {
  readonly by: 'on' | 'ignoring';
  readonly labels: readonly string[];
}

export interface BinaryOperation {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  /** Whether a comparison answers with 1 or 0 instead of leaving out what it does not hold for. */
  readonly isBool: boolean;
  /** Null for all labels. */
  readonly matching: Matching | null;
}

/** PromQL that somebody wrote: a whole expression with a vector for its value, whose syntax has been checked. */
export interface WrittenExpression {
  readonly kind: 'written';
  readonly text: string;
}

/** PromQL as a tree. It holds meaning alone: parentheses and escapes are `toPromql`'s. */
export type Expression = NumberLiteral | Selector | Call | Negation | BinaryOperation | WrittenExpression;
