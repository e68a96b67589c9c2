import type { Severity } from 'foreband-detector';

import type { Expression } from '../promql/expression.js';
import type { RuleSource } from './ruleSource.js';

/** A rule whose values are stored as series of their own. */
export interface RecordingRule {
  readonly kind: 'recording';
  /** Name of the series, such as `foreband:score`. */
  readonly metric: string;
  /** Labels that its series get besides `foreband`: those of a series where the expression has none. */
  readonly labels: Readonly<Record<string, string>>;
  readonly expression: Expression;
}

/** A rule that fires for every series that its expression has a value for. */
export interface AlertingRule {
  readonly kind: 'alerting';
  /** Name of the alert, such as `ForebandAnomaly`. */
  readonly alert: string;
  readonly expression: Expression;
  /** How long the expression must hold before it fires, milliseconds; 0 for none. */
  readonly forMs: number;
  /** How long it goes on firing afterwards, milliseconds; 0 for none. Prometheus 2.42 and newer know it. */
  readonly keepFiringForMs: number;
  readonly severity: Severity;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

export type Rule = RecordingRule | AlertingRule;

/** Rules that are evaluated one after the other at one moment, every step of their models. */
export interface RuleGroup {
  /** Name of the group, and the label `foreband` of all its series. */
  readonly name: string;
  /** The models' step, milliseconds. */
  readonly stepMs: number;
  readonly rules: readonly Rule[];
  /** Epoch ms: from then on the rules are quiet, and say that they need to be renewed. */
  readonly expires: number;
  /** Differs, but for chance, from that of rules of other models. */
  readonly fingerprint: string;
  /** What it was compiled from. */
  readonly source: RuleSource;
}
