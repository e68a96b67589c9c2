import type { RuleGroup } from '../group/ruleGroup.js';
import { groupFields, yamlText } from './prometheusFile.js';

/** Where a rule belongs in a cluster. */
export interface KubernetesPlace {
  /** Name of the resource: lower-case letters, figures and `-`. */
  readonly name: string;
  /** Default: that of whoever applies the file. */
  readonly namespace?: string;
  /** Labels by which a Prometheus selects its rules. Default none. */
  readonly labels?: Readonly<Record<string, string>>;
}

const NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/**
 * A PrometheusRule of the Prometheus Operator: https://prometheus-operator.dev/docs/api-reference/api/#prometheusrule
 * @throws RangeError for a name that Kubernetes does not take.
 */
export function toPrometheusRule(groups: readonly RuleGroup[], { name, namespace, labels }: KubernetesPlace): string {
  if (!NAME.test(name) || name.length > 253) {
    throw new RangeError(`invalid name: ${name} (expected lower-case letters, figures and -)`);
  }
  return yamlText({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(labels === undefined ? {} : { labels }),
    },
    spec: groupFields(groups),
  });
}
