/** Type of Foreband's own data source. */
export const FOREBAND_TYPE = 'foreband-prometheus-datasource';

// Grafana's own type, and those for the managed Prometheus of Amazon and Azure, which speak the same protocol.
const PROMETHEUS_TYPES: ReadonlySet<string> = new Set([
  'prometheus',
  'grafana-amazonprometheus-datasource',
  'grafana-azureprometheus-datasource',
]);

/** Whether a data source of this type is one of Grafana's for Prometheus. */
export function isPrometheusType(type: string): boolean {
  return PROMETHEUS_TYPES.has(type);
}
