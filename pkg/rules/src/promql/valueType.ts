import type { BinaryOperation, BinaryOperator, Expression, FunctionName } from './expression.js';

/** What an expression comes to: one number, one sample of each series, or several. */
export type ValueType = 'scalar' | 'vector' | 'range';

interface Signature {
  readonly parameters: readonly ValueType[];
  readonly value: ValueType;
}

const ofVector: Signature = { parameters: ['vector'], value: 'vector' };
const ofRange: Signature = { parameters: ['range'], value: 'vector' };
const ofVectorAndScalar: Signature = { parameters: ['vector', 'scalar'], value: 'vector' };

const signatures: Readonly<Record<FunctionName, Signature>> = {
  abs: ofVector,
  absent: ofVector,
  avg_over_time: ofRange,
  clamp: { parameters: ['vector', 'scalar', 'scalar'], value: 'vector' },
  clamp_max: ofVectorAndScalar,
  clamp_min: ofVectorAndScalar,
  count_over_time: ofRange,
  exp: ofVector,
  last_over_time: ofRange,
  max_over_time: ofRange,
  scalar: { parameters: ['vector'], value: 'scalar' },
  sin: ofVector,
  sum_over_time: ofRange,
  time: { parameters: [], value: 'scalar' },
  vector: { parameters: ['scalar'], value: 'vector' },
};

const setOperators: ReadonlySet<BinaryOperator> = new Set(['and', 'or', 'unless']);
const comparisons: ReadonlySet<BinaryOperator> = new Set(['==', '!=', '<', '<=', '>', '>=']);

/**
 * The type of an expression's value, by Prometheus's rules.
 * @throws TypeError for an expression that Prometheus would refuse.
 */
export function valueType(expression: Expression): ValueType {
  switch (expression.kind) {
    case 'number':
      return 'scalar';
    case 'selector':
      return expression.rangeMs === null ? 'vector' : 'range';
    case 'written':
      return 'vector';
    case 'negation':
      return instantType('the operand of -', expression.operand);
    case 'call': {
      const { parameters, value } = signatures[expression.name];
      const given = expression.parameters.map(valueType);
      if (given.length !== parameters.length || given.some((type, i) => type !== parameters[i])) {
        throw invalid(`parameters of ${expression.name}`, given.join(', '), parameters.join(', '));
      }
      return value;
    }
    case 'binary':
      return binaryType(expression);
  }
}

function binaryType({ operator, left, right, isBool, matching }: BinaryOperation): ValueType {
  const types = [instantType(`the left of ${operator}`, left), instantType(`the right of ${operator}`, right)];
  const areVectors = types.every((type) => type === 'vector');
  if ((setOperators.has(operator) || matching !== null) && !areVectors) {
    throw invalid(`operands of ${operator}`, types.join(', '), 'vector, vector');
  }
  const isScalar = types.every((type) => type === 'scalar');
  if (isScalar && comparisons.has(operator) && !isBool) {
    throw invalid(`operands of ${operator}`, types.join(', '), 'a vector, or bool');
  }
  return isScalar ? 'scalar' : 'vector';
}

function instantType(name: string, expression: Expression): 'scalar' | 'vector' {
  const type = valueType(expression);
  if (type === 'range') {
    throw invalid(name, type, 'scalar or vector');
  }
  return type;
}

function invalid(name: string, value: string, expected: string): TypeError {
  return new TypeError(`invalid ${name}: ${value} (expected ${expected})`);
}
