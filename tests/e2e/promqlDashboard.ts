import type { APIRequestContext } from '@playwright/test';

import { promqlTarget, saveDashboard } from './savedDashboard';

/** Title of the only panel. */
export const PROMQL_PANEL = 'Expression';

/** Saves a dashboard whose only panel draws an expression of Foreband's data source; gives its uid. */
export function savePromqlDashboard(
  request: APIRequestContext,
  baseUrl: string,
  expr: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const panel = { type: 'foreband-anomaly-panel', title: PROMQL_PANEL, targets: [promqlTarget(expr, more)] };
  return saveDashboard(request, baseUrl, 'promql', [panel]);
}
