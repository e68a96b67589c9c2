export type { Expression } from './promql/expression.js';
export { toPromql } from './promql/toPromql.js';
