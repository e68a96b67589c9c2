import type { Expression } from './expression.js';

/** A tree with every node replaced, those it is made of first. */
export function mapExpression(expression: Expression, replace: (node: Expression) => Expression): Expression {
  switch (expression.kind) {
    case 'number':
    case 'selector':
    case 'written':
      return replace(expression);
    case 'negation':
      return replace({ ...expression, operand: mapExpression(expression.operand, replace) });
    case 'call': {
      const parameters = expression.parameters.map((parameter) => mapExpression(parameter, replace));
      return replace({ ...expression, parameters });
    }
    case 'binary': {
      const { left, right } = expression;
      return replace({ ...expression, left: mapExpression(left, replace), right: mapExpression(right, replace) });
    }
  }
}
