import { severityThresholds, type Severity } from 'foreband-detector';

import { call, now, operate, select } from '../promql/build.js';
import { Y, YHAT } from './forecastRules.js';
import { FOREBAND_LABEL, ignoringForeband, identityOf, recorded, type GroupContext } from './groupContext.js';
import { INCIDENT } from './incidentRules.js';
import type { AlertingRule } from './ruleGroup.js';

/** How long an alert of the housekeeping has to hold before it fires, milliseconds: 30 minutes. */
const HOUSEKEEPING_MS = 30 * 60_000;

/** From what peak on an incident has the severity. */
const from: Readonly<Record<Severity, number>> = { low: 1, ...severityThresholds };

/** Foreband's own pages: an incident opens, and it becomes critical. */
const ownPages: readonly Severity[] = ['low', 'critical'];

/** Names of the series for an annotation, from the labels that they all have. */
function seriesText({ series }: GroupContext): string {
  const names = identityOf(series[0]).map(([name]) => name);
  const common = names.filter((name) => series.every((one) => identityOf(one).some(([own]) => own === name)));
  return common.length === 0 ? '' : ` of ${common.map((name) => `{{ $labels.${name} }}`).join(' ')}`;
}

function alert(
  context: GroupContext,
  rule: Pick<AlertingRule, 'alert' | 'expression' | 'severity'> & Partial<AlertingRule>,
  texts: { readonly summary: string; readonly description: string },
  fingerprint: string,
): AlertingRule {
  const { labels = {}, link, expires, name } = context;
  return {
    kind: 'alerting',
    forMs: 0,
    keepFiringForMs: 0,
    labels: { ...labels, foreband: name },
    annotations: {
      ...texts,
      foreband_model: fingerprint,
      foreband_expires: new Date(expires).toISOString(),
      ...(link === undefined ? {} : { dashboard: link }),
    },
    ...rule,
  };
}

/** One alert a severity: it fires once an incident has reached it, and until the incident is over. */
function incidentAlerts(context: GroupContext, fingerprint: string): readonly AlertingRule[] {
  const { severities = ownPages, name, stepMs } = context;
  return severities.map((severity) =>
    alert(
      context,
      {
        alert: 'ForebandAnomaly',
        expression: operate(recorded(context, INCIDENT), '>=', from[severity]),
        severity,
        // Over an evaluation that was missed; the incident itself lasts as long as it is recorded.
        keepFiringForMs: 2 * stepMs,
      },
      {
        summary: `${name}${seriesText(context)} is unlike its forecast`,
        description: `The score has reached {{ printf "%.1f" $value }} times the threshold.`,
      },
      fingerprint,
    ),
  );
}

/** What has to be told besides anomalies: series without a model, models without a series, and rules that have expired. */
function housekeeping(context: GroupContext, fingerprint: string): readonly AlertingRule[] {
  const { expression, name, expires, parts } = context;
  const written = { kind: 'written', text: expression } as const;
  const yhat = recorded(context, YHAT);
  const valid = operate(call('vector', now()), '<', expires / 1000);
  const modeled = select(YHAT, [
    { label: FOREBAND_LABEL, operator: parts.length === 1 ? '=' : '=~', value: parts.join('|') },
  ]);
  const without = operate(written, 'unless', modeled, ignoringForeband);
  const noModel = alert(
    context,
    {
      alert: 'ForebandNoModel',
      expression: operate(without, 'and', valid, { by: 'on', labels: [] }),
      severity: 'low',
      forMs: HOUSEKEEPING_MS,
    },
    {
      summary: `${name} has a series without a model`,
      description: 'The series is not watched: renew the rules, so that it has a model of its own.',
    },
    fingerprint,
  );
  return [
    // The first group asks for all.
    ...(name === parts[0] ? [noModel] : []),
    alert(
      context,
      {
        alert: 'ForebandSeriesGone',
        expression: operate(yhat, 'unless', recorded(context, Y)),
        severity: 'low',
        forMs: HOUSEKEEPING_MS,
      },
      {
        summary: `${name}${seriesText(context)} is gone`,
        description: 'There is a model, but no sample to score.',
      },
      fingerprint,
    ),
    alert(
      context,
      {
        alert: 'ForebandModelOutOfDate',
        expression: operate(call('vector', now()), '>=', expires / 1000),
        severity: 'low',
      },
      {
        summary: `The rules of ${name} have expired`,
        description: 'Their models are too old to forecast, so nothing is scored. Renew the rules.',
      },
      fingerprint,
    ),
  ];
}

/** The alerts of a group. */
export function alerts(context: GroupContext, fingerprint: string): readonly AlertingRule[] {
  return [...incidentAlerts(context, fingerprint), ...housekeeping(context, fingerprint)];
}
