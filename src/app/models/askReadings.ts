import { CoreApp, dateTime, type DataQueryRequest } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { Series, TimeSpan } from 'foreband-detector';
import { replaceSpan, type SavedModel, type SavedSource } from 'foreband-engine';

import { ANOMALY_PANEL_ID } from '../../grafana/detectionFrame';
import { seriesFromFrames } from '../../grafana/seriesFromFrames';
import { findSource } from '../../training/rerun';
import { missingPieces } from '../../training/spans';
import { trainingRequest } from '../../training/trainingRequest';

function baseRequest({ start, end }: TimeSpan, now: number): DataQueryRequest {
  const [from, to] = [dateTime(start), dateTime(end)];
  return {
    app: CoreApp.Unknown,
    requestId: 'foreband-models',
    timezone: 'utc',
    range: { from, to, raw: { from, to } },
    interval: '',
    intervalMs: 0,
    scopedVars: {},
    targets: [],
    startTime: now,
    panelPluginId: ANOMALY_PANEL_ID,
  };
}

function targetOf({ datasource, query }: SavedSource): DataQuery {
  return { refId: 'A', ...query, datasource: { ...datasource } };
}

function isOf({ labels }: Series, { series }: SavedModel): boolean {
  const sorted = (own: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(own).sort());
  return sorted(labels) === sorted(series.labels);
}

let nAsked = 0;

/**
 * Asks the data source of a model for its series.
 * @param span bounds on multiples of the model's step, epoch ms.
 * @throws Error in the data source's words, or one that says what is missing.
 */
export async function askReadings(
  model: SavedModel,
  span: TimeSpan,
  now: number,
  signal: AbortSignal,
): Promise<Series> {
  const { source, settings, name } = model;
  const { stepMs } = settings;
  if (source === null) {
    throw new Error(`${name} does not know where its samples come from: it was fitted to a file, or on a dashboard.`);
  }
  const found = await findSource({ ...source.datasource }, {});
  const targets = [targetOf(source)];
  let series: Series | undefined;
  for (const piece of missingPieces(undefined, span, stepMs).pieces) {
    const requestId = `foreband-models-${++nAsked}`;
    const plan = { requestId, targets, span: piece, stepMs, now };
    const frames = await found.ask(trainingRequest(baseRequest(span, now), plan), signal);
    const answered = seriesFromFrames(frames).map((one) => one.series);
    const own = answered.find((one) => isOf(one, model)) ?? (answered.length === 1 ? answered[0] : undefined);
    series = own === undefined ? series : replaceSpan(series, own, piece);
  }
  if (series === undefined) {
    throw new Error(`${found.name} has no samples of ${name} any more.`);
  }
  return series;
}
