import type { PanelData } from '@grafana/data';
import { numberText } from 'foreband-detector';
import type { DetectedSeries, DetectorSettings } from 'foreband-engine';

import type { ModelSeries, PanelModel } from '../../chart/model/panelModel';

import { askedExpression, type AskedExpression } from './askedExpression';

/** A series with the model that it is drawn with. */
export interface FittedSeries {
  readonly key: string;
  /** Legend text. */
  readonly name: string;
  readonly detected: DetectedSeries;
}

/** A series that no rules can be made for. */
export interface UnfittedSeries {
  readonly name: string;
  /** A sentence. */
  readonly reason: string;
}

/** What one group of rules can watch: the series of one query that are scored by the same settings. */
export interface AlertSubject {
  /** Unique, such as `A` or `A, threshold 3`. */
  readonly id: string;
  readonly expression: AskedExpression;
  readonly settings: DetectorSettings;
  readonly fitted: readonly FittedSeries[];
  readonly unfitted: readonly UnfittedSeries[];
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }
  return groups;
}

function fittedOf({ chart, outcome }: ModelSeries): readonly FittedSeries[] {
  return outcome?.kind === 'detected' ? [{ key: chart.key, name: chart.name, detected: outcome }] : [];
}

// Why a query could not score a series stands in its notices alone.
function noticedReason(name: string, notes: PanelModel['notes']): string | undefined {
  const about = `${name}: `;
  return notes.find(({ text }) => text.startsWith(about))?.text.slice(about.length);
}

function unfittedOf({ chart, outcome }: ModelSeries, notes: PanelModel['notes']): readonly UnfittedSeries[] {
  if (outcome?.kind === 'detected') {
    return [];
  }
  const reason = outcome?.message ?? noticedReason(chart.name, notes);
  return [{ name: chart.name, reason: reason ?? 'It has no model; the remarks above the chart say why.' }];
}

// Pinned models bring thresholds of their own.
function idOf(refId: string, { thresholdMultiplier }: DetectorSettings, isAlone: boolean): string {
  return isAlone ? refId : `${refId}, threshold ${numberText(thresholdMultiplier)}`;
}

function watchedElsewhere({ id, fitted }: Pick<AlertSubject, 'id' | 'fitted'>): readonly UnfittedSeries[] {
  return fitted.map(({ name }) => ({ name, reason: `It is scored by other settings: see the rules of query ${id}.` }));
}

function subjectsOfQuery(
  refId: string,
  { series, notes }: Pick<PanelModel, 'series' | 'notes'>,
  data: PanelData,
): readonly AlertSubject[] {
  const unfitted = series.flatMap((one) => unfittedOf(one, notes));
  const byScoring = grouped(series.flatMap(fittedOf), ({ detected }) => JSON.stringify(detected.settings));
  const groups = [...byScoring.values()].map((fitted) => {
    const { settings } = fitted[0].detected;
    return { id: idOf(refId, settings, byScoring.size === 1), fitted, settings };
  });
  const [first] = series;
  return groups.map(({ id, fitted, settings }) => ({
    id,
    expression: askedExpression(data, { refId, frame: first.chart.frame }, settings.stepMs),
    settings,
    fitted,
    unfitted: [...unfitted, ...groups.filter((other) => other.id !== id).flatMap(watchedElsewhere)],
  }));
}

/** What rules can be made for, query by query; nothing while no series has a model. */
export function alertSubjects(
  { series, notes }: Pick<PanelModel, 'series' | 'notes'>,
  data: PanelData,
): readonly AlertSubject[] {
  return [...grouped(series, ({ chart }) => chart.refId)].flatMap(([refId, ofQuery]) =>
    subjectsOfQuery(refId, { series: ofQuery, notes }, data),
  );
}
