import { dataFrameToJSON } from '@grafana/data';
import type { DataQuery, Panel } from '@grafana/schema';

import { type DetectedSeries, type EvaluationBasis, type PartialSettings, pin, type SavedModel } from 'foreband-engine';
import { ANOMALY_PANEL_ID, detectionFrame } from '../../../grafana/detectionFrame';
import { FOREBAND_TYPE } from '../../../grafana/dataSourceTypes';
import type { SourceChoice } from '../address/exploreState';
import { queryOf, type AskedSource, type Question } from '../live/question';

/** An evaluation, and when it was made (epoch ms). */
export interface Evaluated {
  readonly basis: EvaluationBasis;
  readonly at: number;
}

/** The page's findings, to be saved or shown on a dashboard. */
export interface Kept {
  readonly source: SourceChoice;
  /** Whom the page asks, and for what; undefined for samples that are in the page. */
  readonly asked?: { readonly source: AskedSource; readonly question: Question };
  /** A data source of Foreband's, for simulations; undefined where there is none. */
  readonly foreband?: AskedSource;
  /** The reader's own settings. */
  readonly settings: PartialSettings;
  readonly detected: DetectedSeries;
  /** Key of the series in a panel. */
  readonly key: string;
  /** The saved model that it is scored with; undefined where it is fitted live. */
  readonly opened?: SavedModel;
  /** The latest evaluation on the page, whatever it is of. */
  readonly evaluated?: Evaluated;
  readonly isSimulated: boolean;
  /** Grafana's unit of the samples. */
  readonly unit?: string;
}

/** Rows beyond which a panel does not hold its samples: the dashboard would grow by megabytes. */
export const MAX_ROWS_HELD = 20_000;

// Grafana's own data source; its query type `snapshot` gives back the frames that the query holds.
const GRAFANA_SOURCE: AskedSource = { type: 'grafana', uid: 'grafana' };

/** The title of the page's series, in a few words. */
export function titleOf({ source, detected }: Kept): string {
  switch (source.kind) {
    case 'metric':
      return 'CPU usage';
    case 'promql':
      return source.expr;
    case 'csv':
      return source.file?.name ?? detected.series.name;
    case 'sample':
      return 'Foreband sample';
    case 'simulation':
      return 'Simulated CPU usage';
  }
}

/** The query that asks again for what the page shows; undefined where nobody can be asked. */
export function askingQuery({ source, asked, foreband, detected }: Kept): DataQuery | undefined {
  const { stepMs, trainingWindowMs } = detected.settings;
  const settings = { stepMs, trainingWindowMs };
  if (asked !== undefined) {
    return queryOf(asked.question, asked.source, settings);
  }
  if (source.kind !== 'simulation' || foreband === undefined) {
    return undefined;
  }
  const scenario = { seed: source.seed, nInstances: source.nInstances };
  const own = { version: 1, source: 'simulation', metric: 'auto', output: 'series', scenario, settings };
  return { refId: 'A', datasource: foreband, ...own };
}

function holdingQuery(kept: Kept): DataQuery {
  const { detected, isSimulated, unit } = kept;
  const frame = detectionFrame(detected, { refId: 'A', name: detected.series.name, isSimulated, unit });
  const own = { queryType: 'snapshot', snapshot: [dataFrameToJSON(frame)] };
  return { refId: 'A', datasource: GRAFANA_SOURCE, ...own };
}

/** Whether the panel holds the samples themselves, with their model, because nobody can be asked for them again. */
export function holdsSamples(kept: Kept): boolean {
  return askingQuery(kept) === undefined;
}

/** How many rows a panel that holds its samples has. */
export function rowsHeld({ detected: { series, training } }: Kept): number {
  return series.time.length + training.time.length;
}

// Foreband's own query holds what decides what is fetched, a frame that is held all of the settings.
function ownSettings({ settings }: Kept, query: DataQuery | undefined): PartialSettings {
  if (query === undefined) {
    return {};
  }
  const { stepMs: _step, trainingWindowMs: _window, ...others } = settings;
  return query.datasource?.type === FOREBAND_TYPE ? others : settings;
}

/**
 * The anomaly panel that shows the same on a dashboard.
 * @param saved the model that is pinned there, where the page scores with a saved one.
 */
export function dashboardPanel(kept: Kept, saved?: SavedModel): Panel {
  const asking = askingQuery(kept);
  const query = asking ?? holdingQuery(kept);
  return {
    type: ANOMALY_PANEL_ID,
    title: titleOf(kept),
    gridPos: { x: 0, y: 0, w: 24, h: 10 },
    datasource: query.datasource ?? undefined,
    targets: [{ ...query }],
    fieldConfig: { defaults: kept.unit === undefined ? {} : { unit: kept.unit }, overrides: [] },
    options: {
      version: 1,
      settings: { ...ownSettings(kept, asking) },
      ...(saved === undefined ? {} : { models: { pinned: pin({}, new Map([[kept.key, saved]])), retrain: 'auto' } }),
    },
  };
}
