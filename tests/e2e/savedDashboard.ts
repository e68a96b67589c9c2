import { expect, type APIRequestContext } from '@playwright/test';

/** A query of a saved panel. */
export type SavedTarget = Readonly<Record<string, unknown>> & { readonly refId: string };

/** A panel to be saved; a place in the grid is given to it. */
export interface SavedPanel {
  readonly type: string;
  readonly title: string;
  readonly targets: readonly SavedTarget[];
  readonly options?: Readonly<Record<string, unknown>>;
  /** Grafana's unit of the samples. Default none. */
  readonly unit?: string;
  /** Columns of 24, and rows of 38 pixels. Default the whole width, 14 high. */
  readonly size?: { readonly w: number; readonly h: number };
}

const forebandSource = { type: 'foreband-prometheus-datasource', uid: 'foreband' };
const WHOLE = { w: 24, h: 14 };

/** A query for an expression, by Foreband's data source. */
export function promqlTarget(expr: string, more: Readonly<Record<string, unknown>> = {}): SavedTarget {
  return {
    refId: 'A',
    datasource: forebandSource,
    version: 1,
    source: 'promql',
    metric: 'auto',
    output: 'series',
    settings: {},
    expr,
    ...more,
  };
}

function place(index: number, { w, h }: { readonly w: number; readonly h: number }) {
  const nColumns = Math.floor(24 / w);
  return { x: (index % nColumns) * w, y: Math.floor(index / nColumns) * h, w, h };
}

/** Saves a dashboard of the last day with these panels, in rows; gives its uid. */
export async function saveDashboard(
  request: APIRequestContext,
  baseUrl: string,
  uid: string,
  panels: readonly SavedPanel[],
): Promise<string> {
  const dashboard = {
    uid,
    title: uid,
    schemaVersion: 42,
    time: { from: 'now-1d', to: 'now' },
    panels: panels.map(({ type, title, targets, options = {}, unit, size = WHOLE }, index) => ({
      id: index + 1,
      type,
      title,
      datasource: targets[0]?.datasource ?? forebandSource,
      gridPos: place(index, size),
      targets,
      options,
      fieldConfig: { defaults: { unit }, overrides: [] },
    })),
  };
  const saved = await request.post(`${baseUrl}/api/dashboards/db`, { data: { dashboard, overwrite: true } });
  expect(saved.ok()).toBe(true);
  return uid;
}
