import { CoreApp, dateTime } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { Series, TimeSpan } from 'foreband-detector';
import { alignSpan, rowsBetween, type SavedModel, type SavedSource } from 'foreband-engine';
import { pointsIn } from 'foreband-prometheus';

import { bareRequest } from '../../training/bareRequest';
import { pageReader } from '../../training/pageReader';
import type { TrainingReader, WantedTraining } from '../../training/TrainingReader';

function targetOf({ datasource, query }: SavedSource): DataQuery {
  return { refId: 'A', ...query, datasource: { ...datasource } };
}

function wantedOf(source: SavedSource, span: TimeSpan, stepMs: number, now: number): WantedTraining {
  const [from, to] = [dateTime(span.start), dateTime(span.end)];
  const request = bareRequest({
    ...{ app: CoreApp.Unknown, requestId: 'foreband-models', targets: [], timeZone: 'utc', now },
    ...{ range: { from, to, raw: { from, to } }, stepMs, maxDataPoints: pointsIn(span, stepMs) },
  });
  return { request, parts: [{ datasource: { ...source.datasource }, targets: [targetOf(source)] }], span, stepMs };
}

function isOf({ labels }: Series, { series }: Pick<SavedModel, 'series'>): boolean {
  const sorted = (own: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(own).sort());
  return sorted(labels) === sorted(series.labels);
}

/** Which samples of a model's series are asked for, and when. */
export interface SamplesWanted {
  /** Epoch ms. */
  readonly span: TimeSpan;
  /** Epoch ms. */
  readonly now: number;
  readonly signal: AbortSignal;
}

/**
 * Asks the data source of a model for its series.
 * @throws Error in the data source's words, or one that says what is missing.
 */
export async function askSamples(
  model: Pick<SavedModel, 'name' | 'series' | 'settings' | 'source'>,
  { span, now, signal }: SamplesWanted,
  reader: TrainingReader = pageReader,
): Promise<Series> {
  const { source, settings, name } = model;
  const { stepMs } = settings;
  if (source === null) {
    throw new Error(`${name} does not know where its samples come from: it was fitted to a file, or on a dashboard.`);
  }
  const { series, askedFor } = await reader.read(wantedOf(source, alignSpan(span, stepMs), stepMs, now), signal);
  const answered = [...series.values()];
  const own = answered.find((one) => isOf(one, model)) ?? (answered.length === 1 ? answered[0] : undefined);
  const rows = own && rowsBetween(own, span.start, span.end);
  if (rows === undefined || rows.time.length === 0) {
    throw new Error(`${askedFor.dataSources.join(', ')} no longer has samples of ${name}.`);
  }
  return rows;
}
