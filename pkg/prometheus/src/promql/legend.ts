import type { Labels } from '../api/seriesKey.js';

/** A series as Prometheus writes it: `up{job="node"}`. */
function prometheusName({ __name__ = '', ...labels }: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const inBraces = pairs.length === 0 ? '' : `{${pairs.join(', ')}}`;
  return `${__name__}${inBraces}`;
}

/** Fills `{{label}}` in a legend; a label the series does not have becomes nothing. */
export function fillLegend(format: string, labels: Labels): string {
  return format.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, label: string) => labels[label] ?? '');
}

/** The name of a series: by the format, or where that gives nothing by name and labels, or by the expression. */
export function legendOf(labels: Labels, format: string, expr: string): string {
  return [fillLegend(format, labels).trim(), prometheusName(labels), expr].find((text) => text !== '') ?? 'value';
}
