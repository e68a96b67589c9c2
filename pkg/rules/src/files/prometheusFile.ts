import { promDuration } from 'foreband-prometheus';
import { stringify } from 'yaml';

import type { Rule, RuleGroup } from '../group/ruleGroup.js';
import { toPromql } from '../promql/toPromql.js';

/** A rule as Prometheus reads it: https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/ */
function ruleFields(rule: Rule, { name }: RuleGroup): Readonly<Record<string, unknown>> {
  const expr = toPromql(rule.expression);
  if (rule.kind === 'recording') {
    return { record: rule.metric, expr, labels: { foreband: name, ...rule.labels } };
  }
  const { alert, forMs, keepFiringForMs, severity, labels, annotations } = rule;
  return {
    alert,
    expr,
    ...(forMs === 0 ? {} : { for: promDuration(forMs) }),
    ...(keepFiringForMs === 0 ? {} : { keep_firing_for: promDuration(keepFiringForMs) }),
    labels: { ...labels, severity },
    annotations,
  };
}

/** Groups as the fields of a rule file, which other formats enclose. */
export function groupFields(groups: readonly RuleGroup[]): Readonly<Record<string, unknown>> {
  return {
    groups: groups.map((group) => ({
      name: `foreband-${group.name}`,
      interval: promDuration(group.stepMs),
      rules: group.rules.map((rule) => ruleFields(rule, group)),
    })),
  };
}

/** What a reader of the file has to know. */
function comment({ name, fingerprint, expires, source }: RuleGroup): string {
  return [
    ` Foreband: rules for ${source.series.length} series of ${name}, made of fitted models ${fingerprint}.`,
    ` Quiet from ${new Date(expires).toISOString()} on: renew them before. Generated, so do not edit.`,
  ].join('\n');
}

/** YAML of any plain value, long lines left long. */
export function yamlText(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** A rule file of Prometheus, which Mimir and Thanos Ruler read as well. */
export function toPrometheusFile(groups: readonly RuleGroup[]): string {
  const comments = groups.flatMap((group) => comment(group).split('\n')).map((line) => `#${line}`);
  return `${comments.join('\n')}\n${yamlText(groupFields(groups))}`;
}
