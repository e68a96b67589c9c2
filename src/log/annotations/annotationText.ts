import { textUtil } from '@grafana/data';
import { numberText } from 'foreband-detector';

import type { AnomalyEntry } from 'foreband-engine';

function labelsText({ labels, series }: AnomalyEntry['origin']): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return pairs.length === 0 ? series : `${series} {${pairs.join(', ')}}`;
}

/** The text of an anomaly's annotation. Grafana shows it as HTML, so what comes from data is escaped. */
export function annotationText(entry: AnomalyEntry): string {
  const { severity, direction, value, predicted, score, origin } = entry;
  const facts = `${numberText(value)}, expected ${numberText(predicted)}, score ${score.toFixed(2)}`;
  return textUtil.escapeHtml(`${severity} anomaly, ${direction} the band: ${facts}\n${labelsText(origin)}`);
}
