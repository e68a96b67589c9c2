import { incidentRules as rules } from 'foreband-detector';

import { call, holds, operate } from '../promql/build.js';
import type { Expression } from '../promql/expression.js';
import { ANOMALY, hasFilters } from './anomalyRules.js';
import { withoutExclusions } from './exclusions.js';
import { RESIDUAL } from './forecastRules.js';
import { lastRows, record, recorded, type GroupContext } from './groupContext.js';
import type { RecordingRule } from './ruleGroup.js';
import type { Scoring } from './scoring.js';

/** 1 for rows that keep an incident open, else 0. */
const OPEN = 'foreband:open';
/** The peak of an open incident so far, in what severities are classes of; 0 where none is open. */
export const INCIDENT = 'foreband:incident';

/** How many rows back an incident's last value is looked for, in case an evaluation was missed. */
const LAST_ROWS = 3;

/** Rows that linger, if an incident is open: the rule reads what it recorded itself in the hours before. */
function lingeringRows(context: GroupContext, scoring: Scoring, lingering: Expression, quietRows: number): Expression {
  const anomalous = operate(recorded(context, ANOMALY), '>', 0);
  const suppressed = operate(scoring.outside, 'unless', anomalous);
  const unsuppressed = hasFilters(context) ? operate(lingering, 'unless', suppressed) : lingering;
  const wasOpen = call('max_over_time', lastRows(context, recorded(context, OPEN), quietRows, 1));
  return operate(withoutExclusions(unsuppressed, context), 'and', operate(wasOpen, '>', 0));
}

function openRule(context: GroupContext, scoring: Scoring, quietRows: number): RecordingRule {
  const { lingering } = scoring;
  const anomalous = operate(recorded(context, ANOMALY), '>', 0);
  const open =
    lingering === null ? anomalous : operate(anomalous, 'or', lingeringRows(context, scoring, lingering, quietRows));
  const others = operate(recorded(context, RESIDUAL), '*', 0);
  return record(OPEN, operate(holds(open, '>', 0), 'or', others));
}

/**
 * Joins anomalies to incidents, as `findIncidents` of foreband-detector does: one goes on until there was none for three
 * hours. Its peak so far is carried from row to row, so that it survives a restart of the server.
 */
export function incidentRules(context: GroupContext, scoring: Scoring): readonly RecordingRule[] {
  const quietRows = Math.max(1, Math.round(rules.quietMs / context.stepMs));
  const anomaly = recorded(context, ANOMALY);
  const before = call('last_over_time', lastRows(context, recorded(context, INCIDENT), LAST_ROWS, 1));
  const peak = operate(operate(operate(anomaly, '>', before), 'or', before), 'or', anomaly);
  const isOpen = call('max_over_time', lastRows(context, recorded(context, OPEN), quietRows));
  return [openRule(context, scoring, quietRows), record(INCIDENT, operate(peak, '*', isOpen))];
}
