import type { Labels } from '../api/seriesKey.js';

import { labelName } from './matcher.js';
import { quoteString } from './stringLiteral.js';

// Other names of metrics are allowed by Prometheus 3 only, and stand in the braces: https://prometheus.io/docs/guides/utf8/
const LEGACY_METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;

/** A series as Prometheus writes it: `up{job="node"}`, or `{"http.requests", "http.method"="GET"}`. */
function prometheusName({ __name__: metric = '', ...labels }: Labels): string {
  const isBefore = metric === '' || LEGACY_METRIC.test(metric);
  const pairs = Object.entries(labels).map(([name, value]) => `${labelName(name)}=${quoteString(value)}`);
  const inBraces = isBefore ? pairs : [quoteString(metric), ...pairs];
  return `${isBefore ? metric : ''}${inBraces.length === 0 ? '' : `{${inBraces.join(', ')}}`}`;
}

/** Fills `{{label}}` in a legend; a label the series does not have becomes nothing. */
export function fillLegend(format: string, labels: Labels): string {
  return format.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, label: string) => labels[label] ?? '');
}

/** The name of a series: by the format, or where that gives nothing by name and labels, or by the expression. */
export function legendOf(labels: Labels, format: string, expr: string): string {
  return [fillLegend(format, labels).trim(), prometheusName(labels), expr].find((text) => text !== '') ?? 'value';
}
