import type { Severity } from 'foreband-detector';

import { type AnomalyEntry, type LogOrigin, textFingerprint } from 'foreband-engine';

import type { Handling } from './handling';

/** On every annotation that Foreband writes. */
export const FOREBAND_TAG = 'foreband';

const ID = 'foreband-id:';
const SERIES = 'foreband-series:';
const LABEL = 'foreband-label:';
const ACKNOWLEDGED = 'foreband-acknowledged:';
const SNOOZED = 'foreband-snoozed:';
const PEAK = 'foreband-peak:';

// Grafana refuses longer ones.
const MAX_TAG_LENGTH = 100;

const severities: readonly string[] = ['critical', 'high', 'medium', 'low'] satisfies readonly Severity[];

/** The tag by which every browser recognizes the annotation of one anomaly. */
export function idTag({ key }: Pick<AnomalyEntry, 'key'>): string {
  return `${ID}${textFingerprint(key)}`;
}

/** A series of a panel. */
export type SeriesPlace = Pick<LogOrigin, 'dashboard' | 'panelId' | 'query' | 'series' | 'labels'>;

/** The tag of all annotations of one series of a panel: an incident's beginning may move with the next day's model. */
export function seriesTag({ dashboard, panelId, query, series, labels }: SeriesPlace): string {
  return `${SERIES}${textFingerprint(JSON.stringify([dashboard, panelId, query, series, Object.entries(labels).sort()]))}`;
}

/** The tags of an anomaly that nobody has labeled. */
export function tagsOf(entry: AnomalyEntry): string[] {
  return [FOREBAND_TAG, entry.severity, idTag(entry), seriesTag(entry.origin)];
}

/** Tags with the severity as it has become; what others have added stays. */
export function withSeverity(tags: readonly string[], severity: Severity): string[] {
  return [...tags.filter((tag) => !severities.includes(tag)), severity];
}

function valueIn(tags: readonly string[], prefix: string): string | undefined {
  return tags.find((tag) => tag.startsWith(prefix))?.slice(prefix.length);
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** Verdicts and actions of people, as the tags of an annotation have them. */
export function handlingIn(tags: readonly string[]): Handling {
  const label = valueIn(tags, LABEL);
  const snoozed = valueIn(tags, SNOOZED);
  return {
    isReal: label === undefined ? undefined : label === 'true',
    acknowledgedBy: valueIn(tags, ACKNOWLEDGED),
    snoozedUntil: snoozed === undefined ? undefined : finite(Date.parse(snoozed)),
    peakMultiplier: finite(Number(valueIn(tags, PEAK) ?? NaN)),
  };
}

function handlingTags({ isReal, acknowledgedBy, snoozedUntil, peakMultiplier }: Handling): string[] {
  return [
    ...(isReal === undefined ? [] : [`${LABEL}${isReal}`]),
    ...(acknowledgedBy === undefined ? [] : [`${ACKNOWLEDGED}${acknowledgedBy}`.slice(0, MAX_TAG_LENGTH)]),
    ...(snoozedUntil === undefined ? [] : [`${SNOOZED}${new Date(snoozedUntil).toISOString()}`]),
    ...(peakMultiplier === undefined ? [] : [`${PEAK}${peakMultiplier.toPrecision(4)}`]),
  ];
}

const OF_HANDLING = [LABEL, ACKNOWLEDGED, SNOOZED, PEAK];

/** Tags with what somebody says or does about the incident, in place of what was said of the same before; undefined takes back. */
export function withHandling(tags: readonly string[], change: Handling): string[] {
  const rest = tags.filter((tag) => !OF_HANDLING.some((prefix) => tag.startsWith(prefix)));
  return [...rest, ...handlingTags({ ...handlingIn(tags), ...change })];
}
