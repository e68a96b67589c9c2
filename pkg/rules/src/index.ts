export type { Expression } from './promql/expression.js';
export { toPromql } from './promql/toPromql.js';
export { forecastExpression } from './forecast/forecastExpression.js';
export { validityOf, type Validity } from './forecast/validity.js';
