import type { Expression } from '../promql/expression.js';
import type { Operand } from '../promql/build.js';
import type { RecordingRule } from './ruleGroup.js';

/** A score as rules: what filters and incidents need of it. */
export interface Scoring {
  /** Rules that record the score and what it is made of, in order. */
  readonly rules: readonly RecordingRule[];
  /** The score at which a row is anomalous. */
  readonly threshold: Operand;
  /** The rows that are anomalous by their score, with the score as their value. */
  readonly outside: Expression;
  /** The rows that keep an incident open without being anomalous; null where there are no others. */
  readonly lingering: Expression | null;
  /** Turns rows with their scores into rows with what severities are classes of. */
  readonly inSeverities: (scores: Expression) => Expression;
  /** The expected value. */
  readonly expected: Expression;
  /** The size of the deviation behind the score, in the unit of the series. */
  readonly size: Expression;
  /** The rows above, or below, what is expected. */
  readonly side: (direction: 'above' | 'below') => Expression;
}
